# Organisaties, mensen, rollen en herindelingen.

letter-signed = Zicht. Deze mail is automatisch verstuurd; u kunt er niet op antwoorden.
letter-not-you = Verwacht u deze mail niet? Dan hoeft u niets te doen.
letter-invitation-subject = Uitnodiging voor Zicht van { $organisation }
letter-invitation-why = { $organisation } nodigt u uit voor Zicht.
letter-invitation-what = Met de link hieronder kiest u hoe u inlogt. Daarna kunt u aan het werk voor { $organisation }.
letter-invitation-link = Uitnodiging van { $organisation } aannemen
letter-invitation-after = De link werkt één keer, en een week lang. Daarna kan uw beheerder een nieuwe sturen. Geef de link aan niemand anders.
letter-offer-subject = { $organisation } vraagt u mee te doen in Zicht
letter-offer-why = U heeft al een account in Zicht. { $organisation } wil u daarmee ook een rol geven.
letter-offer-what = Log in en kies of u dat wilt. Pas als u ja zegt, ziet { $organisation } uw naam en hebt u daar rechten.
letter-offer-link = Naar het aanbod van { $organisation }
letter-offer-after = U logt in zoals u gewend bent. In deze mail staat geen link die uw account opent.

## Algemeen

yes = ja
no = nee
save = Opslaan
back-without = Terug zonder iets te doen
crumb-start = Start
filter-clear = Wis de filters
field-empty = (leeg)
lang-nl = Nederlands
lang-en = Engels
nav-start = Start
nav-organisations = Organisaties
nav-audit = Logboek
nav-operations = Beheer
finding-date = Dit is geen datum. Schrijf bijvoorbeeld 2027-01-31.
finding-changed-meanwhile = Iemand anders heeft dit intussen veranderd. Er is niets overschreven. Bekijk wat er nu staat en sla daarna opnieuw op.

## Start

start-title = Start
start-intro = Dit kunt u hier doen. Wat u ziet, hangt af van uw rollen.
start-greeting = Welkom, { $name }
start-tasks = Aan het werk
start-places = Uw rollen
start-no-places = U hebt nu nergens een rol. Vraag de beheerder van uw organisatie om een rol. De monitor is voor iedereen.
start-offers = { $n ->
    [one] Een organisatie vraagt u om mee te doen.
   *[other] { $n } organisaties vragen u om mee te doen.
}
start-offers-link = Bekijk en kies
start-jobs = { $n ->
    [one] Er is een taak die op u wacht of is vastgelopen.
   *[other] Er zijn { $n } taken die op u wachten of zijn vastgelopen.
}
start-jobs-link = Bekijk de taken
task-people = Mensen van { $name }
task-people-what = Mensen uitnodigen, rollen geven, accounts aan- en uitzetten.
task-organisations = Organisaties
task-organisations-what = Organisaties en hun mensen bekijken, toevoegen en wijzigen.
task-see-organisations = Organisaties
task-see-organisations-what = Bekijken welke organisaties meedoen die u mag zien.
task-merge = Organisaties samenvoegen
task-merge-what = Een herindeling voorbereiden, bekijken en uitvoeren.
task-audit = Logboek
task-audit-what = Bekijken wie wat deed, wanneer en waarom.
task-operations = Beheer
task-operations-what = Taken die wachten of vastlopen, e-mail, en hoe het met Zicht gaat.
task-account = Uw account
task-account-what = Uw wachtwoord, sleutels en sessies. En wie uw gegevens bekeek.
task-monitor = Monitor
task-monitor-what = Wat gemeenten doen om kindermishandeling te voorkomen.

## Organisaties

