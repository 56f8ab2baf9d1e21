# Regions, municipalities, downloads, method and about Zicht.

# Regions and provinces

places-title = Regions and provinces: { $wave }
places-page-title = Regions and provinces: { $wave }
places-intro = Where in the country do municipalities do much to prevent child abuse, and where little? By Veilig Thuis region and by province.
places-regions = Veilig Thuis regions
places-provinces = Provinces
places-key = What the colours say
places-list = Municipalities
places-list-intro = Everything on the map is in a list too. You can search that list.
places-consent = A municipality is shown here with its score only if it agreed to that for this wave.
places-sort = Order:
places-by-name = by name
places-by-score = by score
places-of = { $n } of { $all }
places-nobody = nobody took part
places-withheld = not shown
places-withheld-why = Not shown: too few participants, or the score of one municipality could be worked out.
places-empty-title = No map and no list
places-empty-reconstruction = Of this wave only totals were published. Which municipalities took part is not known. That is why there are no regions and there is no map. The scores per goal and by size of the municipality are there.
places-empty-other = These answers do not say which municipality they are of. That is why there are no regions and there is no map. The scores per goal and by size of the municipality are there.
places-empty-wave = See the wave

# List of municipalities

list-title = Municipalities: { $wave }
list-page-title = Municipalities: { $wave }
list-intro = All municipalities of this wave, by name. Choose one for its scores, or to see whether it took part.
list-search = Name or code
list-all = all
list-submit = Search
list-clear = Clear all
list-municipality = Municipality
list-state = Score or participation
list-caption = Municipalities in the order of their names.
list-count = { $n ->
    [1] 1 municipality
   *[other] { $from } to { $until } of { $n } municipalities
  }
list-nothing = No municipality fits this. Choose less, or check the name.
list-pages = Turn the pages
list-previous = Previous 50
list-next = Next 50
list-map = See the map and the regions

# A municipality

own-description = What { $name } does to prevent child abuse.
own-state-named = { $name } took part in { $wave } and agreed that everybody sees its answers.
own-state-no-goals = { $name } took part in { $wave }, but answered none of the goals. So there is no score.
own-state-hidden = { $name } took part in { $wave }. The municipality did not choose to be public, so its answers and score are not here.
own-state-absent = { $name } did not fill in the questionnaire of { $wave }.
own-state-unknown = Of { $wave } it is not known which municipalities took part. Whether { $name } did, we do not know.
own-state-no-municipality = { $name } was no municipality when { $wave } was held.
own-successors = See:
own-mean = mean score
own-change = { $change } since { $year }
own-answered = goals answered
own-group-mean = mean of this size
own-country-mean = mean of the country
own-all-goals = All goals together
own-left-out = Not filled in, and so not counted in the mean:
own-table = Scores per goal
own-column-mean = Mean of this size
own-column-middle = Middle half of this size
own-beside-title = Beside municipalities of this size
own-beside = The dot is this municipality. The band is the middle half of the { $n } { $group }, the stroke their mean.
peers-range = { $goal }: { $score }; { $group }: { $mean } on average, the middle half between { $low } and { $high }
peers-country = municipalities that took part
peers-size = municipalities with { $size }
peers-province = municipalities in { $name }
peers-region = municipalities in the region { $name }
peers-similar = most similar municipalities
peers-chosen = chosen municipalities
own-why-title = Where do the points come from?
own-why-intro = For each goal what each answer earned, and what the next step would earn.
own-points = { $points } of 100 points
own-facts = About the municipality
own-facts-caption = Inhabitants: CBS, 2023.
own-inhabitants = Inhabitants
own-unknown = not known
own-from = Exists since
own-until = Ended on
own-group = See all municipalities with { $size }
own-to-list = To the list of municipalities

# Mergers

history-title = Mergers
history-none = This municipality was not merged since 2014.
history-comparable = Compared with { $year }: { $text }
history-merged = { $date }: became part of the new municipality
history-absorbed = { $date }: became part of
history-split = { $date }: divided over
history-renumbered = { $date }: went on under a new name and code as
history-border-away = { $date }: a small part moved to
history-formed = { $date }: formed from
history-took-in = { $date }: grew with
history-got-part = { $date }: got a part of
history-was = { $date }: the same municipality was called before
history-border-towards = { $date }: got a small part of

