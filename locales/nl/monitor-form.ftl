# Invullen, goedkeuren en terugkijken door een gemeente.

nav-forms = Vragenlijst
task-forms = De vragenlijst invullen
task-forms-what = Vul in wat uw gemeente doet, of keur goed wat een collega heeft ingevuld.
forms-title = Vragenlijsten van uw gemeente
forms-intro = Hier vult uw gemeente in wat zij doet tegen kindermishandeling.
forms-none = Er is nu geen vragenlijst voor uw gemeente. U krijgt een mail als er een peiling opengaat.
form-municipality = Gemeente
form-until = Invullen tot en met
form-state = Stand
form-state-filling = wordt ingevuld
form-state-submitted = wacht op goedkeuring
form-state-approved = goedgekeurd

## De vragenlijst van een gemeente als geheel

form-state-submitted-by = wacht op goedkeuring; ingestuurd door { $name } op { $at }
form-state-approved-by = goedgekeurd door { $name } op { $at }
form-somebody = een collega
form-progress-label = Voortgang
form-progress = { $done } van de { $all } doelen zijn klaar
form-other-progress = { $filled } van { $all } ingevuld; niet verplicht
form-goals = Doelen en andere vragen
form-goal-state-open = nog niet begonnen
form-goal-state-wrong = er klopt iets niet
form-goal-state-done = klaar
form-goal-state-part = ingevuld; { $n ->
    [one] één vraag is leeg
   *[other] { $n } vragen zijn leeg
}
form-other = Andere vragen
form-other-intro = Deze vragen gaan over uw gemeente als geheel. Ze tellen niet mee in de score. De laatste vraag gaat over openbaarheid.
form-consent = Openbaar met naam
form-consent-yes = Ja, iedereen mag de naam zien
form-consent-no = Nee
form-consent-where = Veranderen
form-consent-look = Bekijken
form-consent-explained = Zegt u geen ja, dan ziet iedereen alleen dat uw gemeente meedeed. Antwoorden en score tellen dan zonder naam mee.
form-next-begin = U kunt beginnen. Elk antwoord wordt meteen bewaard, dus u kunt altijd stoppen en later verdergaan.
form-next-go-on = U kunt verdergaan waar nog iets open is.
form-next-submit = Alle doelen zijn klaar. Kijk alles na en stuur de vragenlijst in.
form-next-approve = Een collega heeft de vragenlijst ingestuurd. Kijk de antwoorden na en keur ze goed, of stuur ze terug.
form-next-wait = De vragenlijst is ingestuurd en wacht op goedkeuring door een collega.
form-next-none = U kunt hier nu alleen lezen.
form-go-to = Ga naar: { $part }
form-to-check = Nakijken en insturen
form-to-approve = Nakijken en goedkeuren
form-to-versions = Eerdere versies
form-other-here = { $name } heeft deze vragenlijst nu ook open, bij: { $part }. U schrijft niet over elkaars antwoorden heen.

## Een doel invullen

