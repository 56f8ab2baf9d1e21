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
