# Questionnaires: versions, drafts and what changes in them.

task-questionnaires = Make questionnaires
task-questionnaires-what = Copy a questionnaire, change questions and answers, and publish a new version.
edited-title = Questionnaires
edited-intro = Every version of a questionnaire is kept. To change something, make a copy. It is a draft until you publish it.
edited-version = Version
edited-name = Name
edited-state = State
edited-state-built-in = built in
edited-state-published = published
edited-state-draft = draft
edited-state-built-in-long = This version is part of Zicht and does not change.
edited-state-published-long = This version is published and does not change any more.
edited-state-draft-long = This is a draft. Until you publish it, you can change everything.
edited-uses = Used in
edited-unused = no wave yet
edited-facts = About this version
edited-valid-from = Valid from
edited-source = Source
edited-base = Copied from
edited-changed = Last changed
edited-changed-by = by { $name }, { $at }
edited-copy = Make a copy
edited-copy-what = Do you want to add or change a question? Then make a copy. It gets a new version number.
edited-change = Title and source
edited-add-goal = Add a goal
edited-add-goal-intro = The new goal gets the next number and one question. Then you fill in the texts and the measures.
edited-preview = Look at it as municipalities do
edited-preview-of = This is how it will look: { $part }
edited-preview-what = This is an example. What you tick is not saved.
edited-preview-next = On to { $part }
edited-only-if = Only after the answer ‘{ $answer }’ to: { $question }
edited-extra = Other questions
edited-questions = { $n ->
    [one] one question
   *[other] { $n } questions
  }
edited-in-goal = { $questions ->
    [one] one question
   *[other] { $questions } questions
  }, { $options } answers
edited-options = { $n ->
    [0] without answers
    [one] one answer
   *[other] { $n } answers
  }
edited-at-goal = Goal { $goal }
edited-at-question = Goal { $goal }, question { $question }
edited-at-extra = Other question { $question }
edited-goal = Goal { $n }: { $title }
edited-question-title = Question: { $title }
edited-next-problems = { $n ->
    [one] One thing is not right yet. Solve it; then you can publish.
   *[other] { $n } things are not right yet. Solve them; then you can publish.
  }
edited-next-publish = Nothing is wrong. Look at the draft once more as municipalities do, and publish it.
edited-next-wave = You can plan a wave with this version.
edited-back = Back to the questionnaire
edited-back-part = Back to the overview of these questions
edited-questions-title = Questions
edited-options-title = Answers
edited-order = Place
edited-order-hint = Another place number moves something. What you move or reword can still be compared with earlier waves.
edited-retire = Goes
edited-retire-goal-title = Take this goal out
edited-retire-goal = Take out this goal with all its questions
edited-retire-goal-hint = It stays in waves of before.
edited-new-question = Add a question
edited-new-question-hint = Leave this empty if you do not want to add a question. You fill in its answers after saving.
edited-new-options = Add answers
edited-new-options-hint = Leave empty what you do not need. After saving you can add more.
edited-new-option = New answer { $n }
edited-option-new = new
edited-option-nl = Dutch
edited-option-en = English
edited-new-set = A new set of goals
edited-kind-one = One answer
edited-kind-many = Several answers
edited-kind-grade = A grade from 1 to 10
edited-field-title-nl = Title in Dutch
edited-field-title-en = Title in English
edited-field-question-nl = The question in Dutch
edited-field-question-en = The question in English
edited-field-explanation-nl = Explanation in Dutch
edited-field-explanation-en = Explanation in English
edited-field-why-nl = Why it matters, in Dutch
edited-field-why-en = Why it matters, in English
edited-field-target-group-nl = Target group in Dutch
edited-field-target-group-en = Target group in English
edited-field-source = Source
edited-field-kind = Kind of answer
edited-field-set = To which set does the goal belong?
edited-field-set-nl = Name of the new set in Dutch
edited-field-set-en = Name of the new set in English
edited-field-set-hint = Only if you choose a new set, such as goals on domestic violence.
edited-field-shown = Ask only after this answer
edited-field-shown-hint = If you leave this empty, everybody gets this question. Who does not get a question misses nothing: it does not count as open. It earns no points then either.
edited-field-nl = Answer { $n } in Dutch
edited-field-en = Answer { $n } in English
edited-field-order = Place of { $n }
edited-publish-title = Publish
edited-publish-intro = Publishing can't be undone. This is what it means:
edited-publish-button = Publish the questionnaire
edited-publish-never = This version never changes after that. If you see a mistake later, you make a new copy.
edited-publish-waves = You and your colleagues can hold waves with it.
edited-publish-old = Earlier waves keep the version that they were held with, and their scores.
edited-publish-trends = A new wave is compared with earlier ones where answers mean the same. Where they do not, it says ‘not comparable’, and why.
edited-remove-title = Remove the draft
edited-remove-intro = The draft is gone after that, for everybody. Published versions stay.
edited-remove-button = Remove the draft
done-edited-copied = The copy is made. You can change it now.
done-edited-saved = Saved.
done-edited-goal-added = The goal was added. Now fill in its texts.
done-edited-published = The questionnaire is published.
done-edited-removed = The draft is removed.
done-edited-not-draft = This version is not a draft and can't change. Make a copy.
finding-edited-empty = Fill this in.
finding-edited-no-question = This goal has no questions. Add one, or take the goal out.
finding-edited-no-option = This question has no answers. Add one, or take the question out.
finding-edited-no-measure = This question has no measures to choose from yet. Add one.
finding-edited-question = Something in question { $n } is not right. Open the question.
finding-edited-findings = { $n ->
    [one] One thing is not right yet.
   *[other] { $n } things are not right yet.
  }

