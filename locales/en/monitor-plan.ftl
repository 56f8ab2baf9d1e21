# Advice, plan and letter to the council: what a municipality does with its scores.

## Advice

mine-do-title = What can you do?
mine-letter = Letter to the council (PDF)
advice-title = Advice
advice-intro = For each goal what adds most points, what municipalities of your size do, and how to begin. The lowest goals come first.
advice-method = Each step was worked out with your own answers: this much is added if all else stays the same. We show effort once five municipalities told it.
advice-none = There is no published wave with answers of your municipality yet. Make a plan with actions of your own already.
advice-to-plan = To the plan
advice-unanswered = not answered
advice-now = now { $score }
advice-goal-done = Nothing more can be gained at this goal.
advice-more = { $n ->
    [one] One more step
   *[other] { $n } more steps
}
advice-adds = Adds { $points } points.
advice-others = Of the municipalities of your size { $share } do this.
advice-effort-small = Takes little effort, others say.
advice-effort-middle = Takes a medium effort, others say.
advice-effort-large = Takes much effort, others say.
advice-step-policy = Put the goal in your policy
advice-step-record = Record the goal in a document
advice-step-measure = { $measure } ({ $question })
advice-step-own = Take a measure of your own
advice-step-sight = Find out whom you reach
advice-step-share = Reach more: { $share }
advice-begin-policy = Begin like this: put the goal to the alderman for youth, and on the agenda of the executive.
advice-begin-record = Begin like this: see which plan is renewed first, and take the goal up in it.
advice-begin-measure = Begin like this: ask a municipality that does this how it arranged it, and who would carry it out at yours.
advice-begin-own = Begin like this: ask those who do the work what they miss in your municipality.
advice-begin-sight = Begin like this: agree with who carries it out which two figures you get each year: how large the target group is, and who came.
advice-begin-share = Begin like this: find out which part of the target group does not come, and ask them why.
advice-plan = Put in the plan
advice-planned = Is in the plan

## Plan

plan-title = Plan
plan-intro = What your municipality is going to do, who does it and when. Two weeks before the day, who fills in gets a mail.
plan-to-advice = Choose from the advice
plan-pdf = The plan as PDF
plan-of = Plan of { $name }
plan-of-day = As of { $day }.
plan-actions = Actions
plan-action = Action
plan-action-hint = What is going to happen? At most 200 characters.
plan-owner = Who
plan-owner-hint = The name of a person, team or organisation.
plan-due = Done by
plan-due-hint = Two weeks before, a mail goes out.
plan-state = State
plan-effort = How much effort did it take?
plan-effort-hint = Only if the action is done. Other municipalities see only the mean of five or more.
plan-nobody = nobody yet
plan-none = There is nothing in the plan yet. Choose a step from the advice, or add an action yourself.
plan-add-title = Add an action yourself
plan-add = Put in the plan
plan-save = Save
plan-back = Back to the plan
plan-target = What do you want to reach?
plan-targets = Targets
plan-targets-intro = The children's ombudsman asks for two things: that you know which share of the target group you really reach, and that in three years half as many children are affected by abuse.
plan-targets-none = There are no targets yet.
plan-target-add = Set a target
plan-now = Now
plan-progress = On the way
plan-away = Further away than at first
action-edit = Action
action-state-open = not begun
action-state-busy = busy
action-state-done = done
action-state-dropped = given up
action-timing-near = due soon
action-timing-late = overdue
action-effort-small = little
action-effort-middle = neither much nor little
action-effort-large = much
target-reach = reach of the target group
target-affected = number of children affected
target-reach-explained = Which share of the target group do you really reach? Fill in whole percentages.
target-affected-explained = How many children are affected by this? Without a target we take half in three years.
target-reach-words = from { $first }% reached in { $first-year } to { $aim }% in { $aim-year }
target-affected-words = from { $first } children in { $first-year } to { $aim } in { $aim-year }
target-reach-now = { $value }% in { $year }
target-affected-now = { $value } children in { $year }
target-now-unknown = not measured yet
target-aim-hint = If you leave this empty, the target is: everybody reached (100%), or half as many children, in three years.
target-source-hint = Where do the figures come from? For example: yearly report of youth health care.
field-goal = Goal
field-title = Action
field-owner = Who
field-due = Done by
field-state = State
field-effort = Effort
field-source = Source
field-first_value = First figure
field-first_year = Year of the first figure
field-aim_value = Target
field-aim_year = Year of the target
field-now_value = Latest figure
field-now_year = Year of the latest figure
done-plan-added = The action is in the plan. Now choose who does it and when.
done-plan-saved = The plan was saved.
finding-action-title = Fill in what is going to happen, in at most 200 characters.
finding-action-owner = Use at most 100 characters.
finding-action-due = This is not a date. Fill in a day, month and year.
finding-action-state = Choose a state.
finding-action-effort = Tell how much effort it took once the action is done.
finding-plan-goal = Choose a goal.
finding-plan-full = The plan is full: it holds 500 actions.
finding-plan-changed = A colleague changed this meanwhile. What you filled in is still here. Open the plan again to see what the colleague wrote.
finding-target-number = Fill in a whole number.
finding-target-value = Fill in a number from 0 up to { $most }.
finding-target-year = Fill in a year from 2000 up to 2100.
finding-target-later = The year of the target comes after that of the first figure.
finding-target-same = The target is the same as the first figure.
finding-target-source = Fill in where the figures come from, in at most 200 characters.
audit-kind-plan-action-added = Action put in the plan
audit-kind-plan-action-changed = Action in the plan changed
audit-kind-plan-target-set = Target put in the plan

