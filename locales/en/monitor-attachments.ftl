# Evidence and notes with a goal of the form
attachments-title = Evidence and notes with { $part }
attachments-link = Evidence and notes: { $evidence ->
    [0] no evidence yet
    [one] 1 piece of evidence
   *[other] { $evidence } pieces of evidence
}, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
}
attachments-back = Back to the questions
attachment-by = Added by { $name }, { $at }
attachment-size = { $kb } kB
attachment-remove = Remove
evidence-title = Evidence
evidence-intro = What shows that your answers are right? Add the document or a link, so that a colleague finds it again in two years. Only people of your municipality see this.
evidence-none = There is no evidence with this goal yet.
evidence-link = Add a link
evidence-file = Add a PDF
evidence-what = What it is
evidence-url = Address
evidence-url-hint = Begins with https://
evidence-pdf = PDF
evidence-pdf-hint = 20 MB at most. Leave out data about children or parents.
evidence-link-add = Add link
evidence-file-add = Add PDF
notes-title = Notes for colleagues
notes-intro = Only people of your municipality read this. A note does not count and is never published.
notes-new = New note
notes-hint = Don't name children or parents.
notes-add = Keep note
done-attachment-kept = It is kept.
done-attachment-removed = It is removed.
finding-attachment-url = Give an address that begins with https://, without a name or password in it.
finding-attachment-long = Use at most { $most } characters.
finding-attachment-no-file = Choose a PDF.
finding-attachment-no-pdf = This file is no PDF, or it is not whole. Save the document as PDF and choose that.
finding-attachment-large = This file is larger than { $most } MB. Make it smaller, or add a link.
finding-attachment-many = One goal holds { $most } pieces. Remove something first.
audit-kind-form-evidence-added = Evidence added
audit-kind-form-evidence-removed = Evidence removed
audit-kind-form-note-added = Note written
audit-kind-form-note-removed = Note removed
attachment-rename = Change the name
done-attachment-renamed = The name was changed.
audit-kind-form-evidence-renamed = Name of evidence changed
