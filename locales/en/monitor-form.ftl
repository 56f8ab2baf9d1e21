# Filling in, approving and looking back by a municipality.

nav-forms = Questionnaire
task-forms = Fill in the questionnaire
task-forms-what = Fill in what your municipality does, or approve what a colleague filled in.
forms-title = Questionnaires of your municipality
forms-intro = Here your municipality fills in what it does against child abuse.
forms-none = There is no questionnaire for your municipality now. You will get a mail when a wave opens.
form-municipality = Municipality
form-until = Open until
form-state = State
form-state-filling = being filled in
form-state-submitted = waits for approval
form-state-approved = approved

## The form of a municipality as a whole

form-state-submitted-by = waits for approval; sent in by { $name } on { $at }
form-state-approved-by = approved by { $name } on { $at }
form-somebody = a colleague
form-progress-label = Progress
form-progress = { $done } of the { $all } goals are done
form-other-progress = { $filled } of { $all } filled in; not required
form-goals = Goals and other questions
form-goal-state-open = not begun yet
form-goal-state-wrong = something is not right
form-goal-state-done = done
form-goal-state-part = filled in; { $n ->
    [one] one question is empty
   *[other] { $n } questions are empty
}
form-other = Other questions
form-other-intro = These questions are about your municipality as a whole. They do not count for the score. The last one is about being shown by name.
form-consent = Shown by name
form-consent-yes = Yes, everybody may see the name
form-consent-no = No
form-consent-where = Change
form-consent-look = Look
form-consent-explained = Unless you say yes, everybody only sees that your municipality took part. Its answers and score then count without a name.
form-next-begin = You can begin. Each answer is kept at once, so you can always stop and go on later.
form-next-go-on = You can go on where something is still open.
form-next-submit = All goals are done. Look everything over and send the questionnaire in.
form-next-approve = A colleague has sent the questionnaire in. Look at the answers and approve them, or send them back.
form-next-wait = The questionnaire was sent in and waits for the approval of a colleague.
form-next-none = You can only read here now.
form-go-to = Go to: { $part }
form-to-check = Check and send in
form-to-approve = Check and approve
form-to-versions = Earlier versions
form-other-here = { $name } has this questionnaire open too, at: { $part }. You do not write over each other’s answers.

## Filling in a goal

ask-policy = Is this goal part of your municipality’s policy?
ask-documents = In which documents is this goal laid down?
ask-documents-hint = Only if the goal is part of policy. Tick all that apply.
ask-measures = { $question }: which measures does your municipality take?
ask-measures-hint = Tick everything that your municipality does now.
ask-other-measure = Which other measure is that?
ask-own = Does your municipality take another measure that is not listed above?
ask-own-measure = Which measure of your own is that?
ask-sight = Does your municipality see which part of the target group it reaches?
ask-sight-hint = The target group of this goal: { $group }.
ask-share = Which part of the target group does your municipality reach?
ask-share-hint = Only if your municipality sees that.
ask-more = Explanation
ask-named = May everybody see the name of your municipality with its answers and score?
ask-named-hint = For this wave. Without a yes, everybody only sees that your municipality took part.
answer-ja = Yes
answer-nee = No
answer-voornemen = No, but that is intended
answer-niemand = Nobody
answer-minder-dan-de-helft = Less than half
answer-meer-dan-de-helft = More than half
answer-iedereen = Everybody
form-not-yet = Not filled in yet
form-empty = not filled in
form-before = In { $year }:
form-take = Take over
form-take-instead = Replace your answer with this
form-before-same = The same as in { $year }.
form-overall = Score over all goals
form-same-title = Taken over or unchanged
form-same = { $same } of the { $all } answers are the same as in { $year }.
form-take-all-intro = Beside the questions stands what your municipality answered in { $year }.
form-take-all = Take over all that is still empty
form-score = Score so far:
form-score-open = no score yet: first choose whether this goal is part of policy
form-score-wrong = no score yet: something above is not right
form-score-why = Where do the points come from?
form-save = Save and go on
form-save-how = Your answers are kept when you press ‘Save and go on’.
form-saving = Saving …
form-saved-at = Saved. You can stop and go on later.
form-not-saved = Not saved. We keep trying. Leave this page open.
form-signed-out = Not saved: you are signed out. Press ‘Save and go on’. You can then sign in again, and what you filled in is kept.
form-go-on-anyway = Leave it as it is and go on
form-back = Back to the overview
form-read-right = You can read these answers. Only somebody with the role of editor can change them.
form-read-state = The questionnaire was sent in. Do you want to change something? Ask whoever approves to send it back.
form-read-approver = The questionnaire was sent in. Should something be different? Send it back under ‘Look over’, with a reason.
form-read-closed = Filling in is not possible now: the wave is not open.
form-read-next = Read on
done-form-saved = Your answers were saved.
done-form-saved-problems = Your answers were saved. Something is not right yet: see below.
done-form-taken = Taken over and saved. Check that it is still right.

