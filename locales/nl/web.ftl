# Wat op elke pagina staat: kop, navigatie, hulp, voet, fouten, plaatsen van bevindingen.

site-name = Zicht
site-description = Wat doen gemeenten om kindermishandeling te voorkomen, en wie bereiken zij?
skip-to-content = Direct naar de inhoud
home-link = Zicht, naar de beginpagina
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

error-not-found-title = Deze pagina is er niet
error-not-found-text = Het adres klopt niet, of de pagina is verplaatst. Controleer het adres of begin opnieuw op de beginpagina.
error-bad-request-title = Dit verzoek klopt niet
error-bad-request-text = In het adres staat iets dat wij niet begrijpen. Ga terug en probeer het opnieuw.
error-method-title = Dit kan hier niet
error-method-text = Deze pagina kunt u alleen bekijken.
error-internal-title = Er ging iets mis
error-internal-text = Dit ligt aan ons, niet aan u. Er is niets verloren gegaan. Probeer het over een paar minuten opnieuw.
error-to-home = Naar de beginpagina

place-row = regel { $row }
place-column = kolom { $name }
place-key = sleutel { $name }
