# Advies, plan en brief aan de raad: wat een gemeente met haar scores doet.

## Advies

mine-do-title = Wat kunt u doen?
mine-letter = Brief aan de raad (PDF)
advice-title = Advies
advice-intro = Per doel wat de meeste punten oplevert, wat gemeenten van uw grootte doen, en hoe u begint. De laagste doelen staan bovenaan.
advice-method = Elke stap is met uw eigen antwoorden nagerekend: zoveel komt erbij als verder alles gelijk blijft. Moeite tonen wij als minstens vijf gemeenten die vertelden.
advice-none = Er is nog geen gepubliceerde peiling met antwoorden van uw gemeente. Maak alvast een plan met eigen acties.
advice-to-plan = Naar het plan
advice-unanswered = niet beantwoord
advice-now = nu { $score }
advice-goal-done = Bij dit doel is niets meer te winnen.
advice-more = Nog { $n ->
    [one] één stap
   *[other] { $n } stappen
}
advice-adds = Levert { $points } punten op.
advice-others = Van de gemeenten van uw grootte doet { $share } dit.
advice-effort-small = Kost volgens anderen weinig moeite.
advice-effort-middle = Kost volgens anderen gemiddeld veel moeite.
advice-effort-large = Kost volgens anderen veel moeite.
advice-step-policy = Neem het doel op in uw beleid
advice-step-record = Leg het doel vast in een document
advice-step-measure = { $measure } ({ $question })
advice-step-own = Neem een eigen maatregel
advice-step-sight = Ga na wie u bereikt
advice-step-share = Bereik meer: { $share }
advice-begin-policy = Begin zo: leg het doel voor aan de wethouder jeugd en zet het op de agenda van het college.
advice-begin-record = Begin zo: kijk welk plan het eerst wordt vernieuwd en neem het doel daarin op.
advice-begin-measure = Begin zo: vraag een gemeente die dit doet hoe zij het regelde, en wie bij u de uitvoerder zou zijn.
advice-begin-own = Begin zo: vraag uitvoerders wat zij in uw gemeente missen.
advice-begin-sight = Begin zo: spreek met de uitvoerder af welke twee cijfers u elk jaar krijgt: hoe groot de doelgroep is, en wie er kwam.
advice-begin-share = Begin zo: zoek uit welk deel van de doelgroep niet komt, en vraag hun waarom.
advice-plan = Zet in het plan
advice-planned = Staat in het plan

## Plan

plan-title = Plan
plan-intro = Wat uw gemeente gaat doen, wie dat doet en wanneer. Twee weken voor de datum krijgt wie invult een mail.
plan-to-advice = Kies uit het advies
plan-pdf = Het plan als PDF
plan-of = Plan van { $name }
plan-of-day = Stand van { $day }.
plan-actions = Acties
plan-action = Actie
plan-action-hint = Wat gaat er gebeuren? Hoogstens 200 tekens.
plan-owner = Wie
plan-owner-hint = De naam van een persoon, team of organisatie.
plan-due = Klaar op
plan-due-hint = Twee weken daarvoor gaat er een mail uit.
plan-state = Stand
plan-effort = Hoeveel moeite kostte het?
plan-effort-hint = Alleen als de actie klaar is. Andere gemeenten zien alleen het gemiddelde van vijf of meer.
plan-nobody = nog niemand
plan-none = Er staat nog niets in het plan. Kies een stap uit het advies, of voeg zelf een actie toe.
plan-add-title = Voeg zelf een actie toe
plan-add = Zet in het plan
plan-save = Opslaan
plan-back = Terug naar het plan
plan-target = Wat wilt u bereiken?
plan-targets = Streefcijfers
plan-targets-intro = De Kinderombudsman vraagt om twee dingen: dat u weet welk deel van de doelgroep u echt bereikt, en dat in drie jaar half zoveel kinderen te maken hebben met mishandeling.
plan-targets-none = Er zijn nog geen streefcijfers.
plan-target-add = Stel een streefcijfer op
plan-now = Nu
plan-progress = Op weg
plan-away = Verder weg dan bij het begin
action-edit = Actie
action-state-open = nog niet begonnen
action-state-busy = bezig
action-state-done = klaar
action-state-dropped = gaat niet door
action-timing-near = de datum komt dichtbij
action-timing-late = de datum is voorbij
action-effort-small = weinig
action-effort-middle = niet veel, niet weinig
action-effort-large = veel
target-reach = bereik van de doelgroep
target-affected = aantal getroffen kinderen
target-reach-explained = Welk deel van de doelgroep bereikt u echt? Vul hele procenten in.
target-affected-explained = Hoeveel kinderen hebben hiermee te maken? Zonder streefcijfer rekenen wij met de helft in drie jaar.
target-reach-words = van { $first }% bereikt in { $first-year } naar { $aim }% in { $aim-year }
target-affected-words = van { $first } kinderen in { $first-year } naar { $aim } in { $aim-year }
target-reach-now = { $value }% in { $year }
target-affected-now = { $value } kinderen in { $year }
target-now-unknown = nog niet gemeten
target-aim-hint = Laat u dit leeg, dan wordt het doel: iedereen bereikt (100%), of half zoveel kinderen, in drie jaar.
target-source-hint = Waar komen de cijfers vandaan? Bijvoorbeeld: jaarverslag JGZ.
field-goal = Doel
field-title = Actie
field-owner = Wie
field-due = Klaar op
field-state = Stand
field-effort = Moeite
field-source = Bron
field-first_value = Begincijfer
field-first_year = Jaar van het begincijfer
field-aim_value = Streefcijfer
field-aim_year = Jaar van het streefcijfer
field-now_value = Laatste cijfer
field-now_year = Jaar van het laatste cijfer
done-plan-added = De actie staat in het plan. Kies nu wie het doet en wanneer.
done-plan-saved = Het plan is opgeslagen.
finding-action-title = Vul in wat er gaat gebeuren, in hoogstens 200 tekens.
finding-action-owner = Gebruik hoogstens 100 tekens.
finding-action-due = Dit is geen datum. Vul een dag, maand en jaar in.
finding-action-state = Kies een stand.
finding-action-effort = Vertel pas hoeveel moeite het kostte als de actie klaar is.
finding-plan-goal = Kies een doel.
finding-plan-full = Het plan is vol: er passen 500 acties in.
finding-plan-changed = Een collega heeft dit intussen veranderd. Wat u invulde staat hier nog. Open het plan opnieuw om te zien wat de collega schreef.
finding-target-number = Vul een heel getal in.
finding-target-value = Vul een getal in van 0 tot en met { $most }.
finding-target-year = Vul een jaar in van 2000 tot en met 2100.
finding-target-later = Het jaar van het streefcijfer ligt na dat van het begincijfer.
finding-target-same = Het streefcijfer is hetzelfde als het begincijfer.
finding-target-source = Vul in waar de cijfers vandaan komen, in hoogstens 200 tekens.
audit-kind-plan-action-added = Actie in het plan gezet
audit-kind-plan-action-changed = Actie in het plan veranderd
audit-kind-plan-target-set = Streefcijfer in het plan gezet

