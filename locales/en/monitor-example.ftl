# Good examples: municipalities learn from each other.

nav-examples = Good examples
task-examples = Good examples
task-examples-what = See how municipalities do it.
examples-title = Good examples
examples-intro = What municipalities do to prevent child abuse, told by themselves.
examples-list = Examples
examples-search = Search by word or municipality
examples-at-measure = With this measure: { $measure }
examples-none = There are no good examples yet. Does your municipality do something that others learn from? Tell it on the page of your municipality.
examples-nothing = There is no example of this yet. Search wider, or clear the choices.
examples-back = To all good examples
examples-all = All good examples
examples-own = Good examples of your municipality
examples-own-back = To the examples of your municipality
examples-own-intro = Tell what works for you. You publish in the name of your municipality; a draft is seen by your municipality only.
examples-own-none = Your municipality has no example yet. Choose a goal and a title, and the form helps you on.
examples-questions-none = There are no open questions about examples.
advice-examples = { $n ->
    [one] One good example with this measure
   *[other] { $n } good examples with this measure
}
goal-examples = { $n ->
    [one] One good example at this goal
   *[other] { $n } good examples at this goal
}
example-about = From { $name }, here since { $day }
example-title = Title
example-title-hint = Short and easy to recognise, in at most 120 characters.
example-measure = Measure
example-measure-hint = Then others find the example in their advice.
example-what = What do you do?
example-for-whom = For whom?
example-reach = Whom do you reach?
example-reach-hint = How much of the target group, and how do you know?
example-cost = What does it cost?
example-cost-hint = Money, hours, and who pays. If you do not know, say so.
example-contact = Contact
example-contact-hint = The address of a team or function, such as youth@municipality.example. Not that of a person: everybody can read this.
example-document = Document
example-document-none = There is no document with it yet.
example-document-first = A link or a PDF that helps others on. Your text above is saved along with it. A new document takes the place of the old one.
example-url-hint = Begins with https://. Everybody can follow the link.
example-shown-what = What
example-shown-for-whom = For whom
example-shown-reach = Reach
example-shown-cost = Costs
example-with-own = A measure of their own
example-with-policy = The goal in policy
example-with-record = The goal in a document
example-with-sight = Sight of who is reached
example-new = Add an example
example-make = Begin
example-edit = Edit the example
example-look = See it as everybody sees it
example-publish = Publish
example-publish-what = Publishing puts the name of your municipality with it. Everybody can read it, also without signing in. You can withdraw it.
example-agrees = { $name } wants to stand by name with this example, and the contact is no person.
example-withdraw = Withdraw it
example-withdraw-what = Others do not see it any more then. You can publish it again.
example-state-draft = draft, not published yet
example-state-published = published
example-state-withdrawn = withdrawn
example-state-removed = taken off the site
example-thanks-title = Thanks
example-thanks = { $n ->
    [0] No municipality gave thanks yet.
    [one] One municipality gave thanks.
   *[other] { $n } municipalities gave thanks.
}
example-thanked-by = They were: { $names }.
example-thank = Thank this municipality
example-questions-who = Only your municipality and that of the example read a question and its answer.
example-ask-title = Ask { $name }
example-ask-intro = The municipality gets a mail that there is a question. The question itself is not in the mail.
example-back = To the example
example-remove = Take it off the site
example-remove-title = Take off the site: { $title }
example-remove-what = The example disappears for everybody and does not come back. Its municipality reads your reason. Questions about the example are closed.
example-because = Reason
example-because-hint = Such as: it says who a family is.
question-at-example = with a good example
waiting-examples = { $n ->
    [one] One question about a good example waits for { $name }.
   *[other] { $n } questions about good examples wait for { $name }.
}
waiting-examples-link = To the questions about examples
field-example_title = Title
field-example_step = Measure
field-example_what = What do you do?
field-example_for_whom = For whom?
field-example_reach = Whom do you reach?
field-example_cost = What does it cost?
field-example_contact = Contact
field-agrees = Agreed
finding-example-title = Fill in a title.
finding-example-missing = Fill this in before you publish.
finding-example-long = Use at most { $most } characters.
finding-example-many = Your municipality has 200 examples already. Bring one up to date.
finding-example-agree = Tick this if your municipality wants to stand by name with the example.
finding-example-changed = A colleague changed this meanwhile. What you filled in is still here. Open the example again to see what it says now.
finding-example-removed = A researcher took this example off the site. It can't be changed any more.
done-example-made = The draft is there. Fill in what you do; only your municipality sees it.
done-example-saved = The example is saved.
done-example-published = The example is published, in the name of your municipality.
done-example-withdrawn = The example is withdrawn.
done-example-document = The document is brought up to date.
done-example-thanked = Your thanks are there. The municipality sees that they are yours.
done-example-removed = The example is taken off the site.
audit-kind-example-made = Good example made
audit-kind-example-changed = Good example changed
audit-kind-example-published = Good example published
audit-kind-example-withdrawn = Good example withdrawn
audit-kind-example-removed = Good example taken off the site
audit-kind-example-thanked = Thanked for a good example
api-tag-examples = Good examples
api-list-examples = The good examples that are published
example-text = Read the text
example-ask-nobody = Nobody of this municipality would get a mail about it yet. Do you need an answer soon? Then use the contact with the example: { $contact }
letter-example-removed-subject = Your good example is no longer in Zicht
letter-example-removed-why = The national bureau took a good example of your municipality off: ‘{ $title }’.
letter-example-removed-link = Read why
letter-example-removed-after = Your text is still there, for your municipality only.
examples-near = Nothing has exactly these words. This is like them.
example-contact-fits = This is not the address of one person, or that person wants everybody to see it.
example-thanked-own = { $name } thanked too.
example-unthank = Take your thanks back
question-example-removed = A researcher took the example off the site. That is why this question is closed. You can still read everything.
question-example-removed-because = A researcher took the example off the site. That is why this question is closed. You can still read everything. The reason: { $because }
field-contact_fits = Contact
finding-example-contact = This looks like the address of one person, and not like one of an organisation. Everybody can read it. Change it, or tick the box below it.
done-example-unthanked = Your thanks were taken back.
audit-kind-example-unthanked = Thanks for a good example taken back
