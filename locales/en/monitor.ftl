# The monitor: parts of the score, tables, report.

part-embedding = Embedding
part-measures = Measures
part-reach = Reach

share-niemand = nobody
share-minder-dan-de-helft = less than half
share-meer-dan-de-helft = more than half
share-iedereen = everybody

size-all = any number of inhabitants
size-below = fewer than { $until } inhabitants
size-between = { $from } to { $until } inhabitants
size-from = { $from } inhabitants or more

notice-real = Real
notice-real-text = These answers were given by municipalities themselves.
notice-reconstruction = Reconstruction.
notice-reconstruction-text = The answers are rebuilt; only the published totals are real.
notice-generated = Demonstration.
notice-generated-text = The answers are generated and say nothing about these municipalities.

column-number = No.
column-goal = Goal
column-respondents = Answers
column-total = Total (0-100)
column-norm = Norm
column-first-quartile = First quartile
column-median = Median
column-third-quartile = Third quartile
column-low = Below 25
column-middle = 25 to 75
column-high = Above 75
column-low-share = Below 25 (%)
column-score-class = Score
column-municipalities = Municipalities
column-share = Share
column-in-policy = In policy
column-intended = Intended
column-not-in-policy = Not in policy
column-recorded = Recorded in a document
column-with-sight = Sight of reach
column-without-sight = No sight of reach
column-sight = Sight of reach
column-size-class = Size
column-all-municipalities = All municipalities
column-all-share = Share of all
column-participants = Took part
column-participants-share = Share of participants
column-response = Response
column-mean-total = Mean score
column-mean = Mean
column-province = Province
column-region = Veilig Thuis region
column-question = Kind of measure
column-measure = Measure
column-code = Code
column-answer = Answer
column-grade = Grade
column-r = r
column-n = n
column-interval = 95% confidence interval
column-p = p
column-change = Difference
column-figure = Figure
column-also = Other source
column-source = Source
column-printed = In the source
column-ours = Worked out
column-why = Explanation
column-kind = Kind
column-name = Name
column-sentence = Sentence
row-total = Total
own-measure = Own measure
own-measure-explained = A measure that the questionnaire does not name
kind-conclusion = conclusion
kind-caveat = caveat
interval = { $low } to { $high }

table-source = Source: { $wave }, scoring rule { $rule }, snapshot { $snapshot }.
table-response = Who took part, by size
table-goals = Scores per goal
table-spread = Spread per goal
table-distribution = Mean score of municipalities
table-embedding = In policy and recorded
table-documents = In which document goals are recorded
table-reach = Sight of reach and share reached
table-size = Score by size of the municipality
table-goals-by-size = Score per goal by size of the municipality
table-provinces = Score per province
table-regions = Score per Veilig Thuis region
table-measures = Measures
table-measures-of = What do municipalities do? Goal { $number }: { $goal }
table-extra = Extra question
table-grades = Own grades
table-correlation = Relation between score and own grade
table-change = Difference with the previous wave
table-reference = Compared with figures published earlier
table-published = Where our figures differ from the printed ones
table-conclusions = Conclusions and caveats

note-joined = Classes with fewer than five participants are joined with their neighbour, so that nobody can read the score of one municipality.
note-withheld = Groups are shown from five participants, and only if the rest is nobody or at least five too.
note-multiple = More than one answer possible; percentages of the { $n } municipalities that answered the goal.
note-answered = ({ $n } municipalities answered this question.)
note-correlation = Pearson's r between a municipality's mean score and the grade that it gives its present policy. Correlation is not a cause.

# Commands.

command-failed = This did not work: { $error }
command-definitions = The definitions in this program are not sound. Please tell the makers of Zicht.
command-unknown-questionnaire = There is no questionnaire “{ $found }”. There is: { $known }.
command-unknown-rule = There is no scoring rule “{ $found }”. There is: { $known }.
command-other-questionnaire = Wave { $wave } belongs to questionnaire { $questionnaire }. Give that one with --questionnaire.
import-refused = { $problems } { $problems ->
    [one] problem
   *[other] problems
  } found; { $rows } rows are in order. Nothing was stored. Correct the file and try again.
import-stored = { $respondents } responses stored as wave { $wave }.
import-same = These answers are in wave { $wave } already. Nothing changed.
import-occupied = Wave { $wave } has other answers already. Nothing was stored. Give --replace if this file must take their place.
report-refused = { $problems } { $problems ->
    [one] problem
   *[other] problems
  } found; { $rows } rows are in order. No report was made. Correct the file and try again.
report-nothing = Give a file of answers (--answers and --questionnaire) or a database (--db).
report-small-groups = Note: report.json is for researchers and holds groups of fewer than five municipalities. Give --public for a version that you may publish.
definitions-none = There are no definitions in { $folder }.
definitions-sound = { $files } definitions in order.
definitions-problems = { $problems } { $problems ->
    [one] problem
   *[other] problems
  } in the definitions.
geography-refused = { $problems } { $problems ->
    [one] problem
   *[other] problems
  } in the file of boundaries. Nothing was stored.
geography-stored = Boundaries of { $municipalities } municipalities stored.
bench-score = Scoring: { $rate } goal answers a second on one core
bench-explain = Scoring with explanation: { $rate } goal answers a second on one core
bench-json = From { $respondents } responses to report.json: { $ms } ms
bench-pdf = PDF of { $respondents } responses: { $ms } ms
bench-xlsx = Workbook of { $respondents } responses: { $ms } ms
bench-html = HTML of { $respondents } responses: { $ms } ms

