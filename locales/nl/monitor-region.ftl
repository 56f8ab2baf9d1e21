# De regio: gemeenten naast elkaar, de regiovisie, gezamenlijke acties, en vragen over en weer.

task-region = Uw regio
task-region-what = Zie hoe de gemeenten ervoor staan en wat u samen doet. Stel elkaar vragen.
region-title = Regio { $name }
region-intro = Voor de regiocoördinator en de gemeenten van deze Veilig Thuis-regio.
region-list-title = Uw regio’s
region-list-none = U hoort bij geen gemeente of regio. Vraag uw beheerder om een rol bij uw gemeente.
region-parts = Op deze pagina
region-back = Terug naar de regio
region-own = Naar de regio { $name }

## Gemeenten naast elkaar

region-side = Gemeenten naast elkaar
region-side-of = Score per doel, { $wave }
region-side-intro = Een gemeente staat hier met haar scores als zij dat voor die peiling goedvond. Wie dat niet wil, staat er zonder getal. Dat geldt ook voor de coördinator.
region-side-wave = Peiling
region-side-all = Alle doelen
region-side-unnamed = deed mee, wil niet met naam
region-side-absent = deed niet mee
region-side-mean = Gemiddelde: { $group }
region-side-note = { $n ->
    [0] Alle { $all } gemeenten staan hier met hun scores.
    [one] Eén van de { $all } gemeenten staat hier zonder score.
   *[other] { $n } van de { $all } gemeenten staan hier zonder score.
} Het gemiddelde van de regio staat er alleen als niemand daaruit de score van één gemeente kan afleiden.
region-side-goals = Welke doelen zijn dit?
region-side-none = Er is nog geen peiling gepubliceerd. Zodra dat zo is, staan de gemeenten hier naast elkaar.
region-side-unknown = Van deze peiling is niet bekend welke gemeente wat antwoordde. Kies een andere peiling.

## De peiling die nu loopt

region-running = Wie is hoever?
region-running-own = U ziet alleen uw eigen gemeente. De coördinator ziet ze allemaal.
region-running-none = Er loopt nu geen peiling die u hier kunt volgen. Zodra er een opengaat, ziet u hier hoever het is.
region-running-until = Tot en met
region-running-more = De respons in uw regio

## De regiovisie

region-vision = Regiovisie
vision-unknown = De coördinator vulde nog niet in hoe het met de regiovisie staat. Vraag het hieronder.
vision-unknown-lead = Nog niet ingevuld. Laat uw gemeenten weten hoe het met de regiovisie staat.
vision-state = Stand
vision-state-none = Er is geen regiovisie.
vision-state-writing = De regiovisie wordt geschreven.
vision-state-adopted = De regiovisie is vastgesteld.
vision-over = de periode is voorbij
vision-year = Jaar van vaststelling
vision-expected = Verwacht in
vision-year-hint = Als de visie nog wordt geschreven: het jaar waarin u haar verwacht.
vision-first = Geldt vanaf (jaar)
vision-last = Geldt tot en met (jaar)
vision-period = Periode
vision-url = Te lezen op
vision-note = Toelichting
vision-changed = Ingevuld door { $who }, { $when }.
vision-to-edit = Wijzig de stand
vision-edit = Stand van de regiovisie
vision-intro = Wat u invult, ziet iedereen in uw regio, met uw naam en de datum.
field-vision_state = Stand
field-vision_year = Jaar van vaststelling
field-vision_first = Geldt vanaf
field-vision_last = Geldt tot en met
field-vision_url = Te lezen op
field-vision_note = Toelichting
finding-vision-state = Kies hoe het met de regiovisie staat.
finding-vision-year = Vul een jaar in van 2000 tot en met 2100.
finding-vision-period = Vul het eerste en het laatste jaar in, het laatste niet voor het eerste.
finding-vision-note = Gebruik hoogstens 1000 tekens.
finding-vision-changed = Een andere coördinator heeft dit intussen veranderd. Wat u invulde staat hier nog. Open de regio opnieuw om te zien wat er nu staat.
done-vision-saved = De stand van de regiovisie is opgeslagen.

## Gezamenlijke acties

region-joint = Gezamenlijke acties
joint-none = Er zijn nog geen gezamenlijke acties.
joint-none-add = Er zijn nog geen gezamenlijke acties. Begin met één: wat pakken de gemeenten dit jaar samen op?
joint-members = Gemeenten
joint-nobody = nog niemand
joint-add-title = Voeg een gezamenlijke actie toe
joint-action-hint = Wat gaat er gebeuren? Hoogstens 200 tekens. Noem geen kinderen of gezinnen.
joint-add = Voeg toe
joint-edit = Gezamenlijke actie
joint-due-hint = Twee weken daarvoor krijgen de coördinator en de gemeenten die meedoen een mail.
field-members = Gemeenten
finding-joint-members = Kies minstens één gemeente die meedoet.
done-joint-added = De actie is toegevoegd. Kies nu wie meedoet, wie het trekt en wanneer het klaar is.
done-joint-saved = De actie is opgeslagen.

