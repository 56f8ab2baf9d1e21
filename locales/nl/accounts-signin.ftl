# Inloggen, uitnodiging, nieuw wachtwoord en het eigen account.

sign-in-title = Inloggen
sign-in-email = E-mailadres
sign-in-password = Wachtwoord
sign-in-next = Verder
sign-in-go = Inloggen
sign-in-again = Terug naar inloggen
sign-in-forgotten = Wachtwoord vergeten?
sign-in-demo = Rondkijken in de demonstratie: log in met één klik
sign-in-passkey-title = Met een toegangssleutel
sign-in-passkey-text = Een toegangssleutel (passkey) staat op uw telefoon, uw computer of een beveiligingssleutel. U hoeft dan niets in te typen.
sign-in-passkey-go = Inloggen met een toegangssleutel
sign-in-provider-title = Via uw organisatie
sign-in-provider-go = Verder met { $name }
sign-in-problem-late = Het inloggen duurde te lang, of het was al gebeurd. Begin opnieuw.
sign-in-problem-provider = De inlogdienst van uw organisatie geeft nu geen antwoord. Probeer het later opnieuw, of log op een andere manier in.
sign-in-problem-unlinked = Bij deze inlogdienst hoort nog geen account in Zicht. Gebruik de uitnodiging die u per mail kreeg, of vraag uw beheerder er een.
sign-in-problem-refused = Het inloggen via uw organisatie is niet gelukt. Probeer het opnieuw.
sign-in-problem-linked = Dit account van uw organisatie hoort in Zicht al bij iemand anders. Vraag uw beheerder om hulp.
sign-in-problem-passkey = Het inloggen met een toegangssleutel is niet gelukt. Probeer het opnieuw, of log in met uw wachtwoord.
sign-in-method-password = Met wachtwoord en code
sign-in-method-recovery = Met wachtwoord en herstelcode
sign-in-method-passkey = Met een toegangssleutel
sign-in-method-provider = Via de organisatie
sign-in-method-demo = Demonstratie

sign-in-code-title = Code van uw app
sign-in-code-intro = Uw wachtwoord klopt. Open uw authenticator-app en vul de code in die daar bij Zicht staat.
sign-in-code = Code
sign-in-code-hint = Zes cijfers uit uw app, of een van uw herstelcodes.
sign-in-code-lost = Geen telefoon bij de hand?
sign-in-code-lost-text = Gebruik een herstelcode. Die kreeg u toen u de app instelde. Hebt u die ook niet? Vraag dan uw beheerder om een link waarmee u opnieuw kiest hoe u inlogt.

finding-sign-in-wrong = Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.
finding-sign-in-code-wrong = Deze code klopt niet, of is al gebruikt. Wacht tot uw app een nieuwe code laat zien en vul die in.
finding-sign-in-wait-seconds = Dit is te vaak misgegaan. Probeer het over { $n } seconden opnieuw.
finding-sign-in-wait-minutes = Dit is te vaak misgegaan. Probeer het over { $n } minuten opnieuw.

confirm-title = Laat zien dat u het bent
confirm-intro = Hierna kunt u iets veranderen dat met uw veiligheid te maken heeft. Daarom vragen wij u eerst opnieuw wie u bent.
confirm-go = Verder
confirm-no-way = U kunt hier niet laten zien dat u het bent. Log uit en log opnieuw in.
confirm-passkey-go = Verder met een toegangssleutel
confirm-provider-go = Verder met { $name }
finding-confirm-wrong = Het wachtwoord of de code klopt niet. Vul beide opnieuw in, met een nieuwe code uit uw app.
finding-passkey-wrong = Dit is niet een van uw toegangssleutels, of het duurde te lang. Probeer het opnieuw.

invitation-title = Welkom bij Zicht
invitation-intro = { $name }, kies hoe u inlogt. Daarna kunt u meteen aan het werk.
invitation-passkey-title = Met een toegangssleutel
invitation-passkey-text = Dit is het makkelijkst en het veiligst. Uw telefoon of computer bewaart de sleutel. U opent die met uw vinger, uw gezicht of een pincode.
invitation-password-title = Met een wachtwoord en een app
invitation-password-text = U kiest een wachtwoord. Daarna stelt u een authenticator-app in, die steeds een nieuwe code geeft.
invitation-password-go = Verder naar de app
invitation-provider-title = Met het account van uw organisatie

renewal-title = Kies opnieuw hoe u inlogt
renewal-intro = { $name }, kies hoe u voortaan inlogt. Uw oude wachtwoord, app, herstelcodes en toegangssleutels werken daarna niet meer.