organisations-title = Organisaties
organisations-intro = De organisaties die u mag zien, op naam.
organisations-search = Naam of code
organisations-all = Alle soorten
organisations-ended-too = Ook beëindigde
organisations-filter = Zoek
organisations-nothing = Geen organisatie past hierbij. Zoek op een deel van de naam, of wis de filters.
organisations-none = Er zijn nog geen organisaties die u mag zien.
organisations-count = { $n ->
    [one] Eén organisatie
   *[other] { $n } organisaties
}
organisation-intro = Wat deze organisatie is, en sinds wanneer.
organisation-kind = Soort
organisation-kind-municipality = gemeente
organisation-kind-region = Veilig Thuis-regio
organisation-kind-veilig-thuis = Veilig Thuis-organisatie
organisation-kind-national = landelijke organisatie
organisation-kind-professional = organisatie van professionals
organisation-name = Naam
organisation-name-hint = Van een gemeente en een regio weten wij de naam; laat dit dan leeg.
organisation-code = CBS-code
organisation-cbs = CBS-code
organisation-code-hint = Alleen voor een gemeente, zoals GM0344. De naam en de regio volgen daaruit.
organisation-codes = Codes van alle gemeenten
organisation-region = Veilig Thuis-regio
organisation-region-hint = Voor een Veilig Thuis-regio of Veilig Thuis-organisatie moet dit. Voor een organisatie van professionals mag het.
organisation-from = Eerste dag
organisation-until = Einddatum
organisation-until-hint = De eerste dag waarop de organisatie er niet meer is. Dat mag vandaag zijn, of later.
organisation-state = Stand
organisation-is = doet mee
organisation-begins = begint op { $day }
organisation-ends = eindigt op { $day }
organisation-ended = beëindigd op { $day }
organisation-successor = Gaat verder als
organisation-new = Organisatie toevoegen
organisation-new-intro = Daarna nodigt u de eerste beheerder uit. Die nodigt de anderen uit.
organisation-make = Toevoegen
organisation-manage = Wijzigen
organisation-change = Gegevens wijzigen
organisation-change-title = { $name } wijzigen
organisation-change-intro = De soort ligt vast. Wordt dit een andere soort organisatie? Voeg die dan toe en beëindig deze.
organisation-end = Beëindigen
organisation-end-title = { $name } beëindigen
organisation-end-intro = Vanaf de einddatum heeft niemand nog rechten door deze organisatie. Er wordt niets verwijderd. Gaat zij op in een andere? Kies dan samenvoegen.
organisation-end-people = { $n ->
    [0] Er zijn hier geen mensen met een rol.
    [one] Eén persoon verliest hier dan rollen.
   *[other] { $n } mensen verliezen hier dan hun rollen.
}
organisation-merge = Samenvoegen met een andere
organisation-reopen = Einde ongedaan maken
organisation-reopen-why = De organisatie gaat dan verder zonder einddatum. Rollen die niet apart zijn beëindigd, gelden weer.
organisation-reopen-merged = Is de dag van de samenvoeging nog niet gekomen? Dan is zij hiermee helemaal van de baan. Na die dag zijn de mensen al mee: geef hun hier dan opnieuw hun rollen.
done-organisation-made = De organisatie is toegevoegd. Nodig nu de eerste beheerder uit.
done-organisation-changed = De wijziging is opgeslagen.
done-organisation-ended = De einddatum is opgeslagen.
done-organisation-reopened = De organisatie heeft geen einddatum meer.
finding-organisation-kind = Kies wat voor organisatie dit is.
finding-organisation-other-kind = De soort van een organisatie ligt vast. Voeg een nieuwe organisatie toe.
finding-organisation-from = Vul de eerste dag in, zoals 2027-01-01.
finding-organisation-from-after-end = De eerste dag moet voor de einddatum liggen.
finding-organisation-end-before-start = De einddatum mag niet voor de eerste dag liggen.
finding-organisation-code = Deze code kennen wij niet. Schrijf GM en vier cijfers, zoals GM0344.
finding-organisation-code-then = { $name } bestond onder deze code niet op de eerste dag. Kies een andere dag of code.
finding-organisation-region = Kies een Veilig Thuis-regio.
finding-organisation-name = Vul een naam in van hoogstens { $n } tekens.
finding-organisation-there-already = { $name } is er al. Zoek haar op in de lijst.
clash-title = Dit is intussen veranderd
clash-caption = Wat er nu staat, en wat u invulde
clash-field = Veld
clash-theirs = Staat er nu
clash-ours = Vulde u in
clash-next = In het formulier staat wat u invulde. Pas het aan of laat het staan, en sla op: dan geldt wat in het formulier staat.

