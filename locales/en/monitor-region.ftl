# The region: municipalities beside each other, the regional vision, joint actions, and questions to and fro.

task-region = Your region
task-region-what = See how the municipalities stand and what you do together. Ask each other.
region-title = Region { $name }
region-intro = For the regional coordinator and the municipalities of this Veilig Thuis region.
region-list-title = Your regions
region-list-none = You belong to no municipality or region. Ask your administrator for a role at your municipality.
region-parts = On this page
region-back = Back to the region
region-own = To the region { $name }

## Municipalities beside each other

region-side = Municipalities beside each other
region-side-of = Score for each goal, { $wave }
region-side-intro = A municipality stands here with its scores if it agreed to that for the wave. Who did not agree stands here without a number. That goes for the coordinator too.
region-side-wave = Wave
region-side-all = All goals
region-side-unnamed = took part, not by name
region-side-absent = did not take part
region-side-mean = Mean: { $group }
region-side-note = { $n ->
    [0] All { $all } municipalities stand here with their scores.
    [one] One of the { $all } municipalities stands here without a score.
   *[other] { $n } of the { $all } municipalities stand here without a score.
} The mean of the region is shown only if nobody can work out the score of one municipality from it.
region-side-goals = Which goals are these?
region-side-none = No wave was published yet. As soon as one is, the municipalities stand beside each other here.
region-side-unknown = Of this wave it is not known which municipality answered what. Choose another wave.

## The wave that runs now

region-running = Who is how far?
region-running-own = You see your own municipality only. The coordinator sees all of them.
region-running-none = No wave is open that you can follow here. As soon as one opens, you see here how far it is.
region-running-until = Until
region-running-more = The response in your region

## The regional vision

region-vision = Regional vision
vision-unknown = The coordinator did not yet say where the regional vision is. Ask below.
vision-unknown-lead = Not filled in yet. Let your municipalities know where the regional vision is.
vision-state = State
vision-state-none = There is no regional vision.
vision-state-writing = The regional vision is being written.
vision-state-adopted = The regional vision was adopted.
vision-over = its period is over
vision-year = Year of adoption
vision-expected = Expected in
vision-year-hint = If it is still being written: the year in which you expect it.
vision-first = Holds from (year)
vision-last = Holds until (year)
vision-period = Period
vision-url = To be read at
vision-note = Explanation
vision-changed = Filled in by { $who }, { $when }.
vision-to-edit = Change the state
vision-edit = State of the regional vision
vision-intro = Everybody in your region sees what you fill in, with your name and the date.
field-vision_state = State
field-vision_year = Year of adoption
field-vision_first = Holds from
field-vision_last = Holds until
field-vision_url = To be read at
field-vision_note = Explanation
finding-vision-state = Choose where the regional vision is.
finding-vision-year = Fill in a year from 2000 to 2100.
finding-vision-period = Fill in the first and the last year, the last not before the first.
finding-vision-note = Use at most 1000 characters.
finding-vision-changed = Another coordinator changed this meanwhile. What you filled in is still here. Open the region again to see what it says now.
done-vision-saved = The state of the regional vision is saved.

## Joint actions

region-joint = Joint actions
joint-none = There are no joint actions yet.
joint-none-add = There are no joint actions yet. Begin with one: what do the municipalities take up together this year?
joint-members = Municipalities
joint-nobody = nobody yet
joint-add-title = Add a joint action
joint-action-hint = What will happen? At most 200 characters. Name no children or families.
joint-add = Add
joint-edit = Joint action
joint-due-hint = Two weeks before, the coordinator and the municipalities that take part get a mail.
field-members = Municipalities
finding-joint-members = Choose at least one municipality that takes part.
done-joint-added = The action is added. Now choose who takes part, who leads it and when it is done.
done-joint-saved = The action is saved.

## Questions

region-questions = Questions
region-questions-intro = A municipality asks the coordinator or the whole region. The coordinator asks one municipality or all of them.
region-questions-none = There are no open questions. Are you stuck somewhere? Ask your neighbours.
region-questions-closed = { $n ->
    [one] One closed question
   *[other] { $n } closed questions
}
region-look-only = Who fills in for your municipality can ask and answer questions.
region-waiting = { $n ->
    [one] One question waits for you.
   *[other] { $n } questions wait for you.
}
region-waiting-link = Look at them
waiting-region = { $n ->
    [one] In the region { $name } one question waits for you.
   *[other] In the region { $name } { $n } questions wait for you.
}
waiting-region-link = To the questions
party-coordinator = the regional coordinator
party-everybody = the whole region
question-ask = Ask a question
question-intro = Whoever can answer gets a mail that there is a question. The question itself is not in the mail.
question-speaker = For whom do you ask this?
question-audience = To whom?
question-audience-hint = Everybody of the municipalities in the region sees a question to the whole region.
question-text = Your question
question-send = Send the question
question-title = Question of { $from }
question-about-open = To { $to }. The question is open.
question-about-closed = To { $to }. The question was closed on { $when }.
thread-no-names = Give no names of children or families, and nothing by which somebody knows them.
thread-about = From { $from } to { $to }, { $when }
thread-answers = { $n ->
    [0] No answer yet
    [one] One answer
   *[other] { $n } answers
}
thread-waits = waits for you
thread-said = From { $who }, { $when }
thread-answer = Your answer
thread-send = Send
thread-look-only = Who fills in for a municipality that was asked this can answer.
thread-close = Close the question
thread-close-what = Was the question answered? Then close it. Everybody who could read it still can.
thread-reopen = Open the question again
thread-reopen-what = Was the question not answered after all? Open it again. Then everybody who was asked can answer again.
field-speaker = For
field-audience = To whom
field-thread_text = Your text
finding-question-speaker = Choose for whom you ask this.
finding-question-audience = Choose whom you ask this.
finding-thread-text = Write your text here.
finding-thread-long = Use at most { $most } characters.
finding-thread-many = 200 questions are open already. First close questions that were answered.
finding-thread-full = 100 things were said about this question already. Ask a new one.
finding-thread-closed = This question was closed meanwhile. What you wrote is still here. Who closed it can open it again; you can also ask a new question.
done-question-asked = The question is sent. Whoever can answer gets a mail.
done-question-nobody = The question is there. Nobody can get a mail yet; whoever comes later sees the question.
done-question-answered = Your text is sent.
done-question-closed = The question is closed.
done-question-reopened = The question is open again.

## The mail about a question

letter-question-asked-subject = A question of { $from }: { $place }
letter-question-asked-why = In Zicht there is a question of { $from } that you can answer ({ $place }).
letter-question-answered-subject = An answer of { $from }: { $place }
letter-question-answered-why = In Zicht there is an answer of { $from } to a question of you or your colleagues ({ $place }).
letter-question-private = What it says can be read in Zicht only.
letter-question-link = Read it in Zicht
letter-question-after = You get this mail because you may answer for your municipality or region.

## In the audit trail

audit-kind-region-vision-changed = State of the regional vision changed
audit-kind-question-asked = Question asked
audit-kind-question-answered = Question answered
audit-kind-question-closed = Question closed
audit-kind-question-reopened = Question opened again

## The API

api-tag-regions = Regions
api-read-region = One Veilig Thuis region: its vision, joint actions and how many questions are open
api-param-region = The region in addresses, such as gelderland-zuid
finding-vision-year-late = This year is after the period of the vision. Check the year and the period.
thread-waits-there = waits for { $who }
