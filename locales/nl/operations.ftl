# Zicht draaien: wat er mis kan zijn met het bestand met instellingen, en hoe het gaat met taken en e-mail.
# Voor elke bevinding komt de plaats te staan: ‘zicht.toml, regel 12, sleutel smtp.host: ...’.

## Het bestand met instellingen

finding-config-absent = Dit bestand bestaat niet. Maak het met zicht init, of noem een ander bestand met --config.
finding-config-unreadable = Dit bestand is niet te lezen. Controleer wie het mag lezen, en of het tekst is.
finding-config-syntax = Dit is geen goede TOML: { $problem }. Verbeter deze regel.
finding-config-unknown-key = Deze sleutel kennen wij niet. { $guess ->
    [here] Bedoelt u ‘{ $nearest }’?
    [elsewhere] Bedoelt u ‘{ $nearest }’? Sleutels na een regel zoals [log] horen bij dat deel.
   *[no] Controleer de spelling, of verwijder de sleutel.
}
finding-config-missing = ‘{ $key }’ ontbreekt. Voeg deze sleutel hier toe.
finding-config-empty = Hier staat niets. Vul iets in, of verwijder de regel.
finding-config-type = Deze waarde kan hier niet. Hier hoort { $expected ->
    [text] een tekst tussen aanhalingstekens
    [texts] een lijst van teksten, zoals ["10.0.0.0/24", "::1"]
    [whole] een heel getal zonder aanhalingstekens, zoals 30
    [flag] true (ja) of false (nee), zonder aanhalingstekens
    [table] een deel met eigen sleutels
   *[tables] een of meer delen met eigen sleutels
}.
finding-config-range = Vul een heel getal in van { $least } tot en met { $most }.
finding-config-choice = ‘{ $found }’ kan hier niet. Kies uit: { $known }.

## Adressen

finding-config-address = ‘{ $found }’ is geen adres met een poort. Schrijf bijvoorbeeld "127.0.0.1:8080", of "0.0.0.0:443" voor elk netwerk.
finding-config-url = Dit is geen webadres. Schrijf het adres dat mensen intypen, zoals "https://zicht.example.nl", zonder gebruiker of wachtwoord erin.
finding-config-url-path = In dit adres staat nog iets achter de naam van de server. Zicht heeft een servernaam voor zich alleen: laat de rest weg.
finding-config-url-plain = Dit adres begint met http://. Mensen loggen hier in, dus het moet met https:// beginnen. Alleen op deze machine zelf, zoals "http://localhost:8080", mag het zonder.
finding-config-network = ‘{ $found }’ is geen netwerk. Schrijf een adres zoals "10.0.0.5", of een netwerk zoals "10.0.0.0/24".
finding-config-proxies-all = Dit netwerk is heel internet: iedereen kan dan doen alsof hij van een ander adres komt. Noem alleen de proxy's die voor Zicht staan.
finding-config-metrics-public = Iedereen zou de meetwaarden kunnen zien. Kies een adres van deze machine ("127.0.0.1:9464") of van uw eigen netwerk.
finding-config-metrics-same = Meetwaarden en pagina's hebben hetzelfde adres. Geef de meetwaarden een andere poort.
finding-config-listen-plain = Zicht luistert zonder TLS naar andere machines, en er is geen proxy die vertrouwd wordt. Vul [tls] in, of noem in trusted_proxies de proxy die TLS doet.
finding-config-proxy-unnamed = Zicht luistert zonder TLS op deze machine zelf, dus er staat een proxy voor. Die wordt niet vertrouwd: alle bezoekers tellen als één adres en delen de grenzen. Voeg toe: trusted_proxies = ["127.0.0.1"], of het adres waarvan de proxy komt. Met trusted_proxies = [] zegt u dat het zo hoort.

## Bestanden en geheimen

