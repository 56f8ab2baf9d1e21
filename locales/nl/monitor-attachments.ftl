# Bewijs en notities bij een doel van het formulier
attachments-title = Bewijs en notities bij { $part }
attachments-link = Bewijs en notities: { $evidence ->
    [0] nog geen bewijs
    [one] 1 bewijsstuk
   *[other] { $evidence } bewijsstukken
}, { $notes ->
    [0] geen notities
    [one] 1 notitie
   *[other] { $notes } notities
}
attachments-back = Terug naar de vragen
attachment-by = Toegevoegd door { $name }, { $at }
attachment-size = { $kb } kB
attachment-remove = Verwijderen
evidence-title = Bewijs
evidence-intro = Waaruit blijkt wat u antwoordt? Voeg de nota of een link toe, dan vindt een collega het over twee jaar terug. Alleen mensen van uw gemeente zien dit.
evidence-none = Er is nog geen bewijs bij dit doel.
evidence-link = Een link toevoegen
evidence-file = Een PDF toevoegen
evidence-what = Wat is het
evidence-url = Adres
evidence-url-hint = Begint met https://
evidence-pdf = PDF
evidence-pdf-hint = Hoogstens 20 MB. Zet er geen gegevens van kinderen of ouders in.
evidence-link-add = Link toevoegen
evidence-file-add = PDF toevoegen
notes-title = Notities voor collega’s
notes-intro = Alleen mensen van uw gemeente lezen dit. Een notitie telt niet mee en wordt nooit gepubliceerd.
notes-new = Nieuwe notitie
notes-hint = Noem geen namen van kinderen of ouders.
notes-add = Notitie bewaren
done-attachment-kept = Het is bewaard.
done-attachment-removed = Het is verwijderd.
finding-attachment-url = Geef een adres dat met https:// begint, zonder naam of wachtwoord erin.
finding-attachment-long = Gebruik hoogstens { $most } tekens.
finding-attachment-no-file = Kies een PDF.
finding-attachment-no-pdf = Dit bestand is geen PDF, of het is niet heel. Sla het document op als PDF en kies dat.
finding-attachment-large = Dit bestand is groter dan { $most } MB. Maak het kleiner, of voeg een link toe.
finding-attachment-many = Bij één doel passen { $most } stukken. Verwijder eerst iets.
audit-kind-form-evidence-added = Bewijs toegevoegd
audit-kind-form-evidence-removed = Bewijs verwijderd
audit-kind-form-note-added = Notitie geschreven
audit-kind-form-note-removed = Notitie verwijderd
attachment-rename = Naam wijzigen
done-attachment-renamed = De naam is gewijzigd.
audit-kind-form-evidence-renamed = Naam van bewijs gewijzigd