## Mensen

people-title = Mensen
people-title-of = Mensen van { $name }
people-intro = Wie hier een rol heeft of is uitgenodigd. Dat u deze lijst bekijkt, komt in het logboek.
people-count = { $n ->
    [0] Nog niemand
    [one] Eén persoon
   *[other] { $n } mensen
}
people-manage = Mensen en rollen bekijken
people-none = Hier is nog niemand. Nodig de eerste beheerder uit.
person-intro = De rollen van deze persoon hier.
person-name = Naam
person-email = E-mailadres
person-lang = Taal van de e-mail
person-role = Rol
person-roles = Rollen
person-roles-at = Rollen bij { $name }
person-state = Account
person-state-invited = uitgenodigd
person-state-active = actief
person-state-off = uitgezet
person-signed-in = Laatst ingelogd
person-never = nog nooit
person-own = Dit bent u zelf. Uw eigen rollen kan alleen een andere beheerder wijzigen.
role-editor = Invuller
role-editor-what = vult in voor de organisatie
role-approver = Goedkeurder
role-approver-what = keurt goed wat invullers deden
role-reader = Lezer
role-reader-what = kijkt mee
role-regional-coordinator = Regiocoördinator
role-regional-coordinator-what = ziet de organisaties in de eigen regio
role-national-researcher = Landelijk onderzoeker
role-national-researcher-what = houdt landelijke peilingen en ziet alle organisaties
role-administrator = Beheerder
role-administrator-what = nodigt mensen uit en geeft rollen
role-national-administrator = Landelijk beheerder
role-national-administrator-what = beheert alle organisaties en hun mensen
role-privacy-officer = Privacyfunctionaris
role-privacy-officer-what = ziet in het logboek wie wat deed, en verder niets
role-until = { $role } (tot { $day })
role-end = Einddatum van nieuwe rollen
role-end-hint = De eerste dag zonder deze rollen. Laat dit leeg als er geen einde is.
roles-change = Rollen wijzigen
roles-kept = Deze rollen kunt u hier niet wijzigen, en zij blijven:
membership-end = Alle rollen hier beëindigen
membership-end-text = Deze persoon heeft dan geen rechten meer bij { $name }. Het account zelf blijft.
renewal-send = Niets om mee in te loggen
renewal-send-text = Is deze persoon de app en de herstelcodes kwijt, of de toegangssleutel? Wees eerst zeker wie het vraagt. Stuur dan een link waarmee deze persoon opnieuw kiest hoe het inloggen gaat. Elke sessie eindigt meteen. Zodra de link is gebruikt, werken het oude wachtwoord, de app, de codes en de toegangssleutels niet meer.
renewal-send-go = Link sturen om opnieuw te kiezen
done-renewal-sent = De link is verstuurd en elke sessie is beëindigd. De link werkt één keer, en een week lang.
account-not-yours = U kunt het account van deze persoon niet uitzetten, en geen nieuwe manier van inloggen geven. Vraag dat een landelijk beheerder.
account-switch-off = Account uitzetten
account-switch-off-text = Deze persoon kan dan nergens meer inloggen. Elke sessie eindigt meteen.
account-switch-on = Account aanzetten
account-switch-on-text = Deze persoon kan dan weer inloggen, met de rollen die nog gelden.
done-roles-changed = De rollen zijn gewijzigd.
done-membership-ended = De rollen hier zijn beëindigd.
done-account-off = Het account is uitgezet en elke sessie is beëindigd.
done-account-on = Het account is aangezet.
done-invited = De uitnodiging is verstuurd.
done-invited-again = De uitnodiging is opnieuw verstuurd. Een oudere link werkt niet meer.
finding-person-name = Vul een naam in van hoogstens { $n } tekens.
finding-person-email = Vul een e-mailadres in, zoals naam@gemeente.nl.
finding-person-already-here = Deze persoon staat al in de lijst van deze organisatie. Open daar de pagina van deze persoon: wijzig er de rollen, of stuur de link opnieuw.
finding-refused-not-yours = Dit is niet aan u.
finding-refused-own = Niemand wijzigt de eigen rollen of het eigen account. Vraag het een andere beheerder.
finding-refused-above = Deze rol mag u niet geven of afnemen. Alleen een landelijk beheerder kan dat.
finding-refused-does-not-fit = Deze rol past niet bij dit soort organisatie.
finding-refused-last-administrator = Dit is de laatste beheerder van deze organisatie. Geef eerst iemand anders deze rol, zonder einddatum, en wacht tot die heeft ingelogd.
finding-refused-last-national-administrator = Dit is de laatste landelijk beheerder. Geef eerst iemand anders deze rol, zonder einddatum, en wacht tot die heeft ingelogd.
finding-refused-watched = Een beheerder kan niet ook privacyfunctionaris zijn bij dezelfde organisatie: wie bekeken wordt, kijkt niet zelf mee. Kies een van de twee.
finding-refused-ends-too-soon = De einddatum moet na vandaag liggen.
finding-refused-nothing = Kies minstens één rol.