new-password = Nieuw wachtwoord
new-password-hint = Minstens 12 tekens. Een paar woorden die niet bij elkaar horen zijn sterk en makkelijk te onthouden.
new-password-title = Kies een nieuw wachtwoord
new-password-intro = Kies een nieuw wachtwoord en vul een code van uw app in. Daarna bent u overal uitgelogd en logt u opnieuw in.
new-password-go = Wachtwoord opslaan
finding-password-short = Gebruik minstens { $n } tekens.
finding-password-long = Gebruik hoogstens { $n } tekens.
finding-password-guessable = Dit wachtwoord is te makkelijk te raden.
finding-password-keyboard = Toetsen die naast elkaar liggen zijn makkelijk te raden.
finding-password-repeats = Herhalingen zoals ‘aaa’ of ‘abcabc’ zijn makkelijk te raden.
finding-password-sequence = Reeksen zoals ‘abcd’ of ‘6543’ zijn makkelijk te raden.
finding-password-date = Jaartallen en datums zijn makkelijk te raden.
finding-password-common = Dit lijkt op een wachtwoord dat veel mensen gebruiken.
finding-password-name = Namen zijn makkelijk te raden.
finding-password-advice-words = Voeg een of twee woorden toe die er niet bij horen.
finding-password-advice-years = Gebruik geen jaartal of datum die bij u hoort.

app-title = Stel uw authenticator-app in
app-intro = De app geeft steeds een nieuwe code. Zo kan niemand met alleen uw wachtwoord inloggen.
app-step-install = Open een authenticator-app op uw telefoon. Hebt u er nog geen? Zoek in uw app-winkel naar ‘authenticator’.
app-step-scan = Kies in de app voor toevoegen en scan deze afbeelding.
app-picture = QR-code voor uw authenticator-app. Onder de afbeelding staat dezelfde sleutel als tekst.
app-step-type = Lukt scannen niet? Typ dan deze sleutel in de app:
app-open = Open de app op dit apparaat
app-step-code = Vul de code in die de app nu laat zien.
app-code = Code van zes cijfers
app-code-hint = De app laat elke 30 seconden een nieuwe code zien.
app-go = App gebruiken
finding-app-code-wrong = Deze code klopt niet. Controleer of de klok van uw telefoon goed staat en vul de nieuwste code in.

codes-title = Bewaar uw herstelcodes
codes-intro = Met een herstelcode logt u in als u uw app niet hebt. Elke code werkt één keer. U ziet ze alleen nu: bewaar ze op een veilige plek.
codes-file = Bewaar als tekstbestand
codes-file-name = zicht-herstelcodes.txt
codes-file-title = Herstelcodes voor Zicht. Elke code werkt één keer.
codes-kept = Ik heb ze bewaard, verder
finding-codes-without-app = Herstelcodes horen bij een authenticator-app. Stel eerst een app in.

reset-title = Wachtwoord vergeten
reset-intro = Vul uw e-mailadres in. U krijgt dan een mail met een link om een nieuw wachtwoord te kiezen.
reset-go = Stuur mij een mail
reset-asked-title = Kijk in uw mail
reset-asked-intro = Hoort er een account bij dit adres? Dan krijgt u binnen een paar minuten een mail. De link daarin werkt een uur.
reset-asked-text = Niets gekregen? Kijk bij ongewenste mail en controleer het adres. U krijgt hoogstens drie van deze mails per dag. Lukt het niet, vraag dan uw beheerder om hulp.

link-over-title = Deze link werkt niet meer
link-over-invitation = De link is al gebruikt, is verlopen, of er is een nieuwere gestuurd. Vraag uw beheerder om een nieuwe link.
link-over-reset = De link is al gebruikt, is verlopen, of er is een nieuwere gestuurd. Vraag een nieuwe mail aan.
link-over-sign-in = Naar inloggen
link-over-again = Vraag een nieuw wachtwoord aan

passkey-needs-script = Een toegangssleutel werkt alleen als JavaScript aan staat in uw browser. Al het andere werkt zonder.
passkey-failed = Dat is niet gelukt. Probeer het opnieuw, of kies een andere manier.
passkey-impossible = Op dit adres van Zicht kunt u geen toegangssleutels gebruiken.
passkey-make = Toegangssleutel maken
passkey-name = Naam van de sleutel
passkey-name-hint = Bijvoorbeeld ‘telefoon van het werk’. Zo herkent u hem later.
passkey-unnamed = Toegangssleutel
passkey-created = Gemaakt op { $day }
passkey-used = Laatst gebruikt op { $day }
passkey-never-used = Nog niet gebruikt
passkey-remove = Verwijderen
finding-passkey-not-made = De toegangssleutel is niet gemaakt: het duurde te lang, of uw apparaat gaf geen goed antwoord. Probeer het opnieuw.
finding-passkey-known = Deze toegangssleutel is al bekend.
finding-passkey-too-many = U hebt al twintig toegangssleutels. Verwijder er eerst een.
finding-last-way-in = Dit is uw enige manier om in te loggen. Voeg eerst een andere toe.

