# The national report: headings, introductions and explanations. The conclusions are in the definitions.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

report-kicker = National report
report-cover-title = What municipalities do to prevent child abuse
report-document-title = Preventing child abuse: { $wave }
report-fact-wave = Wave
report-fact-period = Filled in
report-fact-answers = Answers
report-fact-rule = Scoring rule
report-fact-snapshot = Snapshot
report-fact-of = { $n } of { $invited } municipalities
report-fact-n = { $n } municipalities
report-period = { $from } to { $to }
report-made-with = Made with Zicht

report-in-short = In short
report-in-short-intro = Every municipality must help to prevent child abuse. This report shows what municipalities say they do about it, and how much they know of whom they reach.
report-telling = What stands out most?
report-not-published = {" "}(not published, from the reconstruction only)
report-unpublished = Not published: this division comes from the reconstruction only and is no result.
report-reading = How to read this report
report-reading-score = A score runs from 0 to 100 points and has three parts: is the goal embedded (25), which measures does the municipality take (50), and does it reach the children and parents it is meant for (25).
report-reading-norms = Below 25 a score is low, above 75 it is high. These limits were chosen; they are no pass mark.
report-reading-self = Municipalities answered the questions themselves. A high score means that a municipality does a lot, not that fewer children are abused.
report-reading-groups = Groups are shown from five municipalities only. That keeps hidden what a single municipality answered.

report-response = Who took part
report-response-intro = Every municipality received the same questionnaire. Taking part was its own choice. That is why this comes first: who is in the figures and who is not.
report-response-figure = Share of the participants by size, against all municipalities
report-response-participants = share of the participants
report-response-all = share of all municipalities
report-response-reading = Where the bar passes the stroke, municipalities of that size weigh more than their number in the country. Where it falls short, they weigh less. The means in this report are not adjusted for it.
report-response-asked = What was asked?
report-response-questions = The questionnaire is about { $goals } goals. For each goal a municipality says whether it is in its policy and in which document, which measures it takes, and whether it sees what share of the target group it reaches. Some questions about its policy as a whole follow.
report-response-score = What a municipality left blank does not count: a mean is always over the municipalities that answered.

report-goals = The goals compared
report-goals-intro = The goals follow the life of a family: from help with raising children for everybody to help when things have gone wrong. Here they stand side by side.
report-goals-figure = Mean score of each goal, from strong to weak
report-goals-unpublished = † The score of this goal was not published and comes from the reconstruction only. The three parts were not published for any goal.
report-distribution = Behind the mean
report-distribution-note = Each bar counts municipalities in a class of five points; the dashed line is their mean.
report-reach = Sight of whom policy reaches
report-reach-text = Policy only helps those it reaches. Yet municipalities often do not know whether what they offer arrives at the children and parents it is meant for. Who does not see that cannot adjust course, nor show that it works. That is why sight of reach counts in every score.
report-reach-figure = Who is reached, by goal; at the right the share of municipalities with sight
report-reach-note = Hatched: the municipality does not see whom it reaches.
report-embedding = In policy and recorded
report-embedding-text = A goal that is in policy outlives a change of alderman or official. If it also stands in a document, the council can ask about it.

report-one-by-one = The goals one by one
report-goal-unknown = The score of this goal was not published
report-parts-unpublished = The points per part were not published.
report-goal-size = Mean score on this goal, by size of the municipality

report-groups = By size and place
report-groups-intro = A mean hides differences. Here is which municipalities do more and which do less.
report-size = By size of the municipality
report-size-figure = Mean score over all goals, by size of the municipality
report-sign-mean = mean of the group
report-sign-band = middle half of the group
report-sign-country = mean of the country
report-areas = By province and region
report-map = On the map
report-map-figure = Mean score of each municipality
report-map-note = Each square is a municipality, roughly in its place. A score stands there only if the municipality agreed. Dark lines separate the Veilig Thuis regions.
report-map-label = Map of the Netherlands with a square for each municipality. Number of municipalities per class: { $counts }.
report-column-municipality = Municipality

