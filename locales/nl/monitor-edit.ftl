# De vragenlijsten: versies, concepten en wat er in verandert.

task-questionnaires = Vragenlijsten maken
task-questionnaires-what = Kopieer een vragenlijst, verander vragen en antwoorden, en publiceer een nieuwe versie.
edited-title = Vragenlijsten
edited-intro = Van elke vragenlijst blijft elke versie bewaard. Wilt u iets veranderen, maak dan een kopie. Die is een concept, tot u haar publiceert.
edited-version = Versie
edited-name = Naam
edited-state = Stand
edited-state-built-in = ingebouwd
edited-state-published = gepubliceerd
edited-state-draft = concept
edited-state-built-in-long = Deze versie hoort bij Zicht en verandert niet.
edited-state-published-long = Deze versie is gepubliceerd en verandert niet meer.
edited-state-draft-long = Dit is een concept. Tot u het publiceert, kunt u alles veranderen.
edited-uses = Gebruikt in
edited-unused = nog geen peiling
edited-facts = Over deze versie
edited-valid-from = Geldig vanaf
edited-source = Bron
edited-base = Gekopieerd van
edited-changed = Laatst veranderd
edited-changed-by = door { $name }, { $at }
edited-copy = Kopie maken
edited-copy-what = Wilt u een vraag toevoegen of veranderen? Maak dan een kopie. Die krijgt een nieuw versienummer.
edited-change = Titel en bron
edited-add-goal = Doel toevoegen
edited-add-goal-intro = Het nieuwe doel krijgt het volgende nummer en één vraag. Daarna vult u de teksten in en de maatregelen.
edited-preview = Bekijken zoals gemeenten haar zien
edited-preview-of = Zo ziet u straks: { $part }
edited-preview-what = Dit is een voorbeeld. Wat u aanvinkt, wordt niet opgeslagen.
edited-preview-next = Verder naar { $part }
edited-only-if = Alleen bij het antwoord ‘{ $answer }’ op: { $question }
edited-extra = Overige vragen
edited-questions = { $n ->
    [one] één vraag
   *[other] { $n } vragen
  }
edited-in-goal = { $questions ->
    [one] één vraag
   *[other] { $questions } vragen
  }, { $options } antwoorden
edited-options = { $n ->
    [0] zonder antwoorden
    [one] één antwoord
   *[other] { $n } antwoorden
  }
edited-at-goal = Doel { $goal }
edited-at-question = Doel { $goal }, vraag { $question }
edited-at-extra = Overige vraag { $question }
edited-goal = Doel { $n }: { $title }
edited-question-title = Vraag: { $title }
edited-next-problems = { $n ->
    [one] Er klopt nog één ding niet. Los dat op; daarna kunt u publiceren.
   *[other] Er kloppen nog { $n } dingen niet. Los die op; daarna kunt u publiceren.
  }
edited-next-publish = Er is niets dat niet klopt. Bekijk het concept nog eens zoals gemeenten het zien, en publiceer het.
edited-next-wave = Met deze versie kunt u een peiling plannen.
edited-back = Terug naar de vragenlijst
edited-back-part = Terug naar het overzicht van deze vragen
edited-questions-title = Vragen
edited-options-title = Antwoorden
edited-order = Plaats
edited-order-hint = Met een ander plaatsnummer verschuift iets. Wat u verplaatst of anders verwoordt, blijft vergelijkbaar met vorige peilingen.
edited-retire = Vervalt
edited-retire-goal-title = Dit doel laten vervallen
edited-retire-goal = Laat dit doel met al zijn vragen vervallen
edited-retire-goal-hint = In peilingen van vroeger blijft het staan.
edited-new-question = Vraag toevoegen
edited-new-question-hint = Laat dit leeg als u geen vraag wilt toevoegen. De antwoorden vult u in nadat u hebt opgeslagen.
edited-new-options = Antwoorden toevoegen
edited-new-options-hint = Laat leeg wat u niet nodig hebt. Na het opslaan kunt u er meer toevoegen.
edited-new-option = Nieuw antwoord { $n }
edited-option-new = nieuw
edited-option-nl = Nederlands
edited-option-en = Engels
edited-new-set = Een nieuwe reeks doelen
edited-kind-one = Eén antwoord
edited-kind-many = Meer antwoorden
edited-kind-grade = Een rapportcijfer van 1 tot en met 10
edited-field-title-nl = Titel in het Nederlands
edited-field-title-en = Titel in het Engels
edited-field-question-nl = De vraag in het Nederlands
edited-field-question-en = De vraag in het Engels
edited-field-explanation-nl = Uitleg in het Nederlands
edited-field-explanation-en = Uitleg in het Engels
edited-field-why-nl = Waarom het ertoe doet, in het Nederlands
edited-field-why-en = Waarom het ertoe doet, in het Engels
edited-field-target-group-nl = Doelgroep in het Nederlands
edited-field-target-group-en = Doelgroep in het Engels
edited-field-source = Bron
edited-field-kind = Soort antwoord
edited-field-set = Bij welke reeks hoort het doel?
edited-field-set-nl = Naam van de nieuwe reeks in het Nederlands
edited-field-set-en = Naam van de nieuwe reeks in het Engels
edited-field-set-hint = Alleen als u een nieuwe reeks kiest, zoals doelen tegen huiselijk geweld.
edited-field-shown = Alleen vragen bij dit antwoord
edited-field-shown-hint = Laat u dit leeg, dan krijgt iedereen deze vraag. Wie een vraag niet krijgt, mist niets: zij telt niet als open. Zij levert dan ook geen punten op.
edited-field-nl = Antwoord { $n } in het Nederlands
edited-field-en = Antwoord { $n } in het Engels
edited-field-order = Plaats van { $n }
edited-publish-title = Publiceren
edited-publish-intro = Publiceren kan niet ongedaan worden. Dit betekent het:
edited-publish-button = Vragenlijst publiceren
edited-publish-never = Deze versie verandert daarna nooit meer. Ziet u later een fout, dan maakt u een nieuwe kopie.
edited-publish-waves = U en uw collega’s kunnen er peilingen mee houden.
edited-publish-old = Peilingen van vroeger houden de versie waarmee ze zijn gehouden, en hun scores.
edited-publish-trends = Een nieuwe peiling wordt met vorige vergeleken waar antwoorden hetzelfde betekenen. Waar dat niet zo is, staat er ‘niet vergelijkbaar’, en waarom.
edited-remove-title = Concept verwijderen
edited-remove-intro = Het concept is daarna weg, voor iedereen. Gepubliceerde versies blijven.
edited-remove-button = Concept verwijderen
done-edited-copied = De kopie is gemaakt. U kunt haar nu veranderen.
done-edited-saved = Opgeslagen.
done-edited-goal-added = Het doel is toegevoegd. Vul nu de teksten in.
done-edited-published = De vragenlijst is gepubliceerd.
done-edited-removed = Het concept is verwijderd.
done-edited-not-draft = Deze versie is geen concept en kan niet veranderen. Maak een kopie.
finding-edited-empty = Vul dit in.
finding-edited-no-question = Dit doel heeft geen vragen. Voeg er een toe, of laat het doel vervallen.
finding-edited-no-option = Deze vraag heeft geen antwoorden. Voeg er een toe, of laat de vraag vervallen.
finding-edited-no-measure = Deze vraag heeft nog geen maatregelen om uit te kiezen. Voeg er een toe.
finding-edited-question = In vraag { $n } klopt iets niet. Open de vraag.
finding-edited-findings = { $n ->
    [one] Er klopt nog één ding niet.
   *[other] Er kloppen nog { $n } dingen niet.
  }