## The mail about actions

letter-plan-subject = { $n ->
    [one] One action in the plan of { $name } asks for attention
   *[other] { $n } actions in the plan of { $name } ask for attention
}
letter-plan-why = { $n ->
    [one] In the plan of { $name } the day of an action comes near, or is over:
   *[other] In the plan of { $name } the day of { $n } actions comes near, or is over:
}
letter-plan-line = { $title }: { $day }
letter-plan-link = Open the plan
letter-plan-after = Is the action done, or will it be later? Put that in the plan. You get no second mail about the same day.

## The letter to the council

letter-council-title = { $name }, { $wave }: letter to the council
letter-council-head = What { $name } does against child abuse
letter-council-to = To
letter-council-to-whom = the municipal council of { $name }
letter-council-from = From
letter-council-from-whom = the mayor and aldermen of { $name }
letter-council-date = Date
letter-council-about = About
letter-council-place-low = Our municipality is in the lowest quarter of this group.
letter-council-place-middle = Our municipality is in the middle half of this group.
letter-council-place-high = Our municipality is in the highest quarter of this group.
letter-council-missing = What is still missing with us?
letter-council-missing-none = Nothing is missing: each goal is in policy, is recorded, and we see whom we reach.
letter-council-plan = What is in our plan?
letter-council-plan-none = There is no action and no target in our plan yet.
letter-council-action = { $title }. Who: { $owner }. Ready: { $due } ({ $state }).
letter-council-target = { $goal }: { $words }. Now { $now }.
letter-council-signed = On behalf of the mayor and aldermen of { $name },
letter-council-sign-here = Name and signature
letter-council-intro = { $name } took part in { $wave }. It asks what a municipality does for ten goals to prevent child abuse: is it in policy, which measures are there, and who is reached? Each goal can earn 100 points. Below 25 is low, above 75 is high.
letter-council-chart = Our score for each goal, beside other municipalities
letter-council-steps = What would help most?
letter-council-steps-intro = For the goals with the lowest scores, here is the step that adds most points. Points are not the aim: it is about children who grow up safely.
letter-council-step = { $goal }: { $step }. That adds { $points } points.
letter-council-ask = Questions that the council can ask
letter-council-ask-reach = Which share of the children and parents do we really reach, and how do we know?
letter-council-ask-plan = Which actions are in the plan, who does them and when are they done?
letter-council-ask-children = How were children and young people themselves heard?
letter-council-method = Of other municipalities we show only the mean and the middle half, and only of groups in which the score of no municipality can be worked out. The method stands on the website of Zicht.
action-effort-none = not filled in
letter-council-mean = our mean score
letter-council-method-chosen = We compare with: { $names }. These municipalities agreed that everybody sees their scores. The method stands on the website of Zicht.
target-reach-title = Reach of the target group
target-affected-title = Number of children affected