provider-going-title = Naar uw organisatie
provider-going-text = U gaat nu naar { $name } om in te loggen. Daarna komt u terug bij Zicht.
provider-going-link = Ga verder naar { $name }

left-title = U bent uitgelogd bij Zicht
left-text = Bij { $name } bent u nog wel ingelogd. Gebruiken anderen dit apparaat ook? Log dan ook daar uit.
left-link = Uitloggen bij { $name }

account-title = Uw account
account-nav = Onderdelen van uw account
account-name = Naam
account-name-hint = Zo zien anderen u in Zicht.
account-lang = Taal van mail aan u
account-lang-hint = De taal van de pagina’s kiest u rechtsboven.
account-lang-nl = Nederlands
account-lang-en = English
account-save = Opslaan
account-email = E-mailadres
account-email-text = Met dit adres logt u in. Klopt het niet meer? Vraag uw beheerder om een uitnodiging op uw nieuwe adres.
account-roles = Uw rollen
account-roles-text = Rollen krijgt u van de beheerder van een organisatie.
account-no-roles = U hebt nu geen rol. Vraag de beheerder van uw organisatie erom.
finding-account-changed-meanwhile = Uw gegevens zijn intussen ergens anders veranderd. Wat u invulde staat er nog. Laad de pagina opnieuw om de nieuwe gegevens te zien.

security-title = Hoe u inlogt
security-intro = Voor elke verandering vragen wij u eerst opnieuw wie u bent, als dat langer dan een kwartier geleden is. U krijgt er altijd een mail over.
security-passkeys = Toegangssleutels
security-passkeys-text = Een toegangssleutel (passkey) op uw telefoon, computer of beveiligingssleutel. U kunt er meer dan een hebben.
security-password = Wachtwoord
security-password-set = U hebt een wachtwoord. Als u het verandert, logt u overal elders uit.
security-password-none = U hebt geen wachtwoord. Wilt u er een? Stel dan ook een authenticator-app in: een wachtwoord alleen is niet genoeg.
security-password-go = Wachtwoord opslaan
security-app = Authenticator-app
security-app-set = U hebt een app ingesteld.
security-app-none = U hebt geen app ingesteld.
security-app-other = Een andere app instellen
security-app-first = Een app instellen
security-codes = Herstelcodes
security-codes-left = { $left ->
    [0] U hebt geen herstelcodes meer. Maak nieuwe.
    [one] U hebt nog één herstelcode. Maak nieuwe.
   *[other] U hebt nog { $left } herstelcodes.
}
security-codes-go = Nieuwe herstelcodes maken
security-identities = Account van uw organisatie
identity-linked = U kunt hiermee inloggen.
identity-not-linked = U kunt hiermee nog niet inloggen.
identity-link = Koppelen
identity-unlink = Ontkoppelen

sessions-title = Waar u bent ingelogd
sessions-intro = Dit zijn de apparaten waarop u nu bent ingelogd. Herkent u er een niet? Log dat apparaat uit en verander uw wachtwoord.
session-unknown-device = Onbekend apparaat
session-this = Dit apparaat
session-started = Ingelogd op { $at }
session-seen = Laatst gebruikt op { $at }
session-end = Uitloggen
sessions-end-others = Overal elders uitloggen

seen-title = Wie uw account zag
seen-intro = Hier ziet u wie uw account bekeek of veranderde, en wat u zelf deed. Het nieuwste staat bovenaan.
seen-nothing = Er is nog niets gebeurd.
seen-table = Wat er met uw account gebeurde
seen-at = Wanneer
seen-what = Wat
seen-who = Door wie
seen-yourself = U zelf
seen-somebody = Iemand die er niet meer is
seen-operator = Technisch beheer
seen-program = Zicht zelf
seen-nobody = Iemand die niet was ingelogd

demo-sign-in-title = Inloggen in de demonstratie
demo-sign-in-intro = Kies als wie u wilt rondkijken. Deze mensen zijn verzonnen.
demo-sign-in-go = Inloggen als

done-signed-out = U bent uitgelogd.
done-password-changed = Uw wachtwoord is veranderd.
done-totp-set = Uw nieuwe app is ingesteld. De oude werkt niet meer.
done-passkey-added = De toegangssleutel is toegevoegd.
done-passkey-removed = De toegangssleutel is verwijderd.
done-identity-linked = Het account van uw organisatie is gekoppeld.
done-identity-unlinked = Het account van uw organisatie is ontkoppeld.
done-session-ended = Dat apparaat is uitgelogd.
done-sessions-ended = U bent overal elders uitgelogd.

