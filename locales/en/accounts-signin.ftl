# Signing in, invitation, new password and the own account.

sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-next = Continue
sign-in-go = Sign in
sign-in-again = Back to sign in
sign-in-forgotten = Forgotten your password?
sign-in-demo = Look around in the demonstration: sign in with one click
sign-in-passkey-title = With a passkey
sign-in-passkey-text = A passkey is on your phone, your computer or a security key. You don’t have to type anything.
sign-in-passkey-go = Sign in with a passkey
sign-in-provider-title = Through your organisation
sign-in-provider-go = Continue with { $name }
sign-in-problem-late = Signing in took too long, or was done already. Start again.
sign-in-problem-provider = The sign-in service of your organisation does not answer now. Try again later, or sign in another way.
sign-in-problem-unlinked = No account in Zicht belongs to this sign-in service yet. Use the invitation that you got by mail, or ask your administrator for one.
sign-in-problem-refused = Signing in through your organisation did not work. Try again.
sign-in-problem-linked = This account of your organisation belongs to somebody else in Zicht. Ask your administrator for help.
sign-in-problem-passkey = Signing in with a passkey did not work. Try again, or sign in with your password.
sign-in-method-password = With password and code
sign-in-method-recovery = With password and recovery code
sign-in-method-passkey = With a passkey
sign-in-method-provider = Through the organisation
sign-in-method-demo = Demonstration

sign-in-code-title = Code from your app
sign-in-code-intro = Your password is right. Open your authenticator app and fill in the code that it shows for Zicht.
sign-in-code = Code
sign-in-code-hint = Six digits from your app, or one of your recovery codes.
sign-in-code-lost = No phone at hand?
sign-in-code-lost-text = Use a recovery code. You got those when you set up the app. Don’t you have them either? Then ask your administrator for a link with which you choose anew how you sign in.

finding-sign-in-wrong = This e-mail address and this password do not belong together. Check both and try again.
finding-sign-in-code-wrong = This code is not right, or was used already. Wait until your app shows a new code and fill that in.
finding-sign-in-wait-seconds = This went wrong too often. Try again in { $n } seconds.
finding-sign-in-wait-minutes = This went wrong too often. Try again in { $n } minutes.

confirm-title = Show that it is you
confirm-intro = After this you can change something that concerns your security. That is why we ask you again who you are.
confirm-go = Continue
confirm-no-way = You can’t show here that it is you. Sign out and sign in again.
confirm-passkey-go = Continue with a passkey
confirm-provider-go = Continue with { $name }
finding-confirm-wrong = The password or the code is not right. Fill in both again, with a new code from your app.
finding-passkey-wrong = This is not one of your passkeys, or it took too long. Try again.

invitation-title = Welcome to Zicht
invitation-intro = { $name }, choose how you sign in. After that you can start right away.
invitation-passkey-title = With a passkey
invitation-passkey-text = This is the easiest and the safest. Your phone or computer keeps the key. You open it with your finger, your face or a PIN.
invitation-password-title = With a password and an app
invitation-password-text = You choose a password. Then you set up an authenticator app, which gives a new code each time.
invitation-password-go = Continue to the app
invitation-provider-title = With the account of your organisation

renewal-title = Choose anew how you sign in
renewal-intro = { $name }, choose how you sign in from now on. After that your old password, app, recovery codes and passkeys no longer work.

new-password = New password
new-password-hint = At least 12 characters. A few words that do not belong together are strong and easy to remember.
new-password-title = Choose a new password
new-password-intro = Choose a new password and fill in a code from your app. After that you are signed out everywhere and sign in again.
new-password-go = Save password
finding-password-short = Use at least { $n } characters.
finding-password-long = Use at most { $n } characters.
finding-password-guessable = This password is too easy to guess.
finding-password-keyboard = Keys that lie next to each other are easy to guess.
finding-password-repeats = Repeats such as ‘aaa’ or ‘abcabc’ are easy to guess.
finding-password-sequence = Sequences such as ‘abcd’ or ‘6543’ are easy to guess.
finding-password-date = Years and dates are easy to guess.
finding-password-common = This looks like a password that many people use.
finding-password-name = Names are easy to guess.
finding-password-advice-words = Add one or two words that do not belong with it.
finding-password-advice-years = Use no year or date that belongs to you.

