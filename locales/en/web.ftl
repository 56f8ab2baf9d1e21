# What stands on every page: header, navigation, help, footer, errors, places of findings.

site-name = Zicht
site-description = What do municipalities do to prevent child abuse, and whom do they reach?
skip-to-content = Skip to the content
home-link = Zicht, to the home page
menu = Menu
main-navigation = Main menu
footer-navigation = About this site
crumbs = You are here
other-language = Nederlands

nav-monitor = Monitor
nav-regions = Regions
nav-conclusions = Conclusions
nav-method = Method
nav-downloads = Downloads
nav-accessibility = Accessibility
nav-privacy = Privacy
nav-source = Source code

help-title = Worried about a child?
help-veilig-thuis = Veilig Thuis
help-veilig-thuis-when = day and night, free of charge
help-danger = Immediate danger
help-danger-call = call
help-children = Kindertelefoon
help-children-when = for children themselves
footer-about = Zicht shows what Dutch municipalities do to prevent child abuse.

norm-low = low
norm-middle = middle
norm-high = high

show-as-table = Show as a table
show-as-list = Show as a list

error-gone-title = This was taken away
error-gone-text = What was at this address is not there any more.
error-not-found-title = This page does not exist
error-not-found-text = The address is not right, or the page has moved. Check the address or start again on the home page.
error-bad-request-title = This request is not right
error-bad-request-text = There is something in the address that we do not understand. Go back and try again.
error-method-title = This can't be done here
error-method-text = This page is not opened in this way. Go back to the page you came from, or begin at the home page.
error-internal-title = Something went wrong
error-internal-text = The fault is ours, not yours. Nothing was lost. Try again in a few minutes.
error-signed-out-title = You are not signed in
error-signed-out-text = Sign in to continue.
error-unconfirmed-title = First show that it is you
error-unconfirmed-text = This is a sensitive step. That is why we first ask for your password or passkey again.
error-forbidden-title = You have no right to this
error-forbidden-text = Your role gives no access to this page. Do you need it for your work? Ask the administrator of your organisation. This attempt was recorded.
error-foreign-title = We do not take this form
error-foreign-text = It did not come from a page of Zicht. Nothing was changed. Go to the page itself and fill it in there.
error-too-large-title = This is too large
error-too-large-text = You sent more than we take. Nothing was changed. Go back and make it shorter.
error-unsupported-title = We cannot read this
error-unsupported-text = What you sent is not a form of Zicht, or it has characters that we do not take. Go back and try again.
error-too-many-title = Slow down a little
error-too-many-text = A great many requests come from your address at once. Wait a minute and try again.
error-away-title = Zicht cannot reach its data for a moment
error-away-text = Try again in half a minute. Did you fill something in? Then check afterwards whether it was saved.
error-busy-title = This takes too long
error-busy-text = Zicht is too busy now. Nothing was lost. Try again in a few minutes.
error-number = Does it keep going wrong? Report number { $number } to your administrator.
error-to-home = To the home page

place-row = row { $row }
place-column = column { $name }
place-key = key { $name }

sign-in = Sign in
sign-out = Sign out
own-account = Your account

form-errors = { $count ->
    [one] Something is not filled in correctly. Everything else you filled in is still there.
   *[other] { $count } things are not filled in correctly. Everything else you filled in is still there.
}
form-problem = { $field }: { $text }
form-title-refused = Error: { $title }
form-error = Error
form-optional = (optional)
form-choose = Choose
finding-field-required = Fill in this field.
finding-field-too-long = Make this shorter, there is room for { $most } characters.
finding-field-email = Fill in an e-mail address, such as name@example.org.
finding-field-choice = Choose one of the options.
pager = Pages
pager-first = To the beginning
pager-next = More

kept-title = What you filled in was kept
kept-text = You are signed in again. What you had filled in is still there. Send it now.
kept-send = Send what I filled in
send-again-title = Send what you filled in once more
send-again-text = The page was open too long, or you signed in again meanwhile. What you filled in is still there. You fill in a password or code again afterwards.
signed-out-kept-text = You have been away too long. What you filled in was kept. Sign in, and you can still send it.
confirm-first-kept-text = This is a sensitive step. That is why we first ask for your password or passkey again. What you filled in was kept.
confirm-first-go = Continue
done-saved = Saved.

# Names of fields, for the error in the list above a form.
field-email = E-mail address
field-password = Password
field-code = Code
field-name = Name
field-role = Role
field-lang = Language
field-until = End date
field-date = Date
field-kind = Kind
field-region = Region
field-organisation = Organisation
field-reason = Reason
field-from = Start date
field-to = Up to and including
