# De tekst van de mails van een peiling.

mail-own = Deze tekst is voor deze peiling aangepast.
mail-change = Pas de tekst aan
mail-title-invitation = De uitnodiging aanpassen
mail-title-reminder = De herinnering aanpassen
mail-intro = De tekst geldt voor deze peiling. Na opslaan ziet u de mail zoals hij weggaat. Wat al verstuurd is, verandert niet. Onder de mail staat altijd waarom iemand hem krijgt, en bij een proef dat het een proef is.
mail-subject-nl = Onderwerp (Nederlands)
mail-text-nl = Tekst (Nederlands)
mail-subject-en = Onderwerp (Engels)
mail-text-en = Tekst (Engels)
mail-text-hint = Dit vult Zicht in: { $names }. De link hoort er één keer in. Met een lege regel begint een nieuwe alinea.
mail-save = Opslaan en bekijken
mail-default = Terug naar de tekst van Zicht
done-mail-changed = De tekst is bewaard. Zo gaan de mails weg.
finding-mail-long = Deze tekst is te lang. Gebruik hoogstens { $most } tekens.
finding-mail-placeholder = ‘[{ $found }]’ kent Zicht niet. Gebruik alleen de woorden tussen haken die boven de tekst staan.
finding-mail-link-missing = Zet één keer [link] in de tekst. Anders kan niemand bij de vragenlijst.
finding-mail-link-twice = [link] staat vaker in de tekst. Laat hem één keer staan.
finding-mail-link-subject = In het onderwerp kan geen link. Zet [link] in de tekst.
audit-kind-wave-mail-changed = Tekst van een mail van een peiling aangepast
