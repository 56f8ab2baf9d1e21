# Organisations, people, roles and mergers.

letter-signed = Zicht. This mail was sent automatically; you cannot reply to it.
letter-not-you = Did you not expect this mail? Then you need not do anything.
letter-invitation-subject = Invitation to Zicht from { $organisation }
letter-invitation-why = { $organisation } invites you to Zicht.
letter-invitation-what = With the link below you choose how to sign in. After that you can work for { $organisation }.
letter-invitation-link = Accept the invitation from { $organisation }
letter-invitation-after = The link works once, and for a week. After that your administrator can send a new one. Give the link to nobody else.
letter-offer-subject = { $organisation } asks you to take part in Zicht
letter-offer-why = You already have an account in Zicht. { $organisation } wants to give you a role with it as well.
letter-offer-what = Sign in and choose whether you want that. Only when you say yes does { $organisation } see your name and do you have rights there.
letter-offer-link = To the offer from { $organisation }
letter-offer-after = You sign in as you are used to. There is no link in this mail that opens your account.

## General

yes = yes
no = no
save = Save
back-without = Back without doing anything
crumb-start = Start
filter-clear = Clear the filters
field-empty = (empty)
lang-nl = Dutch
lang-en = English
nav-start = Start
nav-organisations = Organisations
nav-audit = Audit trail
nav-operations = Operations
finding-date = This is not a date. Write for instance 2027-01-31.
finding-changed-meanwhile = Somebody else changed this meanwhile. Nothing was overwritten. Look at what is there now and then save again.

## Start

start-title = Start
start-intro = This is what you can do here. What you see depends on your roles.
start-greeting = Welcome, { $name }
start-tasks = To work
start-places = Your roles
start-no-places = You have no role anywhere now. Ask the administrator of your organisation for one. The monitor is for everybody.
start-offers = { $n ->
    [one] An organisation asks you to take part.
   *[other] { $n } organisations ask you to take part.
}
start-offers-link = Look and choose
start-jobs = { $n ->
    [one] There is a job that waits for you or is stuck.
   *[other] There are { $n } jobs that wait for you or are stuck.
}
start-jobs-link = Look at the jobs
task-people = People of { $name }
task-people-what = Invite people, give roles, switch accounts on and off.
task-organisations = Organisations
task-organisations-what = See, add and change organisations and their people.
task-see-organisations = Organisations
task-see-organisations-what = See which organisations take part that you may see.
task-merge = Merge organisations
task-merge-what = Prepare a merger, look at it and carry it out.
task-audit = Audit trail
task-audit-what = See who did what, when and why.
task-operations = Operations
task-operations-what = Jobs that wait or are stuck, mail, and how Zicht is doing.
task-account = Your account
task-account-what = Your password, keys and sessions. And who looked at your data.
task-monitor = Monitor
task-monitor-what = What municipalities do to prevent child abuse.

## Organisations

organisations-title = Organisations
organisations-intro = The organisations that you may see, by name.
organisations-search = Name or code
organisations-all = All kinds
organisations-ended-too = Ended ones too
organisations-filter = Search
organisations-nothing = No organisation fits this. Search for part of the name, or clear the filters.
organisations-none = There are no organisations yet that you may see.
organisations-count = { $n ->
    [one] One organisation
   *[other] { $n } organisations
}
organisation-intro = What this organisation is, and since when.
organisation-kind = Kind
organisation-kind-municipality = municipality
organisation-kind-region = Veilig Thuis region
organisation-kind-veilig-thuis = Veilig Thuis organisation
organisation-kind-national = national body
organisation-kind-professional = organisation of professionals
organisation-name = Name
organisation-name-hint = We know the names of municipalities and regions; leave this empty for those.
organisation-code = CBS code
organisation-cbs = CBS code
organisation-code-hint = For a municipality only, such as GM0344. Its name and region follow from it.
organisation-codes = Codes of all municipalities
organisation-region = Veilig Thuis region
organisation-region-hint = Needed for a Veilig Thuis region or a Veilig Thuis organisation. Possible for an organisation of professionals.
organisation-from = First day
organisation-until = End date
organisation-until-hint = The first day on which the organisation no longer is. That may be today, or later.
organisation-state = State
organisation-is = takes part
organisation-begins = begins on { $day }
organisation-ends = ends on { $day }
organisation-ended = ended on { $day }
organisation-successor = Goes on as
organisation-new = Add an organisation
organisation-new-intro = After that you invite its first administrator, who invites the others.
organisation-make = Add
organisation-manage = Change
organisation-change = Change its data
organisation-change-title = Change { $name }
organisation-change-intro = The kind is fixed. Does this become another kind of organisation? Then add that one and end this one.
organisation-end = End it
organisation-end-title = End { $name }
organisation-end-intro = From the end date on nobody has rights by this organisation. Nothing is deleted. Does it go on in another one? Then choose to merge.
organisation-end-people = { $n ->
    [0] Nobody has a role here.
    [one] One person then loses roles here.
   *[other] { $n } people then lose their roles here.
}
organisation-merge = Merge with another
organisation-reopen = Undo the end
organisation-reopen-why = The organisation then goes on without an end date. Roles that were not ended by themselves hold again.
organisation-reopen-merged = Has the day of the merger not come yet? Then this undoes it altogether. After that day the people have gone along already: give them their roles here again.
done-organisation-made = The organisation was added. Now invite its first administrator.
done-organisation-changed = The change was saved.
done-organisation-ended = The end date was saved.
done-organisation-reopened = The organisation no longer has an end date.
finding-organisation-kind = Choose what kind of organisation this is.
finding-organisation-other-kind = The kind of an organisation is fixed. Add a new organisation.
finding-organisation-from = Fill in the first day, such as 2027-01-01.
finding-organisation-from-after-end = The first day must lie before the end date.
finding-organisation-end-before-start = The end date may not lie before the first day.
finding-organisation-code = We do not know this code. Write GM and four digits, such as GM0344.
finding-organisation-code-then = { $name } did not exist under this code on the first day. Choose another day or code.
finding-organisation-region = Choose a Veilig Thuis region.
finding-organisation-name = Fill in a name of at most { $n } characters.
finding-organisation-there-already = { $name } is there already. Look it up in the list.
clash-title = This was changed meanwhile
clash-caption = What is there now, and what you filled in
clash-field = Field
clash-theirs = Is there now
clash-ours = You filled in
clash-next = The form holds what you filled in. Adjust it or leave it, and save: then what is in the form holds.