app-title = Set up your authenticator app
app-intro = The app gives a new code each time. So nobody can sign in with your password alone.
app-step-install = Open an authenticator app on your phone. Don’t you have one? Look for ‘authenticator’ in your app store.
app-step-scan = Choose to add an account in the app and scan this picture.
app-picture = QR code for your authenticator app. The same key is under the picture as text.
app-step-type = Can’t you scan it? Type this key into the app:
app-open = Open the app on this device
app-step-code = Fill in the code that the app shows now.
app-code = Code of six digits
app-code-hint = The app shows a new code every 30 seconds.
app-go = Use the app
finding-app-code-wrong = This code is not right. Check that the clock of your phone is right and fill in the newest code.

codes-title = Keep your recovery codes
codes-intro = With a recovery code you sign in when you don’t have your app. Each code works once. You see them only now: keep them in a safe place.
codes-file = Save as a text file
codes-file-name = zicht-recovery-codes.txt
codes-file-title = Recovery codes for Zicht. Each code works once.
codes-kept = I have kept them, continue
finding-codes-without-app = Recovery codes go with an authenticator app. Set up an app first.

reset-title = Forgotten password
reset-intro = Fill in your e-mail address. You then get a mail with a link to choose a new password.
reset-go = Send me a mail
reset-asked-title = Look in your mail
reset-asked-intro = Does an account belong to this address? Then you get a mail within a few minutes. The link in it works for an hour.
reset-asked-text = Nothing there? Look in your junk mail and check the address. You get at most three of these mails a day. If it does not work, ask your administrator for help.

link-over-title = This link no longer works
link-over-invitation = The link was used, has expired, or a newer one was sent. Ask your administrator for a new link.
link-over-reset = The link was used, has expired, or a newer one was sent. Ask for a new mail.
link-over-sign-in = To sign in
link-over-again = Ask for a new password

passkey-needs-script = A passkey works only if JavaScript is on in your browser. Everything else works without.
passkey-failed = That did not work. Try again, or choose another way.
passkey-impossible = At this address of Zicht you can’t use passkeys.
passkey-make = Make a passkey
passkey-name = Name of the passkey
passkey-name-hint = For example ‘work phone’. So you recognise it later.
passkey-unnamed = Passkey
passkey-created = Made on { $day }
passkey-used = Last used on { $day }
passkey-never-used = Not used yet
passkey-remove = Remove
finding-passkey-not-made = The passkey was not made: it took too long, or your device did not give a right answer. Try again.
finding-passkey-known = This passkey is known already.
finding-passkey-too-many = You have twenty passkeys already. Remove one first.
finding-last-way-in = This is your only way to sign in. Add another one first.

provider-going-title = To your organisation
provider-going-text = You are now going to { $name } to sign in. After that you come back to Zicht.
provider-going-link = Go on to { $name }

left-title = You are signed out of Zicht
left-text = You are still signed in at { $name }. Do others use this device too? Then sign out there as well.
left-link = Sign out at { $name }

account-title = Your account
account-nav = Parts of your account
account-name = Name
account-name-hint = This is how others see you in Zicht.
account-lang = Language of mail to you
account-lang-hint = You choose the language of the pages at the top right.
account-lang-nl = Nederlands
account-lang-en = English
account-save = Save
account-email = E-mail address
account-email-text = You sign in with this address. Is it no longer right? Ask your administrator for an invitation to your new address.
account-roles = Your roles
account-roles-text = You get roles from the administrator of an organisation.
account-no-roles = You have no role now. Ask the administrator of your organisation for one.
finding-account-changed-meanwhile = Your details were changed elsewhere in the meantime. What you filled in is still here. Load the page again to see the new details.

security-title = How you sign in
security-intro = Before each change we ask you again who you are, if that was more than a quarter of an hour ago. You always get a mail about it.
security-passkeys = Passkeys
security-passkeys-text = A passkey on your phone, computer or security key. You can have more than one.
security-password = Password
security-password-set = You have a password. If you change it, you are signed out everywhere else.
security-password-none = You have no password. Do you want one? Then set up an authenticator app too: a password alone is not enough.
security-password-go = Save password
security-app = Authenticator app
security-app-set = You have set up an app.
security-app-none = You have not set up an app.
security-app-other = Set up another app
security-app-first = Set up an app
security-codes = Recovery codes
security-codes-left = { $left ->
    [0] You have no recovery codes left. Make new ones.
    [one] You have one recovery code left. Make new ones.
   *[other] You have { $left } recovery codes left.
}
security-codes-go = Make new recovery codes
security-identities = Account of your organisation
identity-linked = You can sign in with this.
identity-not-linked = You can’t sign in with this yet.
identity-link = Link
identity-unlink = Unlink