invite-title = Iemand uitnodigen
invite-title-for = Iemand uitnodigen voor { $name }
invite-intro = Deze persoon krijgt de rollen pas na het aannemen van de uitnodiging.
invite-by-mail = De link gaat per e-mail, alleen naar deze persoon.
invite-by-hand = Er is geen mailserver. U krijgt de link hierna één keer te zien, om zelf door te geven.
invite-roles-hint = Geef niet meer dan nodig is. U ziet alleen de rollen die u mag geven.
invite-send = Uitnodigen
invite-again = Opnieuw uitnodigen
invite-again-text = Er gaat een nieuwe link uit. Een oudere link werkt dan niet meer.
invite-withdraw = Uitnodiging intrekken
invite-withdraw-text = Wat hier werd aangeboden, kan dan niet meer worden aangenomen.
invite-link-title = Geef deze link door
invite-link-text = U ziet de link alleen nu. Geef hem aan deze persoon zelf, en aan niemand anders.
offers-title = Aan u aangeboden rollen
offers-intro = Deze organisaties vragen u om mee te doen. Pas als u ja zegt, ziet een organisatie uw naam en hebt u er rechten.
offers-none = Er wacht niets op uw antwoord.
offer-roles = Rollen:
offer-accept = Aannemen
offer-decline = Niet aannemen
done-offer-accepted = U doet mee. Uw nieuwe rollen gelden nu.
done-offer-declined = U hebt het aanbod niet aangenomen.

## Samenvoegen