## Two editors give different answers

form-clash-title = A colleague gave another answer
form-clash-intro = Nothing was written over. Choose for each question which answer stays. Your other answers were saved.
form-clash-who = { $name } gave this answer meanwhile.
form-clash-theirs = Your colleague’s answer:
form-clash-ours = Your answer:
form-clash-keep-theirs = Leave this one
form-clash-choose-ours = Choose my answer
form-clash-save = Save the choice and go on

## What can be wrong

finding-form-closed = Filling in is not possible any more: the wave is closed or its last day is over. Your last answers were not saved. Contact whoever runs the wave.
finding-form-state = This is not possible now: the questionnaire has moved to another state. Reload the page and see what happened.
finding-form-findings = Something is not right yet. Mend that first.
finding-form-own-work = You sent the questionnaire in yourself. Somebody else must approve it.
finding-form-no-reason = Write down why you send the questionnaire back. Your colleague will read it.
finding-form-goal-open = This goal is not filled in yet. Choose at least whether it is part of policy.
finding-form-unknown = This question is not in the questionnaire.
finding-form-long = This answer is too long. Use { $most } characters at most.
finding-form-choice = This answer is not possible here. Choose one of the answers.
finding-form-none-with-others = You chose that you do nothing here, and something else too. Choose one of the two.
finding-form-policy-missing = Choose whether this goal is part of policy. Something else of this goal is filled in already.
finding-form-recorded = You chose a document, but not that the goal is part of policy. Choose ‘Yes’ at policy, or take the document away.
finding-form-share = You filled in which part you reach, but not that you see it. Choose ‘Yes’ at the question above, or take this answer away.
finding-form-grade = Choose a whole grade from 1 to 10.

## Checking, sending in, approving and sending back

form-check-title = Checking
form-check-answers = Choose a goal to read its answers.
form-sent-back = Sent back, because
form-check-problems = What must still be done
form-check-none = All goals are filled in; we found no errors.
form-check-open = What can still be done
form-check-open-text = These questions are not required. Show them.
form-submit-title = Sending in
form-submit-four-eyes = Somebody else of your municipality looks the answers over and approves them. Then they count.
form-submit-alone = Your answers count as soon as you send them in.
form-submit = Send the questionnaire in
form-own-work = You sent the questionnaire in yourself. Somebody else approves it.
form-approve-title = Approving
form-approve-text = After approval the answers count. Until the wave closes you can still send the questionnaire back.
form-approve = Approve
form-reopen-title = Sending back
form-reopen-because = Why do you send the questionnaire back?
form-reopen-hint = Whoever fills it in reads this. Do not mention names.
form-reopen = Send back
done-form-submitted = The questionnaire was sent in.
done-form-approved = The questionnaire was approved and counts.
done-form-reopened = The questionnaire was sent back. It can be filled in again.

## Versions

form-versions-intro = When the questionnaire is sent in, approved or sent back, we keep the answers as they are then. The newest version comes first.
form-versions-none = There is no version yet. The first one is made when somebody sends the questionnaire in.
form-version = Version { $number }
form-version-submitted = Sent in by { $name } on { $at }
form-version-approved = Approved by { $name } on { $at }
form-version-reopened = Sent back by { $name } on { $at }
form-version-reason = Reason: { $reason }
form-version-changes = { $n ->
    [0] No other answer than in the version before.
    [one] One other answer than in the version before.
   *[other] { $n } other answers than in the version before.
}
form-version-filled = { $n ->
    [one] The first version, with one answer.
   *[other] The first version, with { $n } answers.
}
form-version-beside = What is different from version { $number }
form-version-first = The first version: everything that is filled in
form-version-same = No answer is different from the version before.
form-version-question = Question
form-version-before = Was
form-version-after = Is now

## On paper

form-to-print = Questionnaire with answers (PDF)
form-to-print-empty = Empty questionnaire (PDF)
form-print-filled = The questionnaire with the answers of now
form-print-empty = The empty questionnaire, to discuss beforehand
form-consent-open = Not chosen yet (counts as no)

## On the first page after signing in

waiting-form = The questionnaire of { $name } is open. { $n ->
    [0] Today, { $day }, is the last day.
    [one] You have one day left, up to and including { $day }.
   *[other] You have { $n } days left, up to and including { $day }.
}
waiting-form-link = Go on with the questionnaire
waiting-approval = The questionnaire of { $name } waits for your approval. { $n ->
    [0] Today, { $day }, is the last day.
    [one] You have one day left, up to and including { $day }.
   *[other] You have { $n } days left, up to and including { $day }.
}
waiting-approval-link = Look it over
form-untake = Undo
form-untake-all = Undo all that was taken over
done-form-untaken = Put back: it says again what it said before you took over.