# Where points come from

why-of = { $earned } of { $max }
why-policy-yes = The goal is in policy: { $earned } of { $max } points.
why-policy-intended = The municipality intends to put the goal in policy: { $earned } of { $max } points. Once it is there, that earns { $next } more.
why-policy-no = The goal is not in policy: 0 of { $max } points. Putting it there earns { $next }.
why-recorded-yes = Recorded ({ $documents }): { $earned } of { $max } points.
why-recorded-no = Not recorded in a document: 0 of { $max } points. Recording it earns { $next }.
why-recorded-no-policy = Not recorded in a document: 0 of { $max } points. That is possible once the goal is in policy, and then earns { $next }.
why-question-some = { $n ->
    [1] One measure
    [2] Two measures
    [3] Three measures
   *[other] { $n } measures
  } for “{ $question }”: { $earned } of { $max } points; { $n ->
    [1] a second one
    [2] a third one
    [3] a fourth one
   *[other] another one
  } earns { $next } more.
why-question-full = { $n ->
    [1] One measure
    [2] Two measures
    [3] Three measures
    [4] Four measures
    [5] Five measures
   *[other] { $n } measures
  } for “{ $question }”: { $earned } of { $max } points. There is no more to earn here.
why-question-capped = { $n ->
    [1] One measure
    [2] Two measures
    [3] Three measures
    [4] Four measures
    [5] Five measures
   *[other] { $n } measures
  } for “{ $question }”: { $earned } of { $max } points. A question can earn no more; what goes beyond it ({ $capped }) does not count.
why-question-none = No measure for “{ $question }”: 0 of { $max } points; a first one earns { $next }.
why-question-open = Nothing filled in for “{ $question }”: 0 of { $max } points; a first measure earns { $next }.
why-own-yes = An own measure that the questionnaire does not name: { $earned } of { $max } points.
why-own-no = No own measure: 0 of { $max } points; an own measure earns { $next }.
why-sight-yes = The municipality sees whom it reaches: { $earned } of { $max } points.
why-sight-no = The municipality does not see whom it reaches: 0 of { $max } points. Seeing that earns { $next }.
why-sight-open = Sight of reach is not filled in: 0 of { $max } points. Seeing that earns { $next }.
why-share = Share of the target group reached: { $share }, { $earned } of { $max } points. Reaching everybody earns { $next } more.
why-share-best = Share of the target group reached: { $share }, { $earned } of { $max } points.
why-share-open = Which share is reached is not filled in: 0 of { $max } points.
why-share-no-sight = Without sight of reach nobody can tell which share is reached: 0 of { $max } points.

# Downloads

downloads-title = Downloads: { $wave }
downloads-intro = The report and all figures, to keep, to print and to calculate with. Everybody may use them.
downloads-kind = Answers
downloads-rule = Scoring rule
downloads-snapshot = Snapshot
downloads-snapshot-text = This number is in every file. The same number means the same answers and the same rules.
downloads-report = The whole report
downloads-get = Download
downloads-pdf = PDF
downloads-pdf-text = To read, print and send. Accessible to screen readers.
downloads-html = Web page
downloads-html-text = One file with everything in it. Opens in any browser, also without internet.
downloads-xlsx = Excel
downloads-xlsx-text = All tables in one workbook, a sheet for each, to calculate with.
downloads-json = JSON
downloads-json-text = All figures without rounding, for programs.
downloads-tables = Single tables
downloads-tables-intro = Each table comes in two forms. CSV is for programs: commas and a decimal point. “CSV for Excel” opens with a double click in a Dutch Excel: semicolons and a decimal comma. The numbers are not rounded.
downloads-machine = For programs
downloads-excel = For Dutch Excel
downloads-excel-short = CSV for Excel
downloads-licence = When you use them, name the wave, the scoring rule and the snapshot.

# Method

