# Sharing one goal with somebody who has no account.

shares-title = Share goals
shares-intro = Let a colleague or partner fill in one goal, without an account. You make a link for that one goal. Whoever has the link sees only that goal and can send nothing in.
shares-now = Who has a link
shares-none = You have shared no goal yet.
share-goal-link = Let somebody else fill in this goal
share-about = Made by { $name } on { $at }.
share-used = Last used on { $at }.
share-never-used = Not used yet.
share-state-open = Works up to and including { $day }
share-state-ended = Ended
share-state-over = No longer works: its last day is over, or the questionnaire is closed
share-end = End the link
share-new = Make a link
share-goal = Which goal?
share-name = For whom?
share-name-hint = A name, or organisation and position. This name will stand beside what that person fills in.
share-last-day = Up to and including which day?
share-last-day-hint = Not later than the last day of the wave. When you send the questionnaire in, the link ends as well.
share-email = E-mail address
share-email-hint = If you fill this in, we mail the link. We do not keep the address with the link.
share-make = Make the link
share-made-title = The link is ready
share-made-intro = For { $name }, up to and including { $day }: { $goal }. Whoever has this link can read and fill in this one goal.
share-made-once = You see this link only once. Copy it now. Have you lost it? Then end it and make another.
share-made-mailed = We mail the link to { $email }.
share-made-done = Done
share-by = { $name } (shared)
share-filled = { $n ->
    [one] { $name } gave one answer here.
   *[other] { $name } gave { $n } answers here.
}
form-version-by = by { $name }
share-description = Fill in one goal
share-intro = The municipality of { $municipality } asks you to fill in this goal, up to and including { $day }. Everything is kept, and the municipality sees it at once. When you are done, choose ‘I am done’ at the foot: the municipality sees that. You can still go on afterwards. Do not fill in anything about single children or parents.
share-over-title = This link no longer works
share-over-text = The link was ended, its last day is over, or the questionnaire was sent in. What you filled in before is kept. Ask who gave you the link for another.
done-share-ended = The link no longer works. What was filled in stays.
finding-share-goal = Choose a goal.
finding-share-name = Write for whom the link is, in at most { $most } characters.
finding-share-last-day = Choose a day from today up to the last day of the wave.
finding-share-email = This is not an e-mail address. Look at it again, or leave it empty.
finding-share-many = There are { $most } links that work already. End one first.
finding-share-busy = Too much came in at once. Wait an hour and try again.
finding-share-over = Not saved: this link no longer works. Ask who gave you the link for another.
letter-share-subject = { $municipality } asks you to fill in a goal
letter-share-why = Dear { $name }, the municipality of { $municipality } is filling in { $wave }, about preventing child abuse, and asks you to fill in one goal: { $goal }.
letter-share-what = You need no account. Everything is kept, and you can always stop and go on later, up to and including { $day }.
letter-share-link = Fill in the goal
letter-share-after = Do not send this link on: whoever has it can fill in this goal. Don’t you know this municipality? Then throw this mail away.
audit-kind-form-shared = Goal of a questionnaire shared
audit-kind-form-share-ended = Shared link ended
audit-kind-form-share-used = Shared link used for the first time
share-ready = I am done
share-ready-at = Done, told on { $at }.
done-share-ready = Saved. The municipality sees that you are done. You can still go on, as long as the link works.
audit-kind-form-share-ready = Shared link: told to be done