letter-reset-subject = Nieuw wachtwoord voor Zicht
letter-reset-text = Iemand heeft voor uw account een nieuw wachtwoord aangevraagd. Was u dat? Kies het dan met de link hieronder. U hebt daarbij ook uw app of een herstelcode nodig.
letter-reset-link = Nieuw wachtwoord kiezen
letter-reset-after = De link werkt één keer, en een uur lang.
letter-no-password-subject = Uw account in Zicht heeft geen wachtwoord
letter-no-password-text = Iemand heeft voor uw account een nieuw wachtwoord aangevraagd. U logt in met een toegangssleutel of via uw organisatie, dus er is geen wachtwoord. Lukt inloggen niet, vraag dan uw beheerder om een link waarmee u opnieuw kiest hoe u inlogt.
letter-to-sign-in = Naar inloggen
letter-to-security = Bekijk hoe u inlogt
letter-was-not-me = Was u dit niet? Log dan in, verander uw wachtwoord en laat het uw beheerder meteen weten.
letter-password-changed-subject = Uw wachtwoord voor Zicht is veranderd
letter-password-changed-text = Het wachtwoord van uw account is zojuist veranderd.
letter-totp-set-subject = Andere authenticator-app voor Zicht
letter-totp-set-text = Voor uw account is zojuist een authenticator-app ingesteld. De vorige werkt niet meer.
letter-recovery-codes-made-subject = Nieuwe herstelcodes voor Zicht
letter-recovery-codes-made-text = Voor uw account zijn zojuist nieuwe herstelcodes gemaakt. De oude werken niet meer.
letter-recovery-used-subject = Herstelcode gebruikt voor Zicht
letter-recovery-used-text = { $left ->
    [one] Met een herstelcode is zojuist op uw account ingelogd. U hebt er nog één.
   *[other] Met een herstelcode is zojuist op uw account ingelogd. U hebt er nog { $left }.
}
letter-passkey-added-subject = Nieuwe toegangssleutel voor Zicht
letter-passkey-added-text = Aan uw account is zojuist een toegangssleutel toegevoegd.
letter-passkey-removed-subject = Toegangssleutel verwijderd bij Zicht
letter-passkey-removed-text = Van uw account is zojuist een toegangssleutel verwijderd.
letter-identity-linked-subject = Account van uw organisatie gekoppeld aan Zicht
letter-identity-linked-text = U kunt nu met het account van uw organisatie in Zicht inloggen.
letter-identity-unlinked-subject = Account van uw organisatie ontkoppeld van Zicht
letter-identity-unlinked-text = U kunt niet meer met het account van uw organisatie in Zicht inloggen.
letter-sessions-ended-subject = U bent uitgelogd bij Zicht
letter-sessions-ended-text = Uw account is zojuist op alle andere apparaten uitgelogd.
letter-renewal-subject = Kies opnieuw hoe u inlogt in Zicht
letter-renewal-why = Een beheerder van Zicht heeft voor uw account een link gemaakt. U kiest daarmee opnieuw hoe u inlogt.
letter-renewal-what = Hebt u daarom gevraagd? Gebruik dan de link hieronder.
letter-renewal-by-hand = Hebt u daarom gevraagd? Dan krijgt u de link van de beheerder zelf.
letter-renewal-ends = U bent overal uitgelogd. Zodra de link is gebruikt, werken uw oude wachtwoord, app, herstelcodes en toegangssleutels niet meer.
letter-renewal-link = Opnieuw kiezen hoe u inlogt
letter-renewal-after = De link werkt één keer, en een week lang. Geef de link aan niemand anders.
letter-renewal-not-you = Hebt u hier niet om gevraagd? Gebruik de link niet, log in zoals u gewend bent, en laat het uw beheerder meteen weten.
letter-renewed-subject = U logt op een nieuwe manier in bij Zicht
letter-renewed-text = Met een link van een beheerder is zojuist opnieuw gekozen hoe u inlogt. Uw oude wachtwoord, app, herstelcodes en toegangssleutels werken niet meer, en u bent op andere apparaten uitgelogd.
letter-wrong-codes-subject = Iemand probeert in te loggen op uw account
letter-wrong-codes-text = Iemand kent uw wachtwoord voor Zicht en vulde vaak een verkeerde code in. Zonder code komt niemand binnen. Was u dit niet zelf? Verander dan uw wachtwoord.

audit-kind-account-listed = Accounts bekeken vanaf de opdrachtregel

job-kind-accounts-reset = Een link voor een nieuw wachtwoord sturen
job-kind-accounts-sweep = Beëindigde sessies opruimen