sessions-title = Where you are signed in
sessions-intro = These are the devices on which you are signed in now. Is there one that you don’t recognise? Sign it out and change your password.
session-unknown-device = Unknown device
session-this = This device
session-started = Signed in on { $at }
session-seen = Last used on { $at }
session-end = Sign out
sessions-end-others = Sign out everywhere else

seen-title = Who saw your account
seen-intro = Here you see who looked at your account or changed it, and what you did yourself. The newest is at the top.
seen-nothing = Nothing has happened yet.
seen-table = What happened to your account
seen-at = When
seen-what = What
seen-who = By whom
seen-yourself = Yourself
seen-somebody = Somebody who is no longer there
seen-operator = Technical management
seen-program = Zicht itself
seen-nobody = Somebody who was not signed in

demo-sign-in-title = Sign in to the demonstration
demo-sign-in-intro = Choose as whom you want to look around. These people are made up.
demo-sign-in-go = Sign in as

done-signed-out = You are signed out.
done-password-changed = Your password has been changed.
done-totp-set = Your new app has been set up. The old one no longer works.
done-passkey-added = The passkey has been added.
done-passkey-removed = The passkey has been removed.
done-identity-linked = The account of your organisation has been linked.
done-identity-unlinked = The account of your organisation has been unlinked.
done-session-ended = That device has been signed out.
done-sessions-ended = You have been signed out everywhere else.

letter-reset-subject = New password for Zicht
letter-reset-text = Somebody asked for a new password for your account. Was that you? Then choose it with the link below. You also need your app or a recovery code.
letter-reset-link = Choose a new password
letter-reset-after = The link works once, and for an hour.
letter-no-password-subject = Your account in Zicht has no password
letter-no-password-text = Somebody asked for a new password for your account. You sign in with a passkey or through your organisation, so there is no password. If you can’t sign in, ask your administrator for a link with which you choose anew how you sign in.
letter-to-sign-in = To sign in
letter-to-security = See how you sign in
letter-was-not-me = Was this not you? Then sign in, change your password and tell your administrator at once.
letter-password-changed-subject = Your password for Zicht has been changed
letter-password-changed-text = The password of your account has just been changed.
letter-totp-set-subject = Another authenticator app for Zicht
letter-totp-set-text = An authenticator app has just been set up for your account. The former one no longer works.
letter-recovery-codes-made-subject = New recovery codes for Zicht
letter-recovery-codes-made-text = New recovery codes have just been made for your account. The old ones no longer work.
letter-recovery-used-subject = Recovery code used for Zicht
letter-recovery-used-text = { $left ->
    [one] Somebody has just signed in to your account with a recovery code. You have one left.
   *[other] Somebody has just signed in to your account with a recovery code. You have { $left } left.
}
letter-passkey-added-subject = New passkey for Zicht
letter-passkey-added-text = A passkey has just been added to your account.
letter-passkey-removed-subject = Passkey removed from Zicht
letter-passkey-removed-text = A passkey has just been removed from your account.
letter-identity-linked-subject = Account of your organisation linked to Zicht
letter-identity-linked-text = You can now sign in to Zicht with the account of your organisation.
letter-identity-unlinked-subject = Account of your organisation unlinked from Zicht
letter-identity-unlinked-text = You can no longer sign in to Zicht with the account of your organisation.
letter-sessions-ended-subject = You have been signed out of Zicht
letter-sessions-ended-text = Your account has just been signed out on all other devices.
letter-renewal-subject = Choose anew how you sign in to Zicht
letter-renewal-why = An administrator of Zicht made a link for your account. With it you choose anew how you sign in.
letter-renewal-what = Did you ask for that? Then use the link below.
letter-renewal-by-hand = Did you ask for that? Then you get the link from the administrator in person.
letter-renewal-ends = You have been signed out everywhere. When the link is used, your old password, app, recovery codes and passkeys no longer work.
letter-renewal-link = Choose anew how you sign in
letter-renewal-after = The link works once, and for a week. Give the link to nobody else.
letter-renewal-not-you = Did you not ask for this? Don’t use the link, sign in as you are used to, and tell your administrator at once.
letter-renewed-subject = You sign in to Zicht in a new way
letter-renewed-text = With a link from an administrator, a new way for you to sign in has just been chosen. Your old password, app, recovery codes and passkeys no longer work, and you have been signed out on other devices.
letter-wrong-codes-subject = Somebody is trying to sign in to your account
letter-wrong-codes-text = Somebody knows your password for Zicht and often filled in a wrong code. Nobody gets in without a code. Was this not you? Then change your password.

audit-kind-account-listed = Accounts listed at the command line

job-kind-accounts-reset = Send a link for a new password
job-kind-accounts-sweep = Tidy up sessions that ended
