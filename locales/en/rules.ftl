# Decision tables: ground and certainty, findings, commands, and the pages for who keeps the rules.

law-certainty-source = in a source document
law-certainty-found = seen in publicly available material
law-certainty-high = knowledge of the field: certain
law-certainty-middle = knowledge of the field: fairly certain, ask a lawyer to check
law-certainty-low = knowledge of the field: uncertain, ask a lawyer to check
law-date-seen = From { $date }. Where seen: { $seen }.

# Findings. Table, row and code stand there as they are called in the file.
finding-rules-toml = this is not written as it should be. Often a quotation mark, comma or bracket is missing. What the parser says: { $problem }
finding-rules-cells = { $value } different values is too many; at most 64 can be told apart
finding-rules-count = { $value } is too few or too many: at least one, and at most 1,000 rows and 32 questions or outcomes
finding-rules-date = “{ $value }” is not a date such as 2019-01-01
finding-rules-file-name = a file is named after its table and first day: { $value }.toml
finding-rules-gap = there is no row for this case: { $case }
finding-rules-kind = “{ $value }” is not a kind of question, or its options or limits are missing
finding-rules-no-input = this table has no question “{ $value }”
finding-rules-no-law = row “{ $value }” names no ground
finding-rules-no-ground = this row keeps no ground for who is bound by “{ $value }”
finding-rules-no-output = this table has no outcome “{ $value }”
finding-rules-no-rank = outcome “{ $value }” has no rank (0 is the weakest)
finding-rules-no-source = the source “{ $value }” is not in sources.toml
finding-rules-no-value = there is no such value: { $value }
finding-rules-overlap = the rows “{ $other }” and “{ $value }” both fit this case: { $case }
finding-rules-rank = outcome “{ $value }” has a rank, which does not belong here
finding-rules-row-nothing = no value of “{ $value }” fits this row
finding-rules-row-untried = no example tests row “{ $value }”
finding-rules-scenario = this example gives { $value }, not { $expected }
finding-rules-scenario-open = this example leaves out something that matters, or names something the table does not know (expected: { $value })
finding-rules-then = the row does not state its outcome properly: { $value }
finding-rules-too-many = this table is too complex to prove: make it smaller or split it
finding-rules-twice = “{ $value }” appears twice
finding-rules-name-long = This name or code is longer than 64 characters: “{ $value }”
finding-rules-unreachable = no case ever reaches row “{ $value }”
finding-rules-value = “{ $value }” is not an answer here
finding-rules-version = version { $value } is not higher than the version before it
finding-rules-weaker = more danger gives a weaker outcome in row “{ $value }”: { $input } from { $from } to { $to }, when { $case }

# Commands
rules-folder-unreadable = The folder { $folder } cannot be read: { $error }
rules-folder-empty = There is no table in the folder { $folder }.
rules-file-unreadable = The file { $file } cannot be read: { $error }
rules-no-table = On { $day } there is no table “{ $table }”. Known are: { $known }.
rules-problems = Problems: { $problems }.
rules-too-large = The table { $table } has too many parts to print.
rules-sound = Sound. Tables: { $tables }, rows: { $rows }, examples: { $scenarios }, cases: { $cases }.
rules-said-table = { $title } ({ $table }, version { $version }, from { $day })
rules-said-why = Why (row { $row }): { $why }
rules-said-open = No answer yet: something that matters is missing.
rules-said-nothing = No row fits this case.
rules-said-matters = not known, and it matters: { $input } ({ $question })
rules-said-no-matter = not known, but it does not matter: { $input } ({ $question })
rules-said-trace = All rows in order:
rules-said-receipt = Receipt:
rules-verdict-decides = decides
rules-verdict-late = fits too, but a row before it decides
rules-verdict-same = leads to the same
rules-verdict-open = can still decide
rules-verdict-not = does not fit, because { $facts }

# The whole table on paper
rules-paper-made = Made by `cargo xtask generate` with `zicht rules table { $table }`. Version { $version }, in force from { $day }.
rules-paper-parts = There are { $cases } cases: all combinations of answers. They are shown below in { $parts } groups. Each case is in exactly one group. An empty cell means: this does not matter.
rules-paper-collect = There are { $cases } cases: all combinations of answers. Every row that fits counts; below are all { $parts } rows. An empty cell means: this does not matter.
rules-paper-inputs = | fact | question | answers |
rules-paper-combinations = All combinations
rules-paper-row = row
rules-paper-cases = cases
rules-paper-all = Together { $cases } cases.
rules-paper-rows = Why
rules-paper-sources = Grounds
rules-paper-law = | source | cited as | says | from | certainty |

# Pages for who keeps the rules
nav-rules = Decision tables
rules-title = The rules behind the reporting code (meldcode)
rules-intro = Zicht's advice on the reporting code comes from tables. You can see them here: what each rule says, why, on what ground, and how certain that is.
rules-to-guide = To the questions: what may I share, and with whom?
rules-version-since = Version { $version }, in force from { $day }.
rules-size = { $rows } rows, { $scenarios } examples, { $cases } cases.
rules-certainty = How certain is a ground?
rules-certainty-text = Each ground has a mark. It says where we saw it. A dashed edge means: ask a lawyer to check.
rules-sources-count = { $n } { $n ->
    [one] source
   *[other] sources
}
rules-or = { " or " }
rules-hit-unique = Exactly one row fits each case.
rules-hit-first = The first row that fits decides.
rules-hit-collect = All rows that fit count.
rules-cases-proved = There are { $cases } combinations of answers; every check goes through all of them.
rules-inputs = The questions
rules-danger = From less to more danger: { $order }.
rules-danger-never = More danger never gives a weaker outcome: that is proved.
rules-rows = The rows in order
rules-otherwise = In all other cases.
rules-scenarios = Examples
rules-scenarios-text = These are stories from practice with the right outcome for each. They are worked out again after every change.
rules-laws = Grounds
rules-law-binds = Binds only people under:
rules-versions = Other versions
rules-version-from = Version from { $day }
rules-hash = Fingerprint of the file (SHA-256): { $hash }
rules-propose = Try out a change
rules-proposal = Try out a change
rules-proposal-title = Try out a change: { $table }
rules-proposal-intro = Change the text of the table and see what changes. Nothing is kept. The real table does not change.
rules-proposal-hint = The whole table, in TOML. At most 200,000 characters.
rules-proposal-send = Show what changes
rules-proposal-problems = { $n ->
    [one] There is one problem
   *[other] There are { $n } problems
}
rules-proposal-more = And { $n } more.
field-toml = Text of the table
finding-rules-too-long = The text is too long. At most 200,000 characters.
rules-altered = What changes
rules-altered-no-scenario = All examples have the same outcome as now.
rules-altered-scenarios = { $n ->
    [one] One example has a different outcome.
   *[other] { $n } examples have a different outcome.
}
rules-altered-cases = { $n ->
    [0] All cases have the same outcome as now.
    [one] One case has a different outcome.
   *[other] { $n } cases have a different outcome.
}
rules-altered-group = { $n ->
    [one] One case:
   *[other] { $n } cases:
}
rules-altered-other-questions = The questions or answers themselves were changed. That is why the cases cannot be compared side by side.
rules-altered-collect = In this table each row counts on its own. That is why you only see here which examples have a different outcome.
rules-before = Now:
rules-after = Then:
rules-undecided = no answer: something is missing
rules-nothing-fits = no row fits
rules-example = For example:
rules-every-case = every case