## People

people-title = People
people-title-of = People of { $name }
people-intro = Who has a role here or was invited. That you look at this list is recorded in the audit trail.
people-count = { $n ->
    [0] Nobody yet
    [one] One person
   *[other] { $n } people
}
people-manage = See people and roles
people-none = There is nobody here yet. Invite the first administrator.
person-intro = The roles of this person here.
person-name = Name
person-email = E-mail address
person-lang = Language of the mail
person-role = Role
person-roles = Roles
person-roles-at = Roles at { $name }
person-state = Account
person-state-invited = invited
person-state-active = active
person-state-off = switched off
person-signed-in = Last sign-in
person-never = never yet
person-own = This is you. Only another administrator can change your own roles.
role-editor = Editor
role-editor-what = fills in for the organisation
role-approver = Approver
role-approver-what = approves what editors did
role-reader = Reader
role-reader-what = looks along
role-regional-coordinator = Regional coordinator
role-regional-coordinator-what = sees the organisations in the own region
role-national-researcher = National researcher
role-national-researcher-what = runs national waves and sees every organisation
role-administrator = Administrator
role-administrator-what = invites people and gives roles
role-national-administrator = National administrator
role-national-administrator-what = manages every organisation and its people
role-privacy-officer = Privacy officer
role-privacy-officer-what = sees in the audit trail who did what, and nothing else
role-until = { $role } (until { $day })
role-end = End date of new roles
role-end-hint = The first day without these roles. Leave this empty if there is no end.
roles-change = Change roles
roles-kept = You cannot change these roles here, and they stay:
membership-end = End all roles here
membership-end-text = This person then has no rights at { $name } any more. The account itself stays.
renewal-send = Nothing left to sign in with
renewal-send-text = Has this person lost the app and the recovery codes, or the passkey? First be sure who is asking. Then send a link with which this person chooses anew how to sign in. Every session ends at once. When the link is used, the old password, the app, the codes and the passkeys no longer work.
renewal-send-go = Send a link to choose anew
done-renewal-sent = The link was sent and every session was ended. The link works once, and for a week.
account-not-yours = You can’t switch off the account of this person, nor give it a new way to sign in. Ask a national administrator.
account-switch-off = Switch the account off
account-switch-off-text = This person can then sign in nowhere. Every session ends at once.
account-switch-on = Switch the account on
account-switch-on-text = This person can then sign in again, with the roles that still hold.
done-roles-changed = The roles were changed.
done-membership-ended = The roles here were ended.
done-account-off = The account was switched off and every session was ended.
done-account-on = The account was switched on.
done-invited = The invitation was sent.
done-invited-again = The invitation was sent again. An older link no longer works.
finding-person-name = Fill in a name of at most { $n } characters.
finding-person-email = Fill in an e-mail address, such as name@example.nl.
finding-person-already-here = This person is already on the list of this organisation. Open the page of this person there: change the roles, or send the link again.
finding-refused-not-yours = This is not yours to do.
finding-refused-own = Nobody changes the own roles or the own account. Ask another administrator.
finding-refused-above = You may not give or take this role. Only a national administrator can.
finding-refused-does-not-fit = This role does not fit this kind of organisation.
finding-refused-last-administrator = This is the last administrator of this organisation. First give somebody else this role, without an end date, and wait until that person has signed in.
finding-refused-last-national-administrator = This is the last national administrator. First give somebody else this role, without an end date, and wait until that person has signed in.
finding-refused-watched = An administrator cannot also be privacy officer of the same organisation: the one who is watched does not watch. Choose one of the two.
finding-refused-ends-too-soon = The end date must lie after today.
finding-refused-nothing = Choose at least one role.