ask-policy = Staat dit doel in het beleid van uw gemeente?
ask-documents = In welke documenten is dit doel vastgelegd?
ask-documents-hint = Alleen als het doel in het beleid staat. Kruis alles aan wat klopt.
ask-measures = { $question }: welke maatregelen neemt uw gemeente?
ask-measures-hint = Kruis alles aan wat uw gemeente nu doet.
ask-other-measure = Welke andere maatregel is dat?
ask-own = Neemt uw gemeente nog een maatregel die hierboven niet staat?
ask-own-measure = Welke eigen maatregel is dat?
ask-sight = Ziet uw gemeente welk deel van de doelgroep zij bereikt?
ask-sight-hint = De doelgroep van dit doel: { $group }.
ask-share = Welk deel van de doelgroep bereikt uw gemeente?
ask-share-hint = Alleen als uw gemeente dat ziet.
ask-more = Toelichting
ask-named = Mag iedereen de naam van uw gemeente zien bij de antwoorden en de score?
ask-named-hint = Geldt voor deze peiling. Zonder ja ziet iedereen alleen dat uw gemeente meedeed.
answer-ja = Ja
answer-nee = Nee
answer-voornemen = Nee, maar dat is de bedoeling
answer-niemand = Niemand
answer-minder-dan-de-helft = Minder dan de helft
answer-meer-dan-de-helft = Meer dan de helft
answer-iedereen = Iedereen
form-not-yet = Nog niet ingevuld
form-empty = niet ingevuld
form-before = In { $year }:
form-take = Overnemen
form-take-instead = Vervang uw antwoord hierdoor
form-before-same = Gelijk aan { $year }.
form-overall = Score over alle doelen
form-same-title = Overgenomen of gelijk gebleven
form-same = { $same } van de { $all } antwoorden zijn gelijk aan die in { $year }.
form-take-all-intro = Naast de vragen staat wat uw gemeente in { $year } antwoordde.
form-take-all = Alles overnemen wat nog leeg is
form-score = Score tot nu toe:
form-score-open = nog geen score: kies eerst of dit doel in het beleid staat
form-score-wrong = nog geen score: hierboven klopt iets niet
form-score-why = Waar komen de punten vandaan?
form-save = Opslaan en verder
form-save-how = Uw antwoorden worden bewaard als u op ‘Opslaan en verder’ drukt.
form-saving = Bezig met opslaan …
form-saved-at = Opgeslagen. U kunt stoppen en later verdergaan.
form-not-saved = Niet opgeslagen. Wij proberen het steeds opnieuw. Laat deze pagina open.
form-signed-out = Niet opgeslagen: u bent uitgelogd. Druk op ‘Opslaan en verder’. Dan kunt u weer inloggen en blijft bewaard wat u hebt ingevuld.
form-go-on-anyway = Laat het zo staan en ga verder
form-back = Terug naar het overzicht
form-read-right = U kunt deze antwoorden lezen. Alleen iemand met de rol invuller kan ze veranderen.
form-read-state = De vragenlijst is ingestuurd. Wilt u iets veranderen? Vraag wie goedkeurt om de vragenlijst terug te sturen.
form-read-approver = De vragenlijst is ingestuurd. Moet er iets anders? Stuur haar bij ‘Nakijken’ terug, met een reden.
form-read-closed = Invullen kan niet meer of nog niet: de peiling is niet open.
form-read-next = Verder lezen
done-form-saved = Uw antwoorden zijn opgeslagen.
done-form-saved-problems = Uw antwoorden zijn opgeslagen. Er klopt nog iets niet: dat staat hieronder.
done-form-taken = Overgenomen en opgeslagen. Kijk na of het nog klopt.

## Twee invullers geven een ander antwoord

form-clash-title = Een collega gaf een ander antwoord
form-clash-intro = Er is niets overschreven. Kies per vraag welk antwoord blijft staan. Uw andere antwoorden zijn opgeslagen.
form-clash-who = { $name } gaf ondertussen dit antwoord.
form-clash-theirs = Antwoord van uw collega:
form-clash-ours = Uw antwoord:
form-clash-keep-theirs = Laat dit staan
form-clash-choose-ours = Kies mijn antwoord
form-clash-save = Keuze opslaan en verder

## Wat er mis kan zijn

finding-form-closed = Invullen kan niet meer: de peiling is gesloten of de laatste dag is voorbij. Uw laatste antwoorden zijn niet opgeslagen. Neem contact op met wie de peiling houdt.
finding-form-state = Dit kan nu niet: de vragenlijst heeft een andere stand gekregen. Ververs de pagina en kijk wat er is gebeurd.
finding-form-findings = Er klopt nog iets niet. Los dat eerst op.
finding-form-own-work = U hebt de vragenlijst zelf ingestuurd. Iemand anders moet haar goedkeuren.
finding-form-no-reason = Schrijf op waarom u de vragenlijst terugstuurt. Uw collega leest dat.
finding-form-goal-open = Dit doel is nog niet ingevuld. Kies in elk geval of het in het beleid staat.
finding-form-unknown = Deze vraag staat niet in de vragenlijst.
finding-form-long = Dit antwoord is te lang. Gebruik hoogstens { $most } tekens.
finding-form-choice = Dit antwoord kan hier niet. Kies een van de antwoorden.
finding-form-none-with-others = U koos dat u hier niets doet, en ook iets anders. Kies een van de twee.
finding-form-policy-missing = Kies of dit doel in het beleid staat. Bij dit doel is al iets anders ingevuld.
finding-form-recorded = U koos een document, maar niet dat het doel in het beleid staat. Kies bij beleid ‘Ja’, of haal het document weg.
finding-form-share = U vulde in welk deel u bereikt, maar niet dat u dat ziet. Kies ‘Ja’ bij de vraag hierboven, of haal dit antwoord weg.
finding-form-grade = Kies een heel cijfer van 1 tot en met 10.

