# Holding a wave: planning, inviting, following, closing and publishing.

nav-waves = Waves
task-waves = Hold waves
task-waves-what = Plan a wave, invite municipalities, follow who answers and publish.
task-response = Follow the response
task-response-what = See how many municipalities in your region are done.
runs-title = Waves
runs-intro = A wave goes from plan to invitation, filling in, closing and publishing.
runs-none = No wave has been planned yet.
run-new = New wave
run-title = Wave
run-period = Filling in
run-state = State
run-state-draft = being prepared
run-state-open = open
run-state-closed = closed
run-state-published = published
run-state-withdrawn = withdrawn
done-run-made = The wave is planned. Nobody was invited yet.
done-run-changed = The plan was changed.
done-run-not-draft = This wave has begun. Its plan can no longer change.
run-trial-notice = Trial.
run-trial-text = This wave is for trying things out. What municipalities fill in does not count as an answer.

## The plan

run-change = Change the plan
run-plan-intro = Set down what you ask, whom, and when. Saving sends no mail to anybody. Until you open the wave you can change everything below.
run-part-name = Name
run-part-asked = What you ask, and when
run-part-invited = Whom you invite
run-field-id = Name in addresses
run-field-id-hint = Begin with the year. Use small letters, digits and hyphens, such as 2027 or 2027-trial. This name can't change later.
run-field-title-nl = Title in Dutch
run-field-title-en = Title in English
run-field-trial = This is a trial
run-field-trial-hint = Mails really go out, but everywhere it says that it is a trial, and the answers are never compared with real ones.
run-field-questionnaire = Questionnaire
run-field-rule = Scoring rule
run-field-rule-hint = The rule by which answers earn points. Each wave keeps its own rule.
run-field-opens = First day of filling in
run-field-closes = Last day of filling in
run-field-closes-hint = You can give a single municipality more time later.
run-field-four-eyes = A second person approves
run-field-four-eyes-hint = Four eyes: whoever submits the questionnaire can't approve it too. If this is off, the questionnaire counts as soon as it is submitted.
run-field-reference = Reference date of municipalities
run-field-reference-hint = The municipalities that exist on this day. Usually 1 January of the year of the wave.
run-field-invited = Who gets an invitation?
run-invited-all = All municipalities of the reference date
run-invited-chosen = Only these municipalities
run-field-chosen = Chosen municipalities
run-field-chosen-hint = Names or codes, each on a line of its own or with commas between. Only if you do not choose all municipalities above.
run-field-reminders = Most reminders
run-field-reminders-hint = A digit from 0 to 5. A municipality never gets more, and never two within three days.
run-version = { $title } (version { $n })

finding-run-id = Begin with a year from 2000 on. Otherwise use small letters, digits and hyphens only, 40 characters at most.
finding-run-taken = There is a wave named { $id } already. Choose another name.
finding-run-title = Fill in a title of { $most } characters at most.
finding-run-questionnaire = Choose a questionnaire.
finding-run-rule = Choose a scoring rule.
finding-run-period = The last day lies before the first. Change one of them.
finding-run-reminders = Fill in a digit from 0 to { $most }.
finding-run-reference = Of some municipalities of that day it is not known how large they were. Choose a day from 1 January 2023 on.
finding-run-municipality = ‘{ $found }’ is no municipality on the reference date, or could be more than one. Fill in the whole name, or the code, such as GM0344.
finding-run-municipality-not-then = { $name } did not exist on the reference date. { $ended ->
    [yes] It went on in { $into }. Fill that in.
   *[no] Choose another reference date, or take this municipality out.
}
finding-run-nobody = Fill in at least one municipality, or choose all.
finding-run-state = That is not possible any more: the wave has moved on. See where it is now.
finding-run-over = The last day of filling in is over. Change the plan first.
finding-run-nothing-approved = No questionnaire is approved yet. Without answers there is nothing to publish.
finding-run-no-reason = Write why. Everybody can read it.
finding-run-extension = Choose a day that is later than the last day of the wave, and not over.
finding-run-because = Write why, in 500 characters at most.

## The page of a wave