## Vragen

region-questions = Vragen
region-questions-intro = Een gemeente vraagt iets aan de coördinator of aan de hele regio. De coördinator vraagt iets aan één gemeente of aan allemaal.
region-questions-none = Er zijn geen open vragen. Loopt u ergens tegenaan? Vraag het uw buurgemeenten.
region-questions-closed = { $n ->
    [one] Eén gesloten vraag
   *[other] { $n } gesloten vragen
}
region-look-only = Wie voor uw gemeente invult, kan vragen stellen en beantwoorden.
region-waiting = { $n ->
    [one] Er wacht één vraag op u.
   *[other] Er wachten { $n } vragen op u.
}
region-waiting-link = Bekijk ze
waiting-region = { $n ->
    [one] In de regio { $name } wacht één vraag op u.
   *[other] In de regio { $name } wachten { $n } vragen op u.
}
waiting-region-link = Naar de vragen
party-coordinator = de regiocoördinator
party-everybody = de hele regio
question-ask = Stel een vraag
question-intro = Wie kan antwoorden, krijgt een mail dat er een vraag is. De vraag zelf staat niet in de mail.
question-speaker = Namens wie vraagt u dit?
question-audience = Aan wie?
question-audience-hint = Een vraag aan de hele regio ziet iedereen van de gemeenten in de regio.
question-text = Uw vraag
question-send = Verstuur de vraag
question-title = Vraag van { $from }
question-about-open = Aan { $to }. De vraag is open.
question-about-closed = Aan { $to }. De vraag is gesloten op { $when }.
thread-no-names = Noem geen namen van kinderen of gezinnen, en niets waaraan iemand hen herkent.
thread-about = Van { $from } aan { $to }, { $when }
thread-answers = { $n ->
    [0] Nog geen antwoord
    [one] Eén antwoord
   *[other] { $n } antwoorden
}
thread-waits = wacht op u
thread-said = Van { $who }, { $when }
thread-answer = Uw antwoord
thread-send = Verstuur
thread-look-only = Wie invult voor een gemeente aan wie dit is gevraagd, kan antwoorden.
thread-close = Sluit de vraag
thread-close-what = Is de vraag beantwoord? Sluit haar dan. Iedereen die haar kon lezen, kan dat blijven doen.
thread-reopen = Open de vraag weer
thread-reopen-what = Is de vraag toch niet beantwoord? Open haar weer. Dan kan iedereen aan wie zij is gesteld weer antwoorden.
field-speaker = Namens
field-audience = Aan wie
field-thread_text = Uw tekst
finding-question-speaker = Kies namens wie u dit vraagt.
finding-question-audience = Kies aan wie u dit vraagt.
finding-thread-text = Schrijf hier uw tekst.
finding-thread-long = Gebruik hoogstens { $most } tekens.
finding-thread-many = Er staan al 200 vragen open. Sluit eerst vragen die beantwoord zijn.
finding-thread-full = Over deze vraag is al 100 keer iets gezegd. Stel een nieuwe vraag.
finding-thread-closed = Deze vraag is intussen gesloten. Wat u schreef staat hier nog. Wie haar sloot, kan haar weer openen; u kunt ook een nieuwe vraag stellen.
done-question-asked = De vraag is verstuurd. Wie kan antwoorden, krijgt een mail.
done-question-nobody = De vraag staat klaar. Er is nog niemand die een mail kan krijgen; wie later komt, ziet de vraag.
done-question-answered = Uw tekst is verstuurd.
done-question-closed = De vraag is gesloten.
done-question-reopened = De vraag is weer open.

## De mail over een vraag

letter-question-asked-subject = Een vraag van { $from }: { $place }
letter-question-asked-why = In Zicht staat een vraag van { $from } die u kunt beantwoorden ({ $place }).
letter-question-answered-subject = Een antwoord van { $from }: { $place }
letter-question-answered-why = In Zicht staat een antwoord van { $from } op een vraag van u of uw collega’s ({ $place }).
letter-question-private = Wat er staat, leest u alleen in Zicht.
letter-question-link = Lees het in Zicht
letter-question-after = U krijgt deze mail omdat u voor uw gemeente of regio mag antwoorden.

## In het logboek

audit-kind-region-vision-changed = Stand van de regiovisie veranderd
audit-kind-question-asked = Vraag gesteld
audit-kind-question-answered = Vraag beantwoord
audit-kind-question-closed = Vraag gesloten
audit-kind-question-reopened = Vraag weer geopend

## De API

api-tag-regions = Regio’s
api-read-region = Eén Veilig Thuis-regio: regiovisie, gezamenlijke acties en hoeveel vragen openstaan
api-param-region = De regio in adressen, zoals gelderland-zuid
finding-vision-year-late = Dit jaar ligt na de periode van de visie. Kijk het jaar en de periode na.
thread-waits-there = wacht op { $who }
