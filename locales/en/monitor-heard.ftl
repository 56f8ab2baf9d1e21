# How children and young people were heard about a goal.

heard-title = Children and young people
heard-intro = This does not count towards the score. It will stand beside your score.
heard-own-intro = What your municipality says itself. It does not count towards the score. Only your municipality reads its own words.
ask-heard = Were children or young people heard about this goal?
ask-heard-hint = While making or carrying out your policy, since the last wave.
ask-heard-how = How were they heard?
heard-how-gesprek = In conversation with children or young people
heard-how-raad = Through a panel, youth council or children’s council
heard-how-vragenlijst = With the questionnaire for young people
heard-how-professionals = Through professionals who work with them
heard-how-anders = In another way
ask-heard-change = What was changed because of it?
form-check-heard = { $goal }: were children or young people heard?
heard-yes = Heard.
heard-yes-how = Heard: { $ways }.
heard-no = Not heard.
heard-changed = What changed because of it: { $change }
heard-count = Of the { $n } municipalities that filled this in, { $yes } heard children or young people about this goal.
column-heard = Children heard
table-heard = Children and young people heard, by goal