finding-config-file-missing = Het bestand dat hier staat, bestaat niet. Een relatieve naam gaat uit van de map van de instellingen.
finding-config-file-unreadable = Het bestand dat hier staat, is niet te lezen. Controleer of de gebruiker waaronder Zicht draait het mag lezen, en of het tekst is.
finding-config-file-open = Iedereen op deze machine kan het bestand { $file } lezen of veranderen, en er staat een geheim in. Scherm het af: chmod 600 { $file }
finding-config-pem = In het bestand { $file } staat geen { $kind }. Het moet een PEM-bestand zijn met een regel die begint met -----BEGIN.
finding-config-keys-missing = Het bestand met de sleutels van de versleuteling bestaat nog niet. zicht init maakt het. Draaide Zicht al eerder? Zet het bestand dan terug: zonder dat bestand kan niemand namen en adressen lezen.
finding-config-keys = In { $file } staan geen sleutels van versleuteling, of er is iets mis mee. Zet terug wat zicht init maakte.
finding-config-secret-here = Een geheim hoort niet in dit bestand. Zet het in een eigen bestand, noem dat bestand bij ‘{ $instead }’, en kies een nieuw geheim: dit kan iemand gelezen hebben.
finding-config-secret-empty = Het bestand { $file } is leeg. Het geheim moet erin staan.
finding-config-secret-twice = De omgevingsvariabele { $variable } is er ook, en gaat voor. Verwijder een van de twee.

## Database

finding-config-database-kind = Zicht heeft geen database van de soort { $found }://. Schrijf de naam van een bestand, of postgres://GEBRUIKER@SERVER/DATABASE.
finding-config-database-address = Dit is geen adres van een PostgreSQL-server. Schrijf postgres://GEBRUIKER@SERVER:POORT/DATABASE.
finding-config-database-file = Dit bestand kan geen database zijn: de map bestaat niet, of het is zelf een map.
finding-config-database-password = In dit adres staat een wachtwoord. Haal het eruit, zet het in een eigen bestand, en noem dat bestand bij database_password_file.
finding-config-database-plain = De verbinding met deze server kan zonder TLS gaan. Zet er ?sslmode=verify-full achter, of ?sslmode=require als de server een zelfgemaakt certificaat heeft.

## Inloggen

finding-config-idle-longer = Een sessie zou zonder activiteit langer duren dan in totaal. Maak idle_minutes korter, of absolute_hours langer.
finding-config-oidc-id = Dit kan geen id van een aanbieder zijn. Het staat in adressen: gebruik alleen kleine letters, cijfers en streepjes.
finding-config-oidc-twice = Er is nog een aanbieder met het id ‘{ $found }’. Geef ze elk een eigen id.
finding-config-issuer = Dit is geen adres van een OpenID-aanbieder. Schrijf het zoals de aanbieder het geeft, zoals "https://login.example.nl/realms/gemeente".
finding-config-issuer-plain = Het adres van een aanbieder moet met https:// beginnen.
finding-config-roles-without-claim = Het is niet duidelijk waar de waarden van deze rollen vandaan komen. Voeg ‘claim’ toe: de naam van de claim waarin de aanbieder ze doorgeeft.

## E-mail en logboek

finding-config-host = Dit is geen naam van een server. Schrijf alleen de naam, zoals "mail.example.nl"; voor de poort is er een eigen sleutel.
finding-config-smtp-plain = E-mail zou onbeschermd over het netwerk gaan, met links erin waarmee mensen binnenkomen. Kies "starttls" of "tls". Alleen naar een server op deze machine zelf mag het "none" zijn.
finding-config-smtp-half = Een mailserver vraagt een naam en een wachtwoord, of geen van beide. ‘{ $missing }’ ontbreekt.
finding-config-mail-address = Dit is geen e-mailadres. Schrijf "zicht@example.nl" of "Zicht <zicht@example.nl>".
finding-config-keep-years = Het logboek van wie wat deed moet minstens 5 jaar bewaard blijven (NEN 7513).

## Taken

job-state-waiting = wacht
job-state-held = wacht op u
job-state-stuck = vastgelopen
job-state-done = klaar

job-kind-mail-send = Een e-mail versturen
job-kind-jobs-purge = Oude taken opruimen
job-kind-audit-checkpoint = Het logboek ondertekenen
job-kind-audit-prune = Gebeurtenissen verwijderen waarvan de bewaartermijn voorbij is
job-kind-organisations-merge = Mensen meenemen bij een herindeling