merge-title = Organisaties samenvoegen
merge-intro = Bij een herindeling gaan mensen en gegevens mee naar de opvolger. U beschrijft de stap, bekijkt wat er gebeurt, en bevestigt pas daarna.
merge-proposals = Bekende herindelingen
merge-proposals-why = Het CBS kent deze herindelingen van gemeenten, en hier zijn zij nog niet uitgevoerd. Kies er een om te bekijken wat er gebeurt.
merge-proposal = { $names } ging op in { $to } op { $day }
merge-describe = Beschrijf de samenvoeging
merge-ending = Deze organisaties eindigen
merge-ending-first = Organisatie die eindigt
merge-another = Nog een organisatie die eindigt
merge-not-this = Niet { $name }
merge-into = Gaat verder als
merge-into-new = Een nieuwe organisatie
merge-new-code = CBS-code van de nieuwe gemeente
merge-new-code-hint = Alleen als een nieuwe gemeente de opvolger is.
merge-new-name = Naam van de nieuwe organisatie
merge-new-name-hint = Alleen als een nieuwe organisatie van een andere soort de opvolger is.
merge-new-region = Veilig Thuis-regio van de nieuwe organisatie
merge-new-region-hint = Alleen als een nieuwe regio of Veilig Thuis-organisatie de opvolger is.
merge-date = Datum
merge-date-hint = De eerste dag van de nieuwe situatie. Meestal is dat 1 januari.
merge-look = Bekijk wat er gebeurt
merge-preview = Dit gebeurt er
merge-errors = Dit moet eerst anders
merge-warnings = Let op
merge-what = Opvolger: { $to }, vanaf { $day }.
merge-ends = { $name } eindigt op { $day }. Er wordt niets verwijderd.
merge-summary = { $people ->
    [0] Er gaan geen mensen mee.
    [one] Eén persoon gaat mee. Rollen die verhuizen: { $moved }. Rollen die er bij de opvolger al zijn: { $coincide }.
   *[other] { $people } mensen gaan mee. Rollen die verhuizen: { $moved }. Rollen die er bij de opvolger al zijn: { $coincide }.
}
merge-now = De rollen gaan mee zodra u bevestigt.
merge-later = De rollen gaan mee op de dag zelf, zoals zij dan zijn. Tot die dag blijft alles zoals het is.
merge-audit = De privacyfunctionaris van de opvolger ziet ook het logboek van de organisaties die eindigen.
merge-people = Mensen die meegaan
merge-from = Van
merge-happens = Wat er gebeurt
merge-moves = gaat mee
merge-coincides = heeft deze rol daar al
merge-more = Er zijn er meer dan hier staan; de aantallen hierboven zijn volledig.
merge-undo = Vergist u zich? Tot de dag zelf maakt u dit helemaal ongedaan op de pagina van elke organisatie die eindigt. Daarna kunt u een organisatie heropenen, en geeft u de mensen daar opnieuw hun rollen. In het logboek staat wie wat had.
merge-confirm = Samenvoegen bevestigen
done-organisations-merged = De samenvoeging is vastgelegd.
finding-merger-successor = Kies hoe de organisaties verdergaan.
finding-merger-nothing-ends = Kies minstens één organisatie die eindigt.
finding-merger-kinds = { $name } is een ander soort organisatie dan de opvolger. Alleen organisaties van één soort gaan samen.
finding-merger-into-itself = { $name } kan niet opgaan in zichzelf. Haal haar uit de lijst van organisaties die eindigen.
finding-merger-ended-already = { $name } heeft al een einddatum. Maak die eerst ongedaan.
finding-merger-before-start = { $name } was er nog niet op deze datum.
finding-merger-successor-then = { $name } is er niet op deze datum. Kies een andere datum of opvolger.
finding-merger-in-the-past = Deze datum is voorbij. De rollen gaan daarom meteen mee.
finding-merger-watched = { $n ->
    [one] Iemand zou bij de opvolger beheerder en privacyfunctionaris tegelijk zijn.
   *[other] { $n } mensen zouden bij de opvolger beheerder en privacyfunctionaris tegelijk zijn.
} Wijzig eerst hun rollen: wie bekeken wordt, kijkt niet zelf mee.
finding-merger-unknown = Het CBS kent van { $name } geen herindeling in 2014 tot en met 2023. Klopt deze samenvoeging? Een latere herindeling staat nog niet in onze lijst.
finding-merger-elsewhere = Volgens het CBS ging { $name } op in { $to }.
finding-merger-other-date = Volgens het CBS was dit voor { $name } op { $date }.