## Nakijken, insturen, goedkeuren en terugsturen

form-check-title = Nakijken
form-check-answers = Kies een doel om de antwoorden te lezen.
form-sent-back = Teruggestuurd, omdat
form-check-problems = Wat nog moet
form-check-none = Alle doelen zijn ingevuld; wij vonden geen fouten.
form-check-open = Wat nog kan
form-check-open-text = Deze vragen zijn niet verplicht. Toon ze.
form-submit-title = Insturen
form-submit-four-eyes = Iemand anders van uw gemeente kijkt de antwoorden na en keurt ze goed. Daarna tellen ze mee.
form-submit-alone = Uw antwoorden tellen mee zodra u ze instuurt.
form-submit = Vragenlijst insturen
form-own-work = U hebt de vragenlijst zelf ingestuurd. Iemand anders keurt haar goed.
form-approve-title = Goedkeuren
form-approve-text = Na goedkeuring tellen de antwoorden mee. Tot de peiling sluit, kunt u de vragenlijst nog terugsturen.
form-approve = Goedkeuren
form-reopen-title = Terugsturen
form-reopen-because = Waarom stuurt u de vragenlijst terug?
form-reopen-hint = Wie invult, leest dit. Noem geen namen.
form-reopen = Terugsturen
done-form-submitted = De vragenlijst is ingestuurd.
done-form-approved = De vragenlijst is goedgekeurd en telt mee.
done-form-reopened = De vragenlijst is teruggestuurd. Er kan weer worden ingevuld.

## Versies

form-versions-intro = Bij insturen, goedkeuren en terugsturen bewaren wij de antwoorden zoals ze dan zijn. De nieuwste versie staat bovenaan.
form-versions-none = Er is nog geen versie. De eerste ontstaat als iemand de vragenlijst instuurt.
form-version = Versie { $number }
form-version-submitted = Ingestuurd door { $name } op { $at }
form-version-approved = Goedgekeurd door { $name } op { $at }
form-version-reopened = Teruggestuurd door { $name } op { $at }
form-version-reason = Reden: { $reason }
form-version-changes = { $n ->
    [0] Geen ander antwoord dan in de versie ervoor.
    [one] Eén ander antwoord dan in de versie ervoor.
   *[other] { $n } andere antwoorden dan in de versie ervoor.
}
form-version-filled = { $n ->
    [one] De eerste versie, met één antwoord.
   *[other] De eerste versie, met { $n } antwoorden.
}
form-version-beside = Wat anders is dan in versie { $number }
form-version-first = De eerste versie: alles wat is ingevuld
form-version-same = Er is geen ander antwoord dan in de versie ervoor.
form-version-question = Vraag
form-version-before = Was
form-version-after = Is nu

## Op papier

form-to-print = Vragenlijst met antwoorden (pdf)
form-to-print-empty = Lege vragenlijst (pdf)
form-print-filled = De vragenlijst met de antwoorden van nu
form-print-empty = De lege vragenlijst, om vooraf te bespreken
form-consent-open = Nog niet gekozen (telt als nee)

## Op de beginpagina na inloggen

waiting-form = De vragenlijst van { $name } staat open. { $n ->
    [0] Vandaag, { $day }, is de laatste dag.
    [one] U hebt nog één dag, tot en met { $day }.
   *[other] U hebt nog { $n } dagen, tot en met { $day }.
}
waiting-form-link = Ga verder met de vragenlijst
waiting-approval = De vragenlijst van { $name } wacht op uw goedkeuring. { $n ->
    [0] Vandaag, { $day }, is de laatste dag.
    [one] U hebt nog één dag, tot en met { $day }.
   *[other] U hebt nog { $n } dagen, tot en met { $day }.
}
waiting-approval-link = Kijk haar na
form-untake = Ongedaan maken
form-untake-all = Al het overgenomene ongedaan maken
done-form-untaken = Teruggezet: er staat weer wat er stond voor u overnam.