invite-title = Invite somebody
invite-title-for = Invite somebody to { $name }
invite-intro = This person gets the roles only after accepting the invitation.
invite-by-mail = The link goes by mail, to this person only.
invite-by-hand = There is no mail server. You see the link once after this, to hand over yourself.
invite-roles-hint = Give no more than is needed. You see only the roles that you may give.
invite-send = Invite
invite-again = Invite again
invite-again-text = A new link goes out. An older link then no longer works.
invite-withdraw = Withdraw the invitation
invite-withdraw-text = What was offered here can then no longer be accepted.
invite-link-title = Hand over this link
invite-link-text = You see the link only now. Give it to this person, and to nobody else.
offers-title = Roles offered to you
offers-intro = These organisations ask you to take part. Only when you say yes does an organisation see your name and do you have rights there.
offers-none = Nothing waits for your answer.
offer-roles = Roles:
offer-accept = Accept
offer-decline = Do not accept
done-offer-accepted = You take part. Your new roles hold now.
done-offer-declined = You did not accept the offer.

## Merging

merge-title = Merge organisations
merge-intro = In a merger people and data go along to the successor. You describe the step, look at what happens, and only then confirm.
merge-proposals = Known mergers
merge-proposals-why = CBS knows these mergers of municipalities, and here they were not carried out yet. Choose one to see what happens.
merge-proposal = { $names } went on in { $to } on { $day }
merge-describe = Describe the merger
merge-ending = These organisations end
merge-ending-first = Organisation that ends
merge-another = Another organisation that ends
merge-not-this = Not { $name }
merge-into = Goes on as
merge-into-new = A new organisation
merge-new-code = CBS code of the new municipality
merge-new-code-hint = Only if a new municipality is the successor.
merge-new-name = Name of the new organisation
merge-new-name-hint = Only if a new organisation of another kind is the successor.
merge-new-region = Veilig Thuis region of the new organisation
merge-new-region-hint = Only if a new region or Veilig Thuis organisation is the successor.
merge-date = Date
merge-date-hint = The first day of the new situation. Usually that is 1 January.
merge-look = See what happens
merge-preview = This happens
merge-errors = This must be different first
merge-warnings = Mind
merge-what = Successor: { $to }, from { $day }.
merge-ends = { $name } ends on { $day }. Nothing is deleted.
merge-summary = { $people ->
    [0] Nobody goes along.
    [one] One person goes along. Roles that move: { $moved }. Roles that are at the successor already: { $coincide }.
   *[other] { $people } people go along. Roles that move: { $moved }. Roles that are at the successor already: { $coincide }.
}
merge-now = The roles go along as soon as you confirm.
merge-later = The roles go along on the day itself, as they are then. Until that day everything stays as it is.
merge-audit = The privacy officer of the successor also sees the audit trail of the organisations that end.
merge-people = People who go along
merge-from = From
merge-happens = What happens
merge-moves = goes along
merge-coincides = has this role there already
merge-more = There are more than are shown here; the numbers above are complete.
merge-undo = Is it a mistake? Until the day itself you undo this altogether on the page of each organisation that ends. After it you can reopen an organisation, and give the people their roles there again. The audit trail tells who had what.
merge-confirm = Confirm the merger
done-organisations-merged = The merger was recorded.
finding-merger-successor = Choose how the organisations go on.
finding-merger-nothing-ends = Choose at least one organisation that ends.
finding-merger-kinds = { $name } is another kind of organisation than the successor. Only organisations of one kind merge.
finding-merger-into-itself = { $name } cannot go on in itself. Take it off the list of organisations that end.
finding-merger-ended-already = { $name } has an end date already. Undo that first.
finding-merger-before-start = { $name } was not there yet on this date.
finding-merger-successor-then = { $name } is not there on this date. Choose another date or successor.
finding-merger-in-the-past = This date is past. So the roles go along at once.
finding-merger-watched = { $n ->
    [one] Somebody would be administrator and privacy officer of the successor at once.
   *[other] { $n } people would be administrator and privacy officer of the successor at once.
} Change their roles first: the one who is watched does not watch.
finding-merger-unknown = CBS knows no merger of { $name } from 2014 to 2023. Is this merger right? A later merger is not on our list yet.
finding-merger-elsewhere = According to CBS { $name } went on in { $to }.
finding-merger-other-date = According to CBS this was on { $date } for { $name }.
