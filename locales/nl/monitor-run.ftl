# Een peiling houden: plannen, uitnodigen, volgen, sluiten en publiceren.

nav-waves = Peilingen
task-waves = Peilingen houden
task-waves-what = Plan een peiling, nodig gemeenten uit, volg wie antwoordt en publiceer.
task-response = De respons volgen
task-response-what = Zie hoeveel gemeenten in uw regio al klaar zijn.
runs-title = Peilingen
runs-intro = Een peiling gaat van plan naar uitnodiging, invullen, sluiten en publiceren.
runs-none = Er is nog geen peiling gepland.
run-new = Nieuwe peiling
run-title = Peiling
run-period = Invullen
run-state = Stand
run-state-draft = in voorbereiding
run-state-open = open
run-state-closed = gesloten
run-state-published = gepubliceerd
run-state-withdrawn = ingetrokken