## What can be compared with an earlier wave, if the questionnaire changed

comparable-title = Not everything can be compared
comparable-intro = The questionnaire changed. Not comparable with { $year } is:
comparable-not = not comparable with { $year }: { $why }
comparable-goal = Goal { $goal }: { $why }.
comparable-whole = The goals together: { $why }.
comparable-share = ({ $year }: { $share })
comparable-share-not = (not comparable with { $year })
comparable-new-goal = this goal is new
comparable-gone-goal = goal { $what } is not there any more
comparable-new-question = the question { $what } is new
comparable-gone-question = the question { $what } is not there any more
comparable-new-option = the answer { $what } is new
comparable-gone-option = the answer { $what } is not there any more
comparable-divided = the answers are divided over the questions in another way
comparable-asked = the question { $what } is put to other municipalities than then
done-form-more = Saved. Your answer brought up one more question. Answer that one too.
## What old answers have become, and the dry run

edited-mapping = Link old answers
edited-mapping-of = What the answers have become: { $part }
edited-mapping-intro = Choose for each answer of the version before which answer means the same now. Then it can still be compared with earlier waves. Two old answers may become one new answer together.
edited-mapping-nothing = Nothing: this answer is gone or means something else
edited-mapping-broken = As it is now, the score of this goal can't be compared with earlier waves, because:
edited-field-to = Answer { $n }
edited-trial = Dry run
edited-trial-intro = What the scoring rule makes of the draft, with the answers of wave { $wave } ({ $n } municipalities). What is new nobody could answer then. Nothing is stored.
edited-trial-none = No wave was held yet with the version that this draft is a copy of. So there is nothing to try.
edited-trial-what = This is what the scoring rule does
edited-trial-each = Every measure earns { $points } points, a new one too, up to the maximum of its question.
edited-trial-any = One measure, a new one too, earns all points of its question at once.
edited-trial-divided = Every question of a goal earns the same at most: { $pool } points together. So one question more lowers the maximum of the others.
edited-trial-extra = Other questions earn no points.
edited-trial-hidden = A question that a municipality does not get earns no points.
edited-trial-rule = Scoring rule
edited-trial-table = Mean score per goal, before and after
edited-trial-before = Score then
edited-trial-after = Same answers, this draft
edited-trial-cap = At most per question
edited-trial-cap-changed = { $before } became { $after }
edited-trial-changed = What changes
edited-trial-unchanged = nothing
edited-trial-mean = All goals
