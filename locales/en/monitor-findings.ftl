# What can be wrong with a file of answers, and with a definition.
# Each sentence has its place before it: ‘row 12, column d1.beleid: ...’.

## The header

finding-header-none = The first row has no column names that we know. It says: { $found }. Put the column names there in small letters, such as respondent and d1.beleid, with a comma or semicolon between them.
finding-header-empty = This column has no name. Give it a name in row 1, or remove the column.
finding-header-twice = This column is there twice. Keep one.
finding-header-unknown = We do not know this column. { $guess ->
    [yes] Do you mean ‘{ $nearest }’? That column is not there yet.
   *[no] Check its name, or remove the column.
}
finding-header-missing = This column is missing. Add it. Did nobody answer this question? Then leave the cells below it empty.

## The answers

finding-code-unknown = ‘{ $found }’ is not possible here. { $guess ->
    [yes] Do you mean ‘{ $nearest }’?
   *[no] Choose from: { $known }.
}
finding-code-twice = ‘{ $found }’ is there twice. Keep one.
finding-none-with-others = ‘geen’ (none) can't stand beside another answer. Remove ‘geen’, or remove the other answers.
finding-goal-without-policy = This cell is empty, but something else is filled in for this goal, for instance in column { $other }. Fill in ‘ja’ (yes), ‘voornemen’ (intended) or ‘nee’ (no) here, or empty the other cells of this goal.
finding-recorded-without-policy = There is a document here, but column { $other } does not say ‘ja’ (yes). Only a goal that is in policy can be recorded. Fill in ‘ja’ there, or empty this cell.
finding-share-without-sight = This says how much of the target group you reach, but column { $other } does not say ‘ja’ (yes). Fill in ‘ja’ there, or empty this cell.
finding-grade-range = ‘{ $found }’ is not a grade. Fill in a whole number from 1 to 10.

## Who answered

finding-respondent-missing = The name of the respondent is missing. Give each respondent a name or number of its own.
finding-respondent-twice = ‘{ $found }’ is in row { $first } too. Each respondent may be there only once. Remove one of the two rows, or change the name.
finding-size-class-range = ‘{ $found }’ is not a size class. Fill in a number from 1 to 5.
finding-size-class-missing = The size class is missing. Fill in a number from 1 to 5, or fill in the code of the municipality in the column gemeente.
finding-size-class-unknown = { $name } no longer exists. We do not know the size class of this municipality. Fill in a number from 1 to 5.
finding-municipality-code = ‘{ $found }’ is not the code of a municipality. { $guess ->
    [yes] Do you mean ‘{ $nearest }’?
   *[no] Fill in GM and four digits, such as GM0344.
}
finding-municipality-unknown = There is no municipality with the code { $found }. Check the four digits. Statistics Netherlands (CBS) lists all codes.
finding-municipality-not-then = { $name } ({ $found }) did not exist on { $year }-{ $month }-{ $day }, the reference date of this wave. Fill in the municipality that was there then.
finding-municipality-twice = { $name } ({ $found }) is in row { $first } too. Each municipality may be there only once. Remove one of the two rows, or mend the code.

## The file as a whole

finding-rows-none = There are no answers in this file, only column names. Put each respondent in a row of its own below them.
finding-stored-damaged = The stored answers of this respondent can't be read any more, or belong to another questionnaire. Import the file of answers again.

## Definitions

finding-definition-syntax = This is not sound TOML: { $problem }. Mend this line.
finding-definition-missing = ‘{ $key }’ is missing. Add this key here.
finding-definition-unknown-key = We do not know this key. Check its spelling, or remove it.
finding-definition-type = This value is not possible here. It has to be { $expected ->
    [text] a text between quotation marks
    [number] a whole number without quotation marks, such as 388
    [texts] a list of texts in quotation marks
    [numbers] a list of whole numbers, such as [ 1, 2, 3 ]
    [decimal] a number without quotation marks, such as 50 or 0.5
    [true-false] true or false
    [exact] a number between quotation marks, such as "15", "45/4" or "5.4"
    [date] a date between quotation marks, such as "2017-10-02"
    [table] a table with keys of its own
   *[tables] a list of tables
}.
finding-definition-choice = ‘{ $found }’ is not possible here. Choose from: { $known }.
finding-definition-code = ‘{ $found }’ can't be a code. Use only small letters, digits and hyphens.
finding-definition-twice = ‘{ $found }’ is already in use here. Choose something else: this may be there only once.
finding-definition-too-many = This list is too long. It can have { $limit } at most.
finding-definition-order = Question { $found } is not in its place. Number the questions of a goal 1, 2, 3 and so on, in that order.
finding-definition-unknown-name = ‘{ $found }’ does not exist. Choose from: { $known }.
finding-definition-period = This wave ends before it begins. Check ‘from’ and ‘to’.
finding-definition-size-classes = This has to be five numbers: how many municipalities there are in size class 1 to 5.
finding-definition-invited = The size classes are { $found } together, but ‘invited’ says { $invited }. Make the two equal.
finding-definition-total = The points of the three parts are { $found } together and not 100. Change the points.
finding-definition-norms = These norms are not possible. ‘low_below’ may not be above ‘high_above’, and ‘high_above’ not above 100.
finding-definition-condition = This condition has no limit. Add ‘above’, ‘below’, ‘at_least’ or ‘at_most’, with a number.
finding-definition-shown = No earlier question ‘{ $found }’ has the answer ‘{ $code }’. Choose an answer to a question that comes before this one.
finding-definition-languages = The Dutch and the English text do not name the same figures. Use the same names between braces in both texts.
