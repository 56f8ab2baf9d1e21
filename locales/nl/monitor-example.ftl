# Goede voorbeelden: gemeenten leren van elkaar.

nav-examples = Goede voorbeelden
task-examples = Goede voorbeelden
task-examples-what = Zie hoe gemeenten het doen.
examples-title = Goede voorbeelden
examples-intro = Wat gemeenten doen om kindermishandeling te voorkomen, door henzelf verteld.
examples-list = Voorbeelden
examples-search = Zoek op woord of gemeente
examples-at-measure = Bij deze maatregel: { $measure }
examples-none = Er zijn nog geen goede voorbeelden. Doet uw gemeente iets waar anderen van leren? Vertel het op de pagina van uw gemeente.
examples-nothing = Hier is nog geen voorbeeld van. Zoek ruimer, of wis de keuzes.
examples-back = Naar alle goede voorbeelden
examples-all = Alle goede voorbeelden
examples-own = Goede voorbeelden van uw gemeente
examples-own-back = Naar de voorbeelden van uw gemeente
examples-own-intro = Vertel wat bij u werkt. U publiceert op naam van uw gemeente; een concept ziet alleen uw gemeente.
examples-own-none = Uw gemeente heeft nog geen voorbeeld. Kies een doel en een titel, dan helpt het formulier u verder.
examples-questions-none = Er zijn geen open vragen over voorbeelden.
advice-examples = { $n ->
    [one] Eén goed voorbeeld bij deze maatregel
   *[other] { $n } goede voorbeelden bij deze maatregel
}
goal-examples = { $n ->
    [one] Eén goed voorbeeld bij dit doel
   *[other] { $n } goede voorbeelden bij dit doel
}
example-about = Van { $name }, hier sinds { $day }
example-title = Titel
example-title-hint = Kort en herkenbaar, in hoogstens 120 tekens.
example-measure = Maatregel
example-measure-hint = Dan vinden anderen het voorbeeld in hun advies.
example-what = Wat doet u?
example-for-whom = Voor wie?
example-reach = Wie bereikt u?
example-reach-hint = Hoeveel van de doelgroep, en hoe weet u dat?
example-cost = Wat kost het?
example-cost-hint = Geld, uren, en wie betaalt. Weet u het niet, zeg dat dan.
example-contact = Contact
example-contact-hint = Het adres van een team of functie, zoals jeugd@gemeente.example. Niet dat van een persoon: iedereen kan dit lezen.
example-document = Document
example-document-none = Er is nog geen document bij.
example-document-first = Een link of een PDF die anderen verder helpt. Uw tekst hierboven wordt meteen ook opgeslagen. Een nieuw document komt in de plaats van het oude.
example-url-hint = Begint met https://. Iedereen kan de link volgen.
example-shown-what = Wat
example-shown-for-whom = Voor wie
example-shown-reach = Bereik
example-shown-cost = Kosten
example-with-own = Een eigen maatregel
example-with-policy = Het doel in het beleid
example-with-record = Het doel in een document
example-with-sight = Zicht op wie wordt bereikt
example-new = Voeg een voorbeeld toe
example-make = Begin
example-edit = Voorbeeld bewerken
example-look = Bekijk het zoals iedereen het ziet
example-publish = Publiceer
example-publish-what = Publiceren zet de naam van uw gemeente erbij. Iedereen kan het lezen, ook zonder in te loggen. U kunt het terugtrekken.
example-agrees = { $name } wil met naam bij dit voorbeeld staan, en het contact is geen persoon.
example-withdraw = Trek het terug
example-withdraw-what = Anderen zien het dan niet meer. U kunt het weer publiceren.
example-state-draft = concept, nog niet gepubliceerd
example-state-published = gepubliceerd
example-state-withdrawn = teruggetrokken
example-state-removed = van de site gehaald
example-thanks-title = Bedankt
example-thanks = { $n ->
    [0] Nog geen gemeente bedankte.
    [one] Eén gemeente bedankte.
   *[other] { $n } gemeenten bedankten.
}
example-thanked-by = Dat waren: { $names }.
example-thank = Bedank deze gemeente
example-questions-who = Een vraag en het antwoord lezen alleen uw gemeente en de gemeente van het voorbeeld.
example-ask-title = Vraag het { $name }
example-ask-intro = De gemeente krijgt een mail dat er een vraag is. De vraag zelf staat niet in de mail.
example-back = Naar het voorbeeld
example-remove = Haal het van de site
example-remove-title = Van de site halen: { $title }
example-remove-what = Het voorbeeld verdwijnt voor iedereen en komt niet terug. De gemeente leest uw reden. Vragen over het voorbeeld sluiten.
example-because = Reden
example-because-hint = Bijvoorbeeld: er staat in wie een gezin is.
question-at-example = bij een goed voorbeeld
waiting-examples = { $n ->
    [one] Over een goed voorbeeld wacht één vraag op { $name }.
   *[other] Over goede voorbeelden wachten { $n } vragen op { $name }.
}
waiting-examples-link = Naar de vragen over voorbeelden
field-example_title = Titel
field-example_step = Maatregel
field-example_what = Wat doet u?
field-example_for_whom = Voor wie?
field-example_reach = Wie bereikt u?
field-example_cost = Wat kost het?
field-example_contact = Contact
field-agrees = Akkoord
finding-example-title = Vul een titel in.
finding-example-missing = Vul dit in voor u publiceert.
finding-example-long = Gebruik hoogstens { $most } tekens.
finding-example-many = Uw gemeente heeft al 200 voorbeelden. Werk er een bij.
finding-example-agree = Zet dit vinkje als uw gemeente met naam bij het voorbeeld wil staan.
finding-example-changed = Een collega heeft dit intussen veranderd. Wat u invulde staat hier nog. Open het voorbeeld opnieuw om te zien wat er nu staat.
finding-example-removed = Een onderzoeker heeft dit voorbeeld van de site gehaald. Het kan niet meer veranderen.
done-example-made = Het concept staat klaar. Vul in wat u doet; alleen uw gemeente ziet het.
done-example-saved = Het voorbeeld is opgeslagen.
done-example-published = Het voorbeeld is gepubliceerd, op naam van uw gemeente.
done-example-withdrawn = Het voorbeeld is teruggetrokken.
done-example-document = Het document is bijgewerkt.
done-example-thanked = Uw dank staat erbij. De gemeente ziet dat die van u komt.
done-example-removed = Het voorbeeld is van de site gehaald.
audit-kind-example-made = Goed voorbeeld gemaakt
audit-kind-example-changed = Goed voorbeeld veranderd
audit-kind-example-published = Goed voorbeeld gepubliceerd
audit-kind-example-withdrawn = Goed voorbeeld teruggetrokken
audit-kind-example-removed = Goed voorbeeld van de site gehaald
audit-kind-example-thanked = Voor een goed voorbeeld bedankt
api-tag-examples = Goede voorbeelden
api-list-examples = De goede voorbeelden die zijn gepubliceerd
example-text = Lees de tekst
example-ask-nobody = Bij deze gemeente is nog niemand die hier een mail krijgt. Wilt u snel antwoord? Gebruik dan het contact bij het voorbeeld: { $contact }
letter-example-removed-subject = Uw goede voorbeeld staat niet meer in Zicht
letter-example-removed-why = Het landelijk bureau haalde een goed voorbeeld van uw gemeente weg: ‘{ $title }’.
letter-example-removed-link = Lees waarom
letter-example-removed-after = Uw tekst staat daar nog, alleen voor uw gemeente.
examples-near = Niets heeft precies deze woorden. Dit lijkt erop.
example-contact-fits = Dit is geen adres van één persoon, of die persoon wil dat iedereen het ziet.
example-thanked-own = { $name } bedankte ook.
example-unthank = Trek uw dank in
question-example-removed = Een onderzoeker haalde het voorbeeld van de site. Daarom is deze vraag gesloten. U kunt alles nog lezen.
question-example-removed-because = Een onderzoeker haalde het voorbeeld van de site. Daarom is deze vraag gesloten. U kunt alles nog lezen. De reden: { $because }
field-contact_fits = Contact
finding-example-contact = Dit lijkt het adres van één persoon, en geen adres van een organisatie. Iedereen kan het lezen. Verander het, of zet het vinkje eronder.
done-example-unthanked = Uw dank is ingetrokken.
audit-kind-example-unthanked = Dank voor een goed voorbeeld ingetrokken