## Wat te vergelijken is met een vorige peiling, als de vragenlijst is veranderd

comparable-title = Niet alles is te vergelijken
comparable-intro = De vragenlijst is veranderd. Niet vergelijkbaar met { $year } is:
comparable-not = niet vergelijkbaar met { $year }: { $why }
comparable-goal = Doel { $goal }: { $why }.
comparable-whole = De doelen samen: { $why }.
comparable-share = ({ $year }: { $share })
comparable-share-not = (niet vergelijkbaar met { $year })
comparable-new-goal = dit doel is nieuw
comparable-gone-goal = doel { $what } is vervallen
comparable-new-question = de vraag { $what } is nieuw
comparable-gone-question = de vraag { $what } is vervallen
comparable-new-option = het antwoord { $what } is nieuw
comparable-gone-option = het antwoord { $what } is vervallen
comparable-divided = de antwoorden zijn anders over de vragen verdeeld
comparable-asked = de vraag { $what } krijgen andere gemeenten dan toen
done-form-more = Opgeslagen. Door uw antwoord is er een vraag bij gekomen. Vul die ook in.
## Wat oude antwoorden zijn geworden, en de proefberekening

edited-mapping = Oude antwoorden koppelen
edited-mapping-of = Wat de antwoorden zijn geworden: { $part }
edited-mapping-intro = Kies voor elk antwoord uit de vorige versie welk antwoord nu hetzelfde betekent. Dan blijft het vergelijkbaar met vorige peilingen. Twee oude antwoorden mogen samen één nieuw antwoord worden.
edited-mapping-nothing = Niets: dit antwoord is vervallen of betekent iets anders
edited-mapping-broken = Zoals het nu is, is de score van dit doel niet vergelijkbaar met vorige peilingen, want:
edited-field-to = Antwoord { $n }
edited-trial = Proefberekening
edited-trial-intro = Wat de rekenregel met het concept doet, met de antwoorden van peiling { $wave } ({ $n } gemeenten). Wat nieuw is, kon toen niemand antwoorden. Er wordt niets opgeslagen.
edited-trial-none = Er is nog geen peiling met de versie waar dit concept een kopie van is. Er valt dus niets te proberen.
edited-trial-what = Dit doet de rekenregel
edited-trial-each = Elke maatregel levert { $points } punten op, ook een nieuwe, tot het maximum van de vraag.
edited-trial-any = Eén maatregel, ook een nieuwe, levert meteen alle punten van de vraag op.
edited-trial-divided = Elke vraag van een doel levert hoogstens evenveel op: samen { $pool } punten. Een vraag erbij maakt het maximum van de andere vragen dus lager.
edited-trial-extra = Overige vragen leveren geen punten op.
edited-trial-hidden = Een vraag die een gemeente niet krijgt, levert geen punten op.
edited-trial-rule = Rekenregel
edited-trial-table = Gemiddelde score per doel, voor en na
edited-trial-before = Score toen
edited-trial-after = Zelfde antwoorden, dit concept
edited-trial-cap = Hoogstens per vraag
edited-trial-cap-changed = { $before } werd { $after }
edited-trial-changed = Wat er verandert
edited-trial-unchanged = niets
edited-trial-mean = Alle doelen