method-title = How the monitor works
method-intro = From answers to scores: which rules hold, what is certain and what is not. All figures on this page come from the same definitions as the scores themselves.
method-contents = On this page:
method-score-title = The score
method-score-parts = Each goal gets 0 to 100 points, in three parts. Embedding (25): is the goal in policy, and in a document? Measures (50): what does the municipality do? Reach (25): does the municipality know whom it reaches, and how many of them? The score is the sum. You can switch parts off; then only the rest counts.
method-score-rules = A scoring rule says which answer earns how many points. There are two, because the source is not clear on one point. A wave is always scored by the rule that belongs to it; another rule can be used beside it.
method-table-rules = Points per answer, per scoring rule
method-intended = Intention to put it in policy
method-measure = A ticked measure, “other” included
method-each = { $points } per measure
method-any = one is enough for the whole question
method-cap = Most per question
method-cap-of = { $points } divided by the number of questions
method-share = Share reached: { $share }
method-maximum = Highest score
method-norms = Norms
method-limits = below { $low } low, above { $high } high
method-norms-title = The colours
method-norms-text = Below 25 is red, above 75 green, everything in between orange; 25 and 75 themselves are orange. The makers of the monitor chose these limits in 2014. They are no pass mark. The colour follows the exact score: 24.8 is red, and so it is not printed as 25.
method-example-title = An example
method-example-text = A made-up municipality and the goal “{ $goal }”. That goal has four questions about measures. The 45 points are divided over them: { $cap } points per question.
method-example-rule = By scoring rule { $rule }:
method-example-total = Together by scoring rule { $rule }: { $total } points.
method-example-exact = We calculate with fractions, such as 45/4. We round only when showing.
method-measures-title = How do measures count?
method-measures-doubt = The source says two things about measures: a measure is worth 5 points, and there are 45 points to divide over the questions. It does not say how the two go together. We tried four ways on the published counts.
method-measures-choice = Reading A fits best: 5 points for each measure, up to the most that the question can earn. It leaves enough room for reach, which the source calls the weakest part. Reading B, one measure is enough for the whole question, fits less well but cannot be ruled out. The other two ask almost no points, or almost all, for reach on some goals. Below you see what the choice matters.
method-table-compared = Mean score per goal in the newest wave, by each scoring rule
method-statistics-title = Means and rounding
method-means = Means.
method-means-text = The score of a municipality is the mean over the goals that it answered. A goal without an answer is not a zero: it does not count. The national mean is the mean over municipalities, large and small alike.
method-percentages = Percentages.
method-percentages-text = Divided by the municipalities that answered the goal or the question. Several measures can be ticked; those percentages do not add up to 100.
method-rounding = Rounding.
method-rounding-text = Only when showing, and halves go up: 12.5 becomes 13. Files to calculate with hold numbers without rounding.
method-quartiles = The middle half.
method-quartiles-text = Put all scores in order. The first quartile lies at a quarter of the row, the third at three quarters; if that falls between two scores, in proportion between them (as QUARTILE.INC in Excel).
method-correlation = Correlation.
method-correlation-text = Pearson’s r between the score of a municipality and the grade that it gives its own policy, with a 95% confidence interval (Fisher) and a p-value. Correlation is not a cause.
method-waves = Comparing waves.
method-waves-text = With the wave before with the same questionnaire, by the same scoring rule. Not always the same municipalities take part. A municipality that was merged is not compared directly with the one before it.
method-snapshot = Snapshot.
method-snapshot-text = Each report has a number, made from the answers and the definitions. The same number means exactly the same figures.
method-shown-title = What do we show of whom?
method-names = Names.
method-names-text = The score of a municipality is shown by name only if the municipality agreed to that for that wave. Otherwise only that it took part.
method-groups = Groups.
method-groups-text = A group is shown from five participants, and only if the rest is nobody or at least five too. Otherwise the score of one municipality could be worked out.
method-sizes = Size.
method-sizes-text = A size class that is too small is joined with its neighbour. Size is the number of inhabitants.
method-caveats = What to keep in mind with the conclusions
method-reconstruction-title = The reconstruction of 2017
method-reconstruction-text = In October 2017, 169 of the 388 municipalities filled in the questionnaire. Their answers were never published, only totals. We made 169 rows of answers that together agree with those totals: all counts per measure, the scores of eight goals, the distribution, the size classes and the grades.
method-reconstruction-not = Not published, and so not to be read as results: the scores of goals 1 and 9, the points per part, in which document a goal is recorded, and some of the groups. The reconstruction has no names of municipalities, no regions and no map.
method-generated-text = The waves of 2022 and 2026 in the demonstration were never held. Their answers are generated and say nothing about any municipality.
method-published-title = Differences with the source
method-published-text = Where the source contradicts itself or does not agree with its own counts, you see here what was printed, what we show and why.
method-table-published = Where our figures differ from the printed ones
method-reference-title = The first measurement, 2014
method-reference-text = Of 2014 no answers and no scores per goal in numbers are known. This is what was published. Where nothing exists, we show nothing.
method-table-reference = Published figures of 2014
method-sources-title = Questionnaire and sources
method-questionnaire = Questionnaire: { $title }
method-questionnaire-text = The goals in our own words. Each goal asks whether it is in policy, where it is recorded, which measures there are, whether there is an own measure, whether the municipality sees whom it reaches, and which share.
method-sources-other = Scoring rules, waves and municipalities
method-sources-geography = Municipalities and inhabitants: CBS, key figures 2023 (CC BY 4.0). The division into Veilig Thuis regions and the mergers: professional knowledge, checked.
method-about = About Zicht, accessibility and privacy