done-run-removed = The plan was removed.
done-run-opened = The wave is open. The invitations go out now. Without a mail server they wait under Operations.
done-run-reminded = The reminders go out now. Without a mail server they wait under Operations.
done-run-reminded-nobody = No reminder was sent: meanwhile nobody may get one any more.
done-run-closed = The wave is closed. Nobody can fill in any more.
done-run-published = The wave is published. Everybody can look at it.
done-run-withdrawn = The wave is withdrawn. Whoever looks for it reads your reason.
done-run-extended = The municipality has more time.
run-since = The wave is { $state }, since { $moment }.
run-back = Back to the wave
run-next = The next step
run-others = What else you can do
run-plan = The plan
run-public = See what is published
run-next-open = Is the plan right? Then open the wave. You see first who gets a mail.
run-next-over = The last day of this plan is over already. Change the plan first.
run-next-wait = The invitations are out. Municipalities can fill in from { $day }.
run-next-remind = There are municipalities that are not done and may get a reminder. You see first which.
run-next-follow = Municipalities are filling in. There is nothing for you to do now: follow below who is done.
run-next-close = The last day is over for all municipalities. You can close the wave.
run-next-all-done = All municipalities are done. You can close the wave.
run-next-publish = Nobody fills in any more. You see first what becomes public.
run-next-published = Everybody can look at the results, with the national report.
run-next-again = The wave can't be seen any more. The questionnaires are still there: you can publish again.
run-withdrawn-because = Reason for the withdrawal: { $because }
run-invited = Invited
run-invited-count = { $n ->
    [one] one municipality ({ $whom })
   *[other] { $n } municipalities ({ $whom })
}
run-whom-all = all of the reference date
run-whom-chosen = chosen
run-changed-title = New and changed municipalities
run-changed-none = Since { $wave } (reference date { $day }) none of these municipalities has changed so that its figures can't be compared any more.
run-changed-since = { $n ->
    [one] One municipality is not the same any more as in { $wave } (reference date { $day }). Its new figures can't be compared directly.
   *[other] { $n } municipalities are not the same any more as in { $wave } (reference date { $day }). Their new figures can't be compared directly.
}
run-changed-list = Which, and why

## Response

progress-not-begun = not begun
progress-busy = being filled in
progress-submitted = waiting for approval
progress-approved = done
run-response = Response
run-response-none = No municipality of your region was invited.
run-response-bars = The bar is the part of the invited municipalities that is done, the stroke is that of all municipalities together.
run-response-region = You see the municipalities of your own region.
run-response-show = Show the figures
run-by-class = By size
run-by-province = By province
run-by-region = By Veilig Thuis region
run-size-unknown = size unknown
run-representative = Largest deviation: { $points } percentage points. Of the invited municipalities { $invited } have this size: { $class }. Of the municipalities that are done, that is { $approved }.
run-representative-even = Largest deviation: 0 percentage points. The municipalities that are done look like all invited municipalities in size.
run-representative-what = This number tells how well the municipalities that are done look like all invited municipalities in size. The nearer to 0, the better.
run-list-title = Municipalities and their state
run-list-intro = How far each municipality is, and until when it can fill in.
run-list-filter = Show:
run-list-all = all ({ $n })
run-list-count = { $n ->
    [one] One municipality
   *[other] { $n } municipalities
}
run-list-none = No municipality fits this.
run-mailed = Mail
run-mailed-none = none: nobody was there
run-mailed-invited = invited
run-mailed-reminded = { $n ->
    [one] reminded once
   *[other] reminded { $n } times
}
run-until-extended = { $day } (extended)
run-extend-column = More time
run-extend-link = Give more time
run-extend-title = More time for { $name }
run-extend-now = { $name } can fill in until { $day } now.
run-extend-until = New last day
run-extend-because-hint = For example: the municipality asked for more time because of illness. Write down no names of people.
run-extend-button = Give more time
run-because = Reason

## The steps