## De mail over acties

letter-plan-subject = { $n ->
    [one] Eén actie in het plan van { $name } vraagt aandacht
   *[other] { $n } acties in het plan van { $name } vragen aandacht
}
letter-plan-why = { $n ->
    [one] In het plan van { $name } komt de datum van een actie dichtbij, of hij is voorbij:
   *[other] In het plan van { $name } komt de datum van { $n } acties dichtbij, of hij is voorbij:
}
letter-plan-line = { $title }: { $day }
letter-plan-link = Open het plan
letter-plan-after = Is de actie klaar, of lukt het later? Zet dat in het plan. Over dezelfde datum krijgt u geen tweede mail.

## De brief aan de raad

letter-council-title = { $name }, { $wave }: brief aan de raad
letter-council-head = Wat { $name } doet tegen kindermishandeling
letter-council-to = Aan
letter-council-to-whom = de gemeenteraad van { $name }
letter-council-from = Van
letter-council-from-whom = het college van burgemeester en wethouders van { $name }
letter-council-date = Datum
letter-council-about = Over
letter-council-place-low = Onze gemeente staat bij het laagste kwart van deze groep.
letter-council-place-middle = Onze gemeente staat in de middelste helft van deze groep.
letter-council-place-high = Onze gemeente staat bij het hoogste kwart van deze groep.
letter-council-missing = Wat ontbreekt er bij ons nog?
letter-council-missing-none = Er ontbreekt niets: elk doel is beleid, ligt vast en wij zien wie wij bereiken.
letter-council-plan = Wat staat er in ons plan?
letter-council-plan-none = In ons plan staat nog geen actie en nog geen streefcijfer.
letter-council-action = { $title }. Wie: { $owner }. Klaar: { $due } ({ $state }).
letter-council-target = { $goal }: { $words }. Nu { $now }.
letter-council-signed = Namens het college van burgemeester en wethouders van { $name },
letter-council-sign-here = Naam en handtekening
letter-council-intro = { $name } deed mee aan { $wave }. De peiling vraagt wat een gemeente doet voor tien doelen om kindermishandeling te voorkomen: staat het in beleid, welke maatregelen zijn er, en wie worden bereikt? Elk doel kan 100 punten opleveren. Onder 25 is laag, boven 75 is hoog.
letter-council-chart = Onze score per doel, naast andere gemeenten
letter-council-steps = Wat zou het meest helpen?
letter-council-steps-intro = Voor de doelen met de laagste score staat hier de stap die de meeste punten oplevert. Punten zijn geen doel op zich: het gaat om kinderen die veilig opgroeien.
letter-council-step = { $goal }: { $step }. Dat levert { $points } punten op.
letter-council-ask = Vragen die de raad kan stellen
letter-council-ask-reach = Welk deel van de kinderen en ouders bereiken wij echt, en hoe weten wij dat?
letter-council-ask-plan = Welke acties staan in het plan, wie doet ze en wanneer zijn ze klaar?
letter-council-ask-children = Hoe zijn kinderen en jongeren zelf gehoord?
letter-council-method = Van andere gemeenten tonen wij alleen het gemiddelde en de middelste helft, en alleen van groepen waarin de score van geen gemeente is uit te rekenen. De methode staat op de website van Zicht.
action-effort-none = niet ingevuld
letter-council-mean = onze gemiddelde score
letter-council-method-chosen = Wij vergelijken met: { $names }. Deze gemeenten vonden het goed dat iedereen hun scores ziet. De methode staat op de website van Zicht.
target-reach-title = Bereik van de doelgroep
target-affected-title = Aantal getroffen kinderen
