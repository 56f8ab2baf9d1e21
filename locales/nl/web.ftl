# Wat op elke pagina staat: kop, navigatie, hulp, voet, fouten, plaatsen van bevindingen.

site-name = Zicht
site-description = Wat doen gemeenten om kindermishandeling te voorkomen, en wie bereiken zij?
skip-to-content = Direct naar de inhoud
home-link = Zicht, naar de beginpagina
menu = Menu
main-navigation = Hoofdmenu
footer-navigation = Over deze site
crumbs = U bent hier
other-language = English

nav-monitor = Monitor
nav-regions = Regio’s
nav-conclusions = Conclusies
nav-method = Methode
nav-downloads = Downloads
nav-accessibility = Toegankelijkheid
nav-privacy = Privacy
nav-source = Broncode

help-title = Zorgen over een kind?
help-veilig-thuis = Veilig Thuis
help-veilig-thuis-when = dag en nacht, gratis
help-danger = Direct gevaar
help-danger-call = bel
help-children = Kindertelefoon
help-children-when = voor kinderen zelf
footer-about = Zicht laat zien wat gemeenten doen om kindermishandeling te voorkomen.

norm-low = laag
norm-middle = midden
norm-high = hoog

show-as-table = Bekijk als tabel
show-as-list = Bekijk als lijst

error-gone-title = Dit is weggehaald
error-gone-text = Wat op dit adres stond, is er niet meer.
error-not-found-title = Deze pagina is er niet
error-not-found-text = Het adres klopt niet, of de pagina is verplaatst. Controleer het adres of begin opnieuw op de beginpagina.
error-bad-request-title = Dit verzoek klopt niet
error-bad-request-text = In het adres staat iets dat wij niet begrijpen. Ga terug en probeer het opnieuw.
error-method-title = Dit kan hier niet
error-method-text = Zo opent u deze pagina niet. Ga terug naar de pagina waar u vandaan kwam, of begin op de beginpagina.
error-internal-title = Er ging iets mis
error-internal-text = Dit ligt aan ons, niet aan u. Er is niets verloren gegaan. Probeer het over een paar minuten opnieuw.
error-signed-out-title = U bent niet ingelogd
error-signed-out-text = Log in om verder te gaan.
error-unconfirmed-title = Laat eerst zien dat u het bent
error-unconfirmed-text = Dit is een gevoelige handeling. Daarom vragen wij u eerst opnieuw om uw wachtwoord of sleutel.
error-forbidden-title = Hier hebt u geen recht op
error-forbidden-text = Uw rol geeft geen toegang tot deze pagina. Hebt u die nodig voor uw werk? Vraag het de beheerder van uw organisatie. Deze poging is vastgelegd.
error-foreign-title = Dit formulier nemen wij niet aan
error-foreign-text = Het kwam niet van een pagina van Zicht. Er is niets veranderd. Ga naar de pagina zelf en vul het daar in.
error-too-large-title = Dit is te groot
error-too-large-text = U stuurde meer dan wij aannemen. Er is niets veranderd. Ga terug en maak het korter.
error-unsupported-title = Dit kunnen wij niet lezen
error-unsupported-text = Wat u stuurde is geen formulier van Zicht, of er staan tekens in die wij niet aannemen. Ga terug en probeer het opnieuw.
error-too-many-title = Even rustig aan
error-too-many-text = Vanaf uw adres komen heel veel verzoeken tegelijk. Wacht een minuut en probeer het opnieuw.
error-away-title = Zicht kan even niet bij zijn gegevens
error-away-text = Probeer het over een halve minuut opnieuw. Had u iets ingevuld? Kijk dan daarna of het is bewaard.
error-busy-title = Dit duurt te lang
error-busy-text = Zicht heeft het nu te druk. Er is niets verloren gegaan. Probeer het over een paar minuten opnieuw.
error-number = Blijft het misgaan? Meld dan nummer { $number } aan uw beheerder.
error-to-home = Naar de beginpagina

place-row = regel { $row }
place-column = kolom { $name }
place-key = sleutel { $name }

sign-in = Inloggen
sign-out = Uitloggen
own-account = Uw account

form-errors = { $count ->
    [one] Er is iets niet goed ingevuld. Wat u verder invulde, staat er nog.
   *[other] { $count } dingen zijn niet goed ingevuld. Wat u verder invulde, staat er nog.
}
form-problem = { $field }: { $text }
form-title-refused = Fout: { $title }
form-error = Fout
form-optional = (niet verplicht)
form-choose = Kies
finding-field-required = Vul dit veld in.
finding-field-too-long = Maak dit korter, er is plaats voor { $most } tekens.
finding-field-email = Vul een e-mailadres in, zoals naam@gemeente.nl.
finding-field-choice = Kies een van de mogelijkheden.
pager = Bladeren
pager-first = Naar het begin
pager-next = Verder

kept-title = Uw gegevens zijn bewaard
kept-text = U bent weer ingelogd. Wat u had ingevuld, is er nog. Verstuur het nu.
kept-send = Verstuur mijn gegevens
send-again-title = Verstuur uw gegevens nog een keer
send-again-text = De pagina stond te lang open, of u logde intussen opnieuw in. Wat u invulde is er nog. Een wachtwoord of code vult u daarna opnieuw in.
signed-out-kept-text = U bent te lang weg geweest. Wat u invulde is bewaard. Log in, dan kunt u het alsnog versturen.
confirm-first-kept-text = Dit is een gevoelige handeling. Daarom vragen wij u eerst opnieuw om uw wachtwoord of sleutel. Wat u invulde is bewaard.
confirm-first-go = Verder
done-saved = Opgeslagen.

# Namen van velden, voor de fout in de lijst boven een formulier.
field-email = E-mailadres
field-password = Wachtwoord
field-code = Code
field-name = Naam
field-role = Rol
field-lang = Taal
field-until = Einddatum
field-date = Datum
field-kind = Soort
field-region = Regio
field-organisation = Organisatie
field-reason = Reden
field-from = Begindatum
field-to = Tot en met