run-open-title = Open the wave
run-open-intro = When the wave opens, the invited municipalities get a questionnaire and a mail. That can't be undone.
run-open-forms = { $n ->
    [one] One municipality gets a questionnaire.
   *[other] { $n } municipalities get a questionnaire.
}
run-open-mails = { $n ->
    [0] Nobody gets a mail: at none of the municipalities is there anybody who may fill in or approve.
    [one] One person gets a mail.
   *[other] { $n } mails go out, to people who may fill in or approve at { $municipalities ->
        [one] one municipality
       *[other] { $municipalities } municipalities
    }.
}
run-open-nobody = { $n ->
    [one] At one municipality there is nobody who can get a mail
   *[other] At { $n } municipalities there is nobody who can get a mail
}
run-open-period = Filling in is possible in this period: { $period }.
run-open-plan = The plan can't change after that.
run-open-button = Open the wave and send the mails
run-mail-look = See the mails
run-mail-title = The mails
run-mail-intro = This is how the mails go out, each in the language of who gets it. The municipality in this example is { $municipality }.
run-mail-invitation = Invitation, when the wave opens
run-mail-reminder = Reminder, to who may fill in or approve
run-mail-approval = Reminder if only approval is missing, to who may approve
run-remind-title = Send a reminder
run-remind-intro = Only municipalities that are not done get a reminder.
run-remind-mails = { $n ->
    [one] One mail goes out.
   *[other] { $n } mails go out, to people at { $municipalities ->
        [one] one municipality
       *[other] { $municipalities } municipalities
    }.
}
run-remind-nobody = Nobody may get a reminder now: everybody is done, had enough of them, got a mail just now, or can't be reached.
run-remind-whom = { $n ->
    [one] One municipality gets the reminder
   *[other] { $n } municipalities get the reminder
}
run-remind-button = Send the reminder
run-no-reminder-approved = { $n ->
    [one] One municipality is done and gets nothing.
   *[other] { $n } municipalities are done and get nothing.
}
run-no-reminder-not-now = { $n ->
    [one] One municipality can't fill in now and gets nothing.
   *[other] { $n } municipalities can't fill in now and get nothing.
}
run-no-reminder-enough = { $n ->
    [one] One municipality had as many reminders as were planned and gets nothing.
   *[other] { $n } municipalities had as many reminders as were planned and get nothing.
}
run-no-reminder-too-soon = { $n ->
    [one] One municipality got a mail in the last three days and gets nothing now.
   *[other] { $n } municipalities got a mail in the last three days and get nothing now.
}
run-close-title = Close the wave
run-close-intro = After that no municipality can fill in or approve any more. That can't be undone.
run-close-done = { $n } of { $all } municipalities are done. Their answers count.
run-close-rest = What is not approved does not count.
run-close-submitted = { $n ->
    [one] One municipality waits for approval
   *[other] { $n } municipalities wait for approval
}
run-close-busy = { $n ->
    [one] One municipality is still filling in
   *[other] { $n } municipalities are still filling in
}
run-close-not-begun = { $n ->
    [one] One municipality has not begun
   *[other] { $n } municipalities have not begun
}
run-close-button = Close the wave
run-publish-title = Publish the wave
run-publish-intro = After that everybody can look at the results.
run-publish-answers = The answers of { $n } of { $all } municipalities become public, added up and per group.
run-publish-named = { $n ->
    [0] No municipality agreed to have its score shown by name.
    [one] Of one municipality its own score is shown by name too. It agreed to that.
   *[other] Of { $n } municipalities their own score is shown by name too. They agreed to that.
}
run-publish-unnamed = { $n ->
    [0] There are no municipalities that did not agree.
    [one] Of one municipality it is only shown that it took part.
   *[other] Of { $n } municipalities it is only shown that they took part.
}
run-publish-report = The national report is there too, as PDF, as tables and as JSON.
run-publish-withdraw = You can take the publication back later, with a reason that everybody reads.
run-publish-names = { $n ->
    [one] This municipality is shown by name
   *[other] These { $n } municipalities are shown by name
}
run-publish-button = Publish the wave
run-withdraw-title = Withdraw the publication
run-withdraw-intro = The results go from all public pages. Your reason stands in their place.
run-withdraw-gone = Whoever has downloaded a report keeps it.
run-withdraw-kept = The questionnaires are kept. You can publish again later.
run-withdraw-because-hint = Everybody can read this. Write what was wrong, without names of people.
run-withdraw-button = Withdraw the publication
run-remove-title = Remove the plan
run-remove-intro = The plan of this wave goes away. Nobody was invited yet.
run-remove-button = Remove the plan
withdrawn-title = This wave was withdrawn
withdrawn-intro = The results of { $wave } were withdrawn by the researchers on { $day }.
withdrawn-because = The reason:
withdrawn-home = To the newest results

## The mails

letter-wave-invitation-subject = Invitation: { $wave }, for { $municipality }
letter-wave-invitation-why = { $municipality } is invited to { $wave }. In it your municipality tells what it does to prevent child abuse.
letter-wave-invitation-what = You can fill in from { $first } until { $last }. You can stop and go on later, and fill in together with colleagues. Everything that you fill in is kept at once.
letter-wave-invitation-link = To the questionnaire of { $municipality }
letter-wave-reminder-subject = Reminder: { $wave }, for { $municipality }
letter-wave-reminder-why = The questionnaire of { $municipality } for { $wave } is not finished yet.
letter-wave-reminder-what = You can fill in until { $last }. What you filled in already is still there.
letter-wave-reminder-link = Go on with the questionnaire of { $municipality }
letter-wave-approval-subject = Waiting for your approval: { $wave }, for { $municipality }
letter-wave-approval-why = The questionnaire of { $municipality } for { $wave } is filled in and waits for approval.
letter-wave-approval-what = It can be approved until { $last }. Without approval the answers do not count.
letter-wave-approval-link = See the questionnaire of { $municipality } and approve
letter-wave-trial = This is a trial. The answers will not be used.
letter-wave-trial-subject = Trial. { $subject }
letter-wave-after = You get this mail because you may fill in or approve for { $municipality } in Zicht.
field-opens = First day
field-closes = Last day
field-reference = Reference date
run-state-read-in = published, read in