# About Zicht

about-title = About Zicht
about-intro = Zicht shows what municipalities do to prevent child abuse, and whether they know whom they reach.
about-whom-title = For whom?
about-whom-municipality = Municipalities: see where you stand beside municipalities of your size, and what the next step earns.
about-whom-region = Regions: see which goals lag in your region.
about-whom-researcher = Researchers: make a national report that everybody can check.
about-whom-citizen = Everybody: see what your municipality does, if it wants to show that.
about-not = Zicht does not say whether fewer children are abused. Municipalities give their own answers, and a high score means that much has been arranged.
about-accessibility-title = Accessibility
about-accessibility-aim = Everybody must be able to use Zicht. We aim to meet WCAG 2.2, level AA, and with it the European standard EN 301 549.
about-accessibility-tested = This is how Zicht was made and tested:
about-accessibility-axe = An automatic check (axe) looks at the pages in Dutch and English in a browser.
about-accessibility-keyboard = Everything works with a keyboard alone, and without JavaScript.
about-accessibility-small = Everything fits on a screen 320 pixels wide, and so also at a zoom of 400%.
about-accessibility-colour = Colour is never alone: a number, a word or a shape says the same. Each chart goes with a table or list.
about-accessibility-pdf = The PDF has headings, a language and a text for each picture (PDF/UA-1).
about-accessibility-limits = An independent audit and a test with users of assistive technology have not been done yet. On a narrow screen, wide tables scroll sideways inside their own frame.
about-accessibility-report = Does something not work for you? Tell the organisation that runs this site, with the address of the page and what you wanted to do. You can also tell the makers, where the source code is.
about-privacy-title = Privacy
about-privacy-visitor = Zicht sets no cookies, follows nobody and asks nothing of you. The pages fetch nothing from others: no fonts, no maps, no statistics.
about-privacy-people = It holds no data about children, parents or professionals. The answers are about what a municipality does.
about-privacy-municipality = Something is shown of a municipality by name only if it agreed to that for that wave.
about-privacy-rules = What we show of whom
about-sources-title = Sources and licences
about-sources-study = The goals, the questions and the points: Ombudsman for Children and Netherlands Youth Institute, 2014 (KOM 004/2014) and 2017 (KOM012/2017). Facts and figures are taken over, the texts are our own.
about-sources-municipalities = Municipalities and inhabitants: Statistics Netherlands (CBS), key figures 2023, CC BY 4.0.
about-sources-boundaries = The map of tiles is our own. Whoever loads boundaries takes those of CBS and Kadaster (CC BY 4.0).
about-sources-design = Typeface: Source Sans 3 (SIL Open Font License). Parts of the design: Utrecht Design System (EUPL-1.2).
about-code-title = Source code
about-code-text = Zicht is free software under the European Union Public Licence (EUPL-1.2). Everybody may use, read, change and share it.
about-code-version = This is version { $version }.
