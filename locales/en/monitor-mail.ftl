# The text of the mails of a wave.

mail-own = This text was changed for this wave.
mail-change = Change the text
mail-title-invitation = Change the invitation
mail-title-reminder = Change the reminder
mail-intro = The text is for this wave. After saving you see the mail as it goes out. What was sent already does not change. Below the mail it always says why somebody gets it, and in a trial that it is one.
mail-subject-nl = Subject (Dutch)
mail-text-nl = Text (Dutch)
mail-subject-en = Subject (English)
mail-text-en = Text (English)
mail-text-hint = Zicht fills in: { $names }. The link belongs in it once. An empty line begins a new paragraph.
mail-save = Save and see
mail-default = Back to the text of Zicht
done-mail-changed = The text is kept. This is how the mails go out.
finding-mail-long = This text is too long. Use at most { $most } characters.
finding-mail-placeholder = Zicht does not know ‘[{ $found }]’. Use only the words between brackets that stand above the text.
finding-mail-link-missing = Put [link] in the text once. Otherwise nobody can reach the questionnaire.
finding-mail-link-twice = [link] is in the text more than once. Leave it there once.
finding-mail-link-subject = There can be no link in the subject. Put [link] in the text.
audit-kind-wave-mail-changed = Text of a mail of a wave changed
