# What a municipality gets back: its own scores, beside whom, and what it can do with them.

nav-own = Municipality
task-own = See your scores
task-own-what = See what your municipality scores, compare with others and take it to the council.
mine-title = { $name }: your approach
mine-intro = What your municipality scores, beside whom, and what else can be done.
mine-list-title = Your municipality
mine-list-none = You work for no municipality now.
mine-nothing = Your municipality has not taken part in a published wave yet.
mine-nothing-yet = Your municipality has no published scores yet. Fill in the questionnaire; after publication the scores stand here.
mine-nothing-then = After a wave you see here your score for each goal, beside municipalities like yours, and what can still be gained. You get a mail when a wave opens.
mine-nothing-look = See what other municipalities do.

## The questionnaire that runs now

mine-progress = { $done } of { $all } goals are done. You can fill in until { $until }.
mine-score-so-far = Score so far, over the goals that you filled in: { $score } ({ $norm }).
mine-begin = Begin to fill in
mine-go-on = Go on filling in
mine-waits = Look over what waits for approval
mine-approved = See what was approved

## The scores

mine-named = Your municipality agreed that everybody sees these scores by name.
mine-unnamed = Only your municipality sees these scores. Others see only that you took part.
mine-waves = Wave:
mine-mean = your mean score
mine-peers-mean = mean of { $group }
mine-since = points since { $year }
mine-parts-title = The three parts
mine-compare-title = You and other municipalities
mine-with = Compare with:
mine-with-size = same size
mine-with-similar = most similar
mine-with-region = your region
mine-with-province = your province
mine-with-country = the country
mine-with-chosen = own group
mine-beside = Beside { $n } { $group }.
mine-not-beside-fixed = We do not show this group: too few municipalities took part, or the score of one municipality could be worked out.
mine-not-beside-chosen = First choose at least two municipalities that agreed that everybody sees their scores.
mine-place-low = You are in the lowest quarter.
mine-place-middle = You are in the middle half.
mine-place-high = You are in the highest quarter.
mine-sign-own = your score
mine-sign-before = score in { $years }
mine-sign-own-norm = your score: { $norm }
mine-sign-picture = score: low, middle, high
mine-sign-band = middle half
mine-sign-mean = mean
mine-names = Which municipalities are these?
mine-itself = In fixed groups your own municipality counts too.
mine-choose = Choose a group yourself
mine-similar-method = At least { $n } other municipalities of the same size class that are most like you in inhabitants, urbanity and share of children under 15 (CBS, 2023). They come in fixed families of five or more, so that the score of no municipality can be worked out.
mine-column-own = Your score
mine-column-middle = Middle half
mine-others = How others do it
mine-missing-title = What is still missing?
mine-missing-none = Nothing is missing: each goal is in policy, is recorded, and you see whom you reach.
mine-missing-unanswered = { $n ->
    [one] One goal was not answered
   *[other] { $n } goals were not answered
}
mine-missing-policy = { $n ->
    [one] One goal is not in your policy
   *[other] { $n } goals are not in your policy
}
mine-missing-recorded = { $n ->
    [one] One goal is recorded nowhere
   *[other] { $n } goals are recorded nowhere
}
mine-missing-sight = { $n ->
    [one] At one goal you do not see whom you reach
   *[other] At { $n } goals you do not see whom you reach
}
mine-missing-share = { $n ->
    [one] At one goal it is not filled in which share you reach
   *[other] At { $n } goals it is not filled in which share you reach
}
mine-changes-title = What changed since { $year }
mine-changes-none = No score changed.
mine-change = from { $then } to { $now } ({ $change })

## A group of your own

mine-choose-title = Choose a group to compare with
mine-choose-intro = Choose 2 to 40 municipalities. Here are only municipalities that agreed that everybody sees their scores in this wave; a neighbour that is not here did not agree. Of the group you see the mean and the middle half.
mine-choose-none = No other municipality agreed that everybody sees its scores in this wave.
mine-choose-do = Compare with this group
mine-back = Back to your scores
field-member = Municipalities
finding-mine-chosen = Choose at least 2 and at most { $most } municipalities.

## Files

mine-files = Take along
mine-file-svg = As a drawing (SVG)
mine-file-png = As a picture (PNG)
mine-file-csv = As a table (CSV)
mine-file-excel-csv = As a table for Excel (CSV)
mine-file-xlsx = As a worksheet (XLSX)
mine-picture-title = { $name }, { $wave }: score per goal
mine-source = Source: Zicht, { $wave }.
mine-scores-of = Your scores in { $wave }
