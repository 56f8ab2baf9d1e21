# What stands on every page: header, navigation, help, footer, errors, places of findings.

site-name = Zicht
site-description = What do municipalities do to prevent child abuse, and whom do they reach?
skip-to-content = Skip to the content
home-link = Zicht, to the home page
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

error-not-found-title = This page does not exist
error-not-found-text = The address is not right, or the page has moved. Check the address or start again on the home page.
error-bad-request-title = This request is not right
error-bad-request-text = There is something in the address that we do not understand. Go back and try again.
error-method-title = This can't be done here
error-method-text = This page can only be looked at.
error-internal-title = Something went wrong
error-internal-text = The fault is ours, not yours. Nothing was lost. Try again in a few minutes.
error-to-home = To the home page

place-row = row { $row }
place-column = column { $name }
place-key = key { $name }
