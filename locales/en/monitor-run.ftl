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