job-reason-directory = Zicht kon niet nagaan wie de mail krijgt. Het wordt opnieuw geprobeerd.
job-reason-template = De tekst van de mail kon niet worden gemaakt. In het log staat meer.
job-reason-database = De database gaf geen antwoord.
job-reason-keys = De sleutels van deze installatie openen de taak niet.
job-reason-panicked = Een fout in Zicht brak de taak af. In het log staat meer.
job-reason-cut-off = Zicht zelf werd elke keer afgebroken bij deze taak.
job-reason-unknown-kind = Deze versie van Zicht kent dit werk niet.
job-reason-payload = Wat voor het werk nodig is, is niet te lezen.
job-reason-reset-failed = De link voor een nieuw wachtwoord kon niet worden gemaakt. In het log staat meer.
job-reason-mail-without-server = Er staat geen mailserver in de instellingen. Geef de link zelf aan de persoon.
job-reason-mail-before-server = Er was geen mailserver toen deze e-mail ontstond. Nu is die er wel: verstuur hem alsnog.
job-reason-mail-address = Het e-mailadres is niet te gebruiken.
job-reason-mail-refused = De mailserver weigert deze e-mail (code { $detail }).
job-reason-mail-later = De mailserver vraagt het later opnieuw te proberen (code { $detail }).
job-reason-mail-sign-in = De mailserver accepteert onze naam en ons wachtwoord niet (code { $detail }).
job-reason-mail-sign-in-way = De mailserver heeft geen manier van inloggen die Zicht kent.
job-reason-mail-tls = Er is geen veilige verbinding met de mailserver: hij heeft geen TLS, of zijn certificaat klopt niet.
job-reason-mail-time-out = De mailserver gaf niet op tijd antwoord.
job-reason-mail-connection = Er is geen verbinding met de mailserver.

## De pagina over beheer

operations-title = Beheer
operations-times = Tijden zijn die van de klok in Nederland.
operations-intro = Wat Zicht op de achtergrond doet, wat daarvan op u wacht, en hoe het ervoor staat.
operations-without-mail = Er is geen mailserver ingesteld. E-mail blijft hier wachten: open een taak om de link te lezen, en geef die zelf door.
operations-tampered = Verander nu niets. Bewaar een kopie van de database en van het log, licht de privacyfunctionaris in, en laat op de server zicht audit verify vertellen wat er niet klopt.
operations-held-mail = { $n ->
    [one] Eén e-mail wacht nog van voor er een mailserver was.
   *[other] { $n } e-mails wachten nog van voor er een mailserver was.
}
operations-held-mail-text = Een link daarin kan al doorgegeven of verlopen zijn. U kunt alles alsnog versturen, of eerst per taak kijken.
operations-held-mail-go = Wachtende e-mail versturen
operations-verified-whole = { $at }, alles klopt
operations-verified-broken = { $at }, er zijn afwijkingen
operations-work = Taken
operations-states = Stand van de taken
operations-jobs = Taken: { $state }
operations-no-jobs = Hier staat nu niets. Dat is goed.
operations-runs = Hoe het ervoor staat
operations-version = Versie van Zicht
operations-database = Database
operations-mail = E-mail
operations-mail-yes = gaat via een mailserver
operations-mail-no = geen mailserver
operations-checkpoint = Logboek ondertekend
operations-verified = Logboek nagelopen
operations-backup = Laatste reservekopie
operations-never = nog niet
operations-back = Terug naar beheer
job-what = Taak
job-state = Stand
job-why = Reden
job-attempts = Pogingen
job-created = Ontstaan
job-next = Volgende poging of klaar
job-retry = Probeer opnieuw
job-kind-audit-verify = Het logboek nalopen
mail-preview = De e-mail
mail-preview-text = Deze e-mail is niet verstuurd. Dat u hem leest, komt in het logboek. Geef een link alleen aan de persoon zelf.
mail-to = Aan
mail-subject = Onderwerp
done-mail-released = De e-mail die wachtte, wordt nu verstuurd.
done-job-retried = De taak wordt opnieuw geprobeerd.
done-job-not-waiting = Deze taak wachtte niet meer. Er is niets gedaan.
