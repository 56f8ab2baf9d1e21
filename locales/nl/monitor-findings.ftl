# Wat er mis kan zijn met een bestand met antwoorden, en met een definitie.
# Voor elke zin komt de plaats te staan: ‘regel 12, kolom d1.beleid: ...’.

## De kopregel

finding-header-none = Op de eerste regel staan geen kolomnamen die wij kennen. Er staat: { $found }. Zet daar de kolomnamen neer in kleine letters, zoals respondent en d1.beleid, met een komma of puntkomma ertussen.
finding-header-empty = Deze kolom heeft geen naam. Geef de kolom een naam op regel 1, of verwijder de kolom.
finding-header-twice = Deze kolom staat er twee keer. Laat er één staan.
finding-header-unknown = Deze kolom kennen wij niet. { $guess ->
    [yes] Bedoelt u ‘{ $nearest }’? Die kolom is er nog niet.
   *[no] Controleer de naam, of verwijder de kolom.
}
finding-header-missing = Deze kolom ontbreekt. Voeg de kolom toe. Heeft niemand deze vraag beantwoord? Laat de cellen eronder dan leeg.

## De antwoorden

finding-code-unknown = ‘{ $found }’ kan hier niet. { $guess ->
    [yes] Bedoelt u ‘{ $nearest }’?
   *[no] Kies uit: { $known }.
}
finding-code-twice = ‘{ $found }’ staat er twee keer. Laat er één staan.
finding-none-with-others = ‘geen’ kan niet samen met een ander antwoord. Haal ‘geen’ weg, of haal de andere antwoorden weg.
finding-goal-without-policy = Deze cel is leeg, maar bij dit doel is wel iets anders ingevuld, bijvoorbeeld in kolom { $other }. Vul hier ‘ja’, ‘voornemen’ of ‘nee’ in, of maak de andere cellen van dit doel leeg.
finding-recorded-without-policy = Hier staat een document, maar in kolom { $other } staat geen ‘ja’. Alleen een doel dat in het beleid staat, kan zijn vastgelegd. Vul daar ‘ja’ in, of maak deze cel leeg.
finding-share-without-sight = Hier staat hoeveel van de doelgroep u bereikt, maar in kolom { $other } staat geen ‘ja’. Vul daar ‘ja’ in, of maak deze cel leeg.
finding-grade-range = ‘{ $found }’ is geen rapportcijfer. Vul een heel cijfer van 1 tot en met 10 in.

## Wie er antwoordde

finding-respondent-missing = De naam van de respondent ontbreekt. Geef elke respondent een eigen naam of nummer.
finding-respondent-twice = ‘{ $found }’ staat ook op regel { $first }. Elke respondent mag maar één keer voorkomen. Verwijder een van de twee regels, of verander de naam.
finding-size-class-range = ‘{ $found }’ is geen grootteklasse. Vul een cijfer van 1 tot en met 5 in.
finding-size-class-missing = De grootteklasse ontbreekt. Vul een cijfer van 1 tot en met 5 in, of vul in de kolom gemeente de gemeentecode in.
finding-size-class-unknown = { $name } bestaat niet meer. Van deze gemeente kennen wij de grootteklasse niet. Vul een cijfer van 1 tot en met 5 in.
finding-municipality-code = ‘{ $found }’ is geen gemeentecode. { $guess ->
    [yes] Bedoelt u ‘{ $nearest }’?
   *[no] Vul GM en vier cijfers in, zoals GM0344.
}
finding-municipality-unknown = De gemeentecode { $found } bestaat niet. Controleer de vier cijfers. U vindt alle codes bij het CBS.
finding-municipality-not-then = { $name } ({ $found }) bestond niet op { $day }-{ $month }-{ $year }, de peildatum van deze peiling. Vul de gemeente in die er toen was.
finding-municipality-twice = { $name } ({ $found }) staat ook op regel { $first }. Elke gemeente mag maar één keer voorkomen. Verwijder een van de twee regels, of verbeter de code.

## Het bestand als geheel

finding-rows-none = In dit bestand staan geen antwoorden, alleen kolomnamen. Zet elke respondent op een eigen regel daaronder.
finding-stored-damaged = De opgeslagen antwoorden van deze respondent zijn niet meer te lezen, of horen bij een andere vragenlijst. Importeer het bestand met antwoorden opnieuw.

## Definities

finding-definition-syntax = Dit is geen goede TOML: { $problem }. Verbeter deze regel.
finding-definition-missing = ‘{ $key }’ ontbreekt. Voeg deze sleutel hier toe.
finding-definition-unknown-key = Deze sleutel kennen wij niet. Controleer de spelling, of verwijder de sleutel.
finding-definition-type = Deze waarde kan hier niet. Hier hoort { $expected ->
    [text] een tekst tussen aanhalingstekens
    [number] een heel getal zonder aanhalingstekens, zoals 388
    [texts] een lijst van teksten tussen aanhalingstekens
    [numbers] een lijst van hele getallen, zoals [ 1, 2, 3 ]
    [decimal] een getal zonder aanhalingstekens, zoals 50 of 0.5
    [true-false] true of false
    [exact] een getal tussen aanhalingstekens, zoals "15", "45/4" of "5.4"
    [date] een datum tussen aanhalingstekens, zoals "2017-10-02"
    [table] een tabel met eigen sleutels
   *[tables] een lijst van tabellen
}.
finding-definition-choice = ‘{ $found }’ kan hier niet. Kies uit: { $known }.
finding-definition-code = ‘{ $found }’ kan geen code zijn. Gebruik alleen kleine letters, cijfers en streepjes.
finding-definition-twice = ‘{ $found }’ is hier al gebruikt. Kies iets anders: dit mag maar één keer voorkomen.
finding-definition-too-many = Deze lijst is te lang. Er kunnen er hoogstens { $limit } in.
finding-definition-order = Vraag { $found } staat niet op haar plaats. Geef de vragen van een doel de nummers 1, 2, 3, enzovoort, in die volgorde.
finding-definition-unknown-name = ‘{ $found }’ bestaat niet. Kies uit: { $known }.
finding-definition-period = Deze peiling eindigt voordat zij begint. Controleer ‘from’ en ‘to’.
finding-definition-size-classes = Hier horen vijf getallen: hoeveel gemeenten er zijn in grootteklasse 1 tot en met 5.
finding-definition-invited = De grootteklassen zijn samen { $found }, maar bij ‘invited’ staat { $invited }. Maak die twee gelijk.
finding-definition-total = De punten van de drie onderdelen zijn samen { $found } en niet 100. Pas de punten aan.
finding-definition-norms = Deze grenzen kunnen niet. ‘low_below’ mag niet hoger zijn dan ‘high_above’, en ‘high_above’ niet hoger dan 100.
finding-definition-condition = Deze voorwaarde heeft geen grens. Voeg ‘above’, ‘below’, ‘at_least’ of ‘at_most’ toe, met een getal.
finding-definition-shown = Geen eerdere vraag ‘{ $found }’ heeft het antwoord ‘{ $code }’. Kies een antwoord op een vraag die vóór deze vraag komt.
finding-definition-languages = De Nederlandse en de Engelse tekst noemen niet dezelfde cijfers. Gebruik in beide teksten dezelfde namen tussen accolades.
