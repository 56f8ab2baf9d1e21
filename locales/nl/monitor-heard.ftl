# Hoe kinderen en jongeren over een doel zijn gehoord.

heard-title = Kinderen en jongeren
heard-intro = Dit telt niet mee in de score. Het staat straks wel naast uw score.
heard-own-intro = Wat uw gemeente zelf vertelt. Het telt niet mee in de score. De eigen woorden leest alleen uw gemeente.
ask-heard = Zijn kinderen of jongeren over dit doel gehoord?
ask-heard-hint = Bij het maken of uitvoeren van uw beleid, sinds de vorige peiling.
ask-heard-how = Hoe zijn zij gehoord?
heard-how-gesprek = In gesprek met kinderen of jongeren
heard-how-raad = Via een panel, jongerenraad of kinderraad
heard-how-vragenlijst = Met de vragenlijst voor jongeren
heard-how-professionals = Via professionals die met hen werken
heard-how-anders = Anders
ask-heard-change = Wat is er daardoor veranderd?
form-check-heard = { $goal }: zijn kinderen of jongeren gehoord?
heard-yes = Gehoord.
heard-yes-how = Gehoord: { $ways }.
heard-no = Niet gehoord.
heard-changed = Wat daardoor veranderde: { $change }
heard-count = Van de { $n } gemeenten die dit invulden, hoorden { $yes } kinderen of jongeren over dit doel.
column-heard = Kinderen gehoord
table-heard = Kinderen en jongeren gehoord, per doel