# Report.

report-title = What municipalities do to prevent child abuse: { $wave }
report-snapshot = Snapshot { $snapshot }: the same answers and definitions always give this number.
report-contents = Contents
report-sheet = Sheet
report-table = Table
report-note = Note

# Pages.

home-title = How well do municipalities prevent child abuse?
home-intro = Municipalities tell what they do about ten goals. Zicht turns that into a score from 0 to 100: is it recorded, which measures are there, and who is reached?
home-empty-title = There is no wave yet
home-empty-text = As soon as the answers of municipalities have been read, the scores are here. It takes one command:
home-to-wave = See the whole wave
home-turn-title = Are you worried about a child?
home-turn-veilig-thuis = For advice or a report, day and night and free of charge. You need not be certain of anything.
home-turn-danger = Is a child in danger now? Call the police or an ambulance.
home-turn-children = Are you a child yourself? You can call or chat for free. Nobody needs to know.
crumb-home = Monitor
wave-description = How municipalities score on ten goals against child abuse: { $wave }.
wave-group-title = { $wave }: { $group }
wave-intro = { $n } municipalities filled in the questionnaire, from { $from } to { $to } inclusive. Scored with rule “{ $rule }”.
wave-intro-short = { $n } municipalities. Scored with rule “{ $rule }”.
wave-twice = { $n } municipalities also took part in { $year }; { $comparable } of them were not merged and can be compared directly.
wave-more = Look further
choose-wave = Wave:
choose-size = Municipalities:
size-everybody = all
key-of = of { $n }
key-was = was { $value }
key-respondents = municipalities took part
key-mean = mean score
key-sight = sight of who is reached
key-low = score below 25
switches-label = Parts of the score
switches-count = Count:
switch-on = switch on
switch-off = switch off
goals-title = The goals, from strong to weak
goal-reconstructed = No score of this goal was published; this figure comes from the reconstruction only.
column-score = Score
column-reached = Share of the target group reached
legend-parts = the three parts
no-answers = no answers
no-value = –
bar-label = { $goal }: { $score } of { $maximum }, { $norm }
bar-parts = { $goal }: { $score } of { $maximum }
bar-nobody = { $goal }: nobody answered this goal
bar-before = ; previous wave { $score }
map-title = Where in the country
map-label = Map of the Netherlands with a tile for each municipality
map-intro = Each tile or area is a municipality. A score is shown only if the municipality wants that; lines separate the Veilig Thuis regions.
map-step-1 = 0 to 25
map-step-2 = 25 to 40
map-step-3 = 40 to 55
map-step-4 = 55 to 75 inclusive
map-step-5 = above 75
place-hidden = took part, not public
place-absent = not filled in
place-no-goals = took part, no goal answered
spread-title = Behind the mean
spread-text = { $low } of the { $n } municipalities stay below 25; { $high } get above 75.
spread-text-parts = The spread over { $n } municipalities.
spread-class = { $class }: { $n } municipalities
spread-mean = mean { $score }
size-title = By size of the municipality
size-intro = The dot is the mean, the band the middle half of the municipalities, the stroke the country.
range-label = { $group }: mean { $score }, the middle half between { $low } and { $high }
goals-by-size-title = Which goal lags where?
goals-by-size-intro = The mean score of each goal, by size of the municipality.
response-title = Who took part?
response-intro = The bar is the share among participants, the stroke the share among all municipalities.
response-row = { $n } of { $all } ({ $share })
conclusions-title = What stands out?
conclusions-figure = See the figure
conclusions-all = All conclusions and caveats
extra-title = The extra questions
extra-answered = ({ $n } municipalities answered)
nav-municipalities = Municipalities
norm-low-explained = low: below 25
norm-middle-explained = middle: between 25 and 75
norm-high-explained = high: above 75
goal-crumb = Goal { $number } { $group }
goal-of = of { $maximum }
goal-before = in { $year }: { $score }
goal-respondents = { $n } municipalities answered this goal.
goal-nobody = Nobody answered this goal in this wave.
goal-why = Why this goal?
goal-target = For whom: { $group }
goal-source = Source: { $source }.
goal-others = Other goals
measures-title = What do municipalities do?
measures-none = { $share } do nothing here ({ $n } municipalities)
reach-title = Who is reached?
reach-text = { $share } of municipalities see whom they reach ({ $n }).
share-no-sight = no sight
embedding-title = Is it in policy?
documents-title = Where is it recorded?
regions-title = By Veilig Thuis region
withheld = too small to show
conclusions-page-title = Conclusions: { $wave }
conclusions-description = Sentences that follow anew from the figures of each wave, each with its figure.
conclusions-none = No conclusions follow from this wave: there are too few answers.
caveats-title = Keep in mind
caveats-method = How the figures are made
grades-title = Own grades
grades-caption = Mean grade that municipalities give their policy
grades-relation = The score and the own grade of now go together with r = { $r } ({ $n } municipalities{ $interval }, p { $p }).
grades-interval = , 95% interval { $low } to { $high }
grades-axis = Own grade
grades-label = Own grade against score of { $n } municipalities
grades-dot = grade { $grade }, score { $from } to { $to }: { $n } municipalities
grades-scatter-title = Grade and score
grades-scatter-intro = The larger the dot, the more municipalities. Scores are in classes of five points.
