# Filling in, approving and looking back by a municipality.

nav-forms = Questionnaire
task-forms = Fill in the questionnaire
task-forms-what = Fill in what your municipality does, or approve what a colleague filled in.
forms-title = Questionnaires of your municipality
forms-intro = Here your municipality fills in what it does against child abuse.
forms-none = There is no questionnaire for your municipality now. You will get a mail when a wave opens.
form-municipality = Municipality
form-until = Open until
form-state = State
form-state-filling = being filled in
form-state-submitted = waits for approval
form-state-approved = approved
