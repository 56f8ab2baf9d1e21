# Invullen, goedkeuren en terugkijken door een gemeente.

nav-forms = Vragenlijst
task-forms = De vragenlijst invullen
task-forms-what = Vul in wat uw gemeente doet, of keur goed wat een collega heeft ingevuld.
forms-title = Vragenlijsten van uw gemeente
forms-intro = Hier vult uw gemeente in wat zij doet tegen kindermishandeling.
forms-none = Er is nu geen vragenlijst voor uw gemeente. U krijgt een mail als er een peiling opengaat.
form-municipality = Gemeente
form-until = Invullen tot en met
form-state = Stand
form-state-filling = wordt ingevuld
form-state-submitted = wacht op goedkeuring
form-state-approved = goedgekeurd
