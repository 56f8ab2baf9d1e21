# Wat een gemeente terugkrijgt: haar eigen scores, naast wie, en wat zij daarmee kan.

nav-own = Uw gemeente
task-own = Uw scores bekijken
task-own-what = Zie wat uw gemeente scoort, vergelijk met anderen en neem het mee naar de raad.
mine-title = { $name }: uw aanpak
mine-intro = Wat uw gemeente scoort, naast wie, en wat er nog kan.
mine-list-title = Uw gemeente
mine-list-none = U werkt nu voor geen gemeente.
mine-nothing = Uw gemeente deed nog niet mee aan een gepubliceerde peiling.
mine-nothing-yet = Uw gemeente heeft nog geen gepubliceerde scores. Vul de vragenlijst in; na publicatie staan de scores hier.
mine-nothing-then = Na een peiling ziet u hier uw score per doel, naast gemeenten zoals de uwe, en wat er nog te winnen is. U krijgt een mail als er een peiling opengaat.
mine-nothing-look = Bekijk alvast wat andere gemeenten doen.

## De vragenlijst die nu loopt

mine-progress = { $done } van de { $all } doelen zijn klaar. Invullen kan tot en met { $until }.
mine-score-so-far = Voorlopige score over de doelen die u al invulde: { $score } ({ $norm }).
mine-begin = Begin met invullen
mine-go-on = Ga verder met invullen
mine-waits = Kijk na wat wacht op goedkeuring
mine-approved = Bekijk wat is goedgekeurd

## De scores

mine-named = Uw gemeente vond het goed dat iedereen deze scores met naam ziet.
mine-unnamed = Alleen uw gemeente ziet deze scores. Anderen zien alleen dat u meedeed.
mine-waves = Peiling:
mine-mean = uw gemiddelde score
mine-peers-mean = gemiddelde van { $group }
mine-since = punten sinds { $year }
mine-parts-title = De drie delen
mine-compare-title = U en andere gemeenten
mine-with = Vergelijk met:
mine-with-size = zelfde grootte
mine-with-similar = meest gelijkend
mine-with-region = uw regio
mine-with-province = uw provincie
mine-with-country = het land
mine-with-chosen = eigen groep
mine-beside = Naast { $n } { $group }.
mine-not-beside-fixed = Deze groep tonen wij niet: er deden te weinig gemeenten mee, of de score van één gemeente zou uit te rekenen zijn.
mine-not-beside-chosen = Kies eerst minstens twee gemeenten die het goed vonden dat iedereen hun scores ziet.
mine-place-low = U staat bij het laagste kwart.
mine-place-middle = U staat in de middelste helft.
mine-place-high = U staat bij het hoogste kwart.
mine-sign-own = uw score
mine-sign-before = score in { $years }
mine-sign-own-norm = uw score: { $norm }
mine-sign-picture = score: laag, midden, hoog
mine-sign-band = middelste helft
mine-sign-mean = gemiddelde
mine-names = Welke gemeenten zijn dit?
mine-itself = In vaste groepen telt uw eigen gemeente mee.
mine-choose = Kies zelf een groep
mine-similar-method = Minstens { $n } andere gemeenten van dezelfde grootteklasse die het meest op u lijken in aantal inwoners, stedelijkheid en aandeel kinderen onder de 15 (CBS, 2023). Zij komen in vaste families van vijf of meer, zodat de score van geen gemeente is uit te rekenen.
mine-column-own = Uw score
mine-column-middle = Middelste helft
mine-others = Zo doen anderen het
mine-missing-title = Wat ontbreekt er nog?
mine-missing-none = Er ontbreekt niets: elk doel is beleid, ligt vast en u ziet wie u bereikt.
mine-missing-unanswered = { $n ->
    [one] Eén doel is niet beantwoord
   *[other] { $n } doelen zijn niet beantwoord
}
mine-missing-policy = { $n ->
    [one] Eén doel staat niet in uw beleid
   *[other] { $n } doelen staan niet in uw beleid
}
mine-missing-recorded = { $n ->
    [one] Eén doel ligt nergens vast
   *[other] { $n } doelen liggen nergens vast
}
mine-missing-sight = { $n ->
    [one] Bij één doel ziet u niet wie u bereikt
   *[other] Bij { $n } doelen ziet u niet wie u bereikt
}
mine-missing-share = { $n ->
    [one] Bij één doel is niet ingevuld welk deel u bereikt
   *[other] Bij { $n } doelen is niet ingevuld welk deel u bereikt
}
mine-changes-title = Wat veranderde sinds { $year }
mine-changes-none = Geen enkele score veranderde.
mine-change = van { $then } naar { $now } ({ $change })

## Een eigen groep

mine-choose-title = Kies een groep om mee te vergelijken
mine-choose-intro = Kies 2 tot en met 40 gemeenten. Hier staan alleen gemeenten die het goed vonden dat iedereen hun scores in deze peiling ziet; staat een buur er niet bij, dan gaf die geen toestemming. U ziet van de groep het gemiddelde en de middelste helft.
mine-choose-none = Geen enkele andere gemeente vond het goed dat iedereen haar scores in deze peiling ziet.
mine-choose-do = Vergelijk met deze groep
mine-back = Terug naar uw scores
field-member = Gemeenten
finding-mine-chosen = Kies minstens 2 en hoogstens { $most } gemeenten.

## Bestanden

mine-files = Meenemen
mine-file-svg = Als tekening (SVG)
mine-file-png = Als afbeelding (PNG)
mine-file-csv = Als tabel (CSV)
mine-file-excel-csv = Als tabel voor Excel (CSV)
mine-file-xlsx = Als werkblad (XLSX)
mine-picture-title = { $name }, { $wave }: score per doel
mine-source = Bron: Zicht, { $wave }.
mine-scores-of = Uw scores in { $wave }