report-extra = About policy as a whole
report-extra-intro = Besides the goals, municipalities answered questions about their policy as a whole: which grade they give it, with whom they work together and for whom they do something extra.
report-grades = Own grades
report-grades-figure = Own grade and score: r = { $r } (n = { $n }, 95% confidence interval { $interval }, p { $p })
report-grades-note = The larger the dot, the more municipalities stand there; scores in classes of five points. At r = 0 there is no relation, at r = 1 grade and score go fully together.

report-change = Compared with before
report-change-intro = Has anything changed? Only what can really be compared stands here. What does not exist of earlier years is not filled in.
report-since = Since the previous wave
report-twice = Municipalities that took part twice
report-twice-text = A municipality that merged or was split has become another municipality. Its score of then and that of now are about another area and other inhabitants. We therefore only compare municipalities that stayed the same.
report-reference = Beside figures published earlier

report-conclusions = Conclusions
report-conclusions-intro = These sentences follow from the figures anew for every wave, by fixed conditions. Each says where its figure can be found.
report-see = See { $title }
report-see-page = p.

report-method = Method and sources
report-method-intro = Everything in this report can be checked. The same answers, the same definitions and the same version of Zicht give exactly the same report.
report-rule = How a score comes about
report-points-title = Points per answer
report-points-part = Part
report-points-points = Points
report-points-policy = The goal is in policy
report-points-intended = It is not in policy yet, but it is intended
report-points-recorded = It is recorded in a document
report-points-each = Each measure
report-points-any = One or more measures in a question: the whole share of that question, out of
report-points-pool = All measures together, divided evenly over the questions of the goal, at most
report-points-own = An own measure that is not on the list
report-points-sight = The municipality sees whom it reaches
report-points-share = Share of the target group reached: { $share }
report-points-most = Together at most
report-norms = The limits
report-norms-text = A score below { $low } is called low, a score above { $high } high; { $low } and { $high } themselves are in the middle. The makers of the monitor chose these limits to be able to compare. They are no norms of the law and no mark.
report-counting = Counting and rounding
report-counting-means = The mean of a goal is over the municipalities that answered it. The mean of a municipality is over the goals it answered.
report-counting-rounding = Everything is counted in fractions, without rounding on the way. Only what is printed is rounded, halves upwards. Where rounding would put a score in another class, its decimals are printed.
report-counting-quartiles = A quarter of the municipalities lie below the first quartile, half below the median, three quarters below the third quartile. Between two values a straight line is drawn (method 7 of Hyndman and Fan).
report-counting-r = The relation is Pearson’s r, with a confidence interval after Fisher and a two-sided p-value from Student’s t distribution.
report-privacy = Small groups
report-privacy-text = A group is shown from five municipalities, and only if the rest is nobody or at least five too. Size classes that are too small are joined with their neighbour. The score of a municipality stands on the map only if it agreed.
report-differences = Differences with the printed source
report-differences-text = In a few places the printed study contradicts itself, or a number does not agree with the counts. Here is what we made of it.
report-sources = Sources
report-source-questionnaire = Questionnaire “{ $name }”: { $source }.
report-source-rule = Scoring rule { $name }: { $source }.
report-source-wave = { $name }: { $source }.
report-source-reference = { $name }: { $source }.

report-reuse = Working with the figures
report-reuse-tables = All tables of this report, and more, are in report.xlsx and in separate CSV files, with numbers as numbers.
report-reuse-json = In report.json all figures stand unrounded, for programs.
report-reuse-same = When quoting, name the wave, the scoring rule and the snapshot. Then anybody can check which figures are meant.
report-turn-veilig-thuis = Call Veilig Thuis: 0800-2000, day and night, free of charge. You do not need to be certain of anything.
report-turn-danger = Is a child in danger now? Call 112.
report-turn-children = Are you a child yourself? Call or chat with the Kindertelefoon for free: 0800-0432.
