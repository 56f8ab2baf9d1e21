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
done-run-made = De peiling is gepland. Er is nog niemand uitgenodigd.
done-run-changed = Het plan is veranderd.
done-run-not-draft = Deze peiling is al begonnen. Het plan kan niet meer veranderen.
run-trial-notice = Proef.
run-trial-text = Deze peiling is om uit te proberen. Wat gemeenten invullen, telt niet als antwoord.

## Het plan

run-change = Plan wijzigen
run-plan-intro = Leg vast wat u vraagt, aan wie en wanneer. Bij opslaan krijgt nog niemand een mail. Tot u de peiling opent, kunt u alles hieronder nog veranderen.
run-part-name = Naam
run-part-asked = Wat u vraagt, en wanneer
run-part-invited = Wie u uitnodigt
run-field-id = Naam in adressen
run-field-id-hint = Begin met het jaar. Gebruik kleine letters, cijfers en streepjes, zoals 2027 of 2027-proef. Deze naam kan later niet veranderen.
run-field-title-nl = Titel in het Nederlands
run-field-title-en = Titel in het Engels
run-field-trial = Dit is een proef
run-field-trial-hint = Mails gaan echt weg, maar overal staat dat het een proef is, en de antwoorden worden nooit vergeleken met echte.
run-field-questionnaire = Vragenlijst
run-field-rule = Rekenregel
run-field-rule-hint = De regel waarmee antwoorden punten krijgen. Elke peiling houdt haar eigen regel.
run-field-opens = Eerste dag van invullen
run-field-closes = Laatste dag van invullen
run-field-closes-hint = Eén gemeente kunt u later langer de tijd geven.
run-field-four-eyes = Een tweede persoon keurt goed
run-field-four-eyes-hint = Vier ogen: wie de vragenlijst indient, kan haar niet zelf goedkeuren. Staat dit uit, dan telt de vragenlijst zodra zij is ingediend.
run-field-reference = Peildatum van gemeenten
run-field-reference-hint = De gemeenten die er op deze dag zijn. Meestal 1 januari van het jaar van de peiling.
run-field-invited = Wie krijgt een uitnodiging?
run-invited-all = Alle gemeenten van de peildatum
run-invited-chosen = Alleen deze gemeenten
run-field-chosen = Gekozen gemeenten
run-field-chosen-hint = Namen of codes, elk op een eigen regel of met komma’s ertussen. Alleen als u hierboven niet alle gemeenten kiest.
run-field-reminders = Hoogste aantal herinneringen
run-field-reminders-hint = Een cijfer van 0 tot en met 5. Een gemeente krijgt er nooit meer, en nooit twee binnen drie dagen.
run-version = { $title } (versie { $n })

finding-run-id = Begin met een jaar vanaf 2000. Gebruik verder alleen kleine letters, cijfers en streepjes, samen niet meer dan 40 tekens.
finding-run-taken = Er is al een peiling met de naam { $id }. Kies een andere naam.
finding-run-title = Vul een titel in van niet meer dan { $most } tekens.
finding-run-questionnaire = Kies een vragenlijst.
finding-run-rule = Kies een rekenregel.
finding-run-period = De laatste dag ligt voor de eerste. Verander een van de twee.
finding-run-reminders = Vul een cijfer in van 0 tot en met { $most }.
finding-run-reference = Van sommige gemeenten van die dag is niet bekend hoe groot zij waren. Kies een dag vanaf 1 januari 2023.
finding-run-municipality = ‘{ $found }’ is geen gemeente op de peildatum, of kan er meer dan één zijn. Vul de hele naam in, of de code, zoals GM0344.
finding-run-municipality-not-then = { $name } was er niet op de peildatum. { $ended ->
    [yes] De gemeente ging op in { $into }. Vul die in.
   *[no] Kies een andere peildatum, of haal deze gemeente weg.
}
finding-run-nobody = Vul minstens één gemeente in, of kies alle gemeenten.
finding-run-state = Dat kan nu niet meer: de peiling is intussen verder. Bekijk hoe zij ervoor staat.
finding-run-over = De laatste dag van invullen is al voorbij. Verander eerst het plan.
finding-run-nothing-approved = Er is nog geen goedgekeurde vragenlijst. Zonder antwoorden is er niets te publiceren.
finding-run-no-reason = Schrijf waarom. Iedereen kan dat lezen.
finding-run-extension = Kies een dag die later is dan de laatste dag van de peiling, en niet voorbij.
finding-run-because = Schrijf waarom, in niet meer dan 500 tekens.

## De pagina van een peiling

done-run-removed = Het plan is verwijderd.
done-run-opened = De peiling is open. De uitnodigingen gaan nu weg. Zonder mailserver wachten zij bij Beheer.
done-run-reminded = De herinneringen gaan nu weg. Zonder mailserver wachten zij bij Beheer.
done-run-reminded-nobody = Er is geen herinnering verstuurd: intussen mag niemand er meer een krijgen.
done-run-closed = De peiling is gesloten. Niemand kan nog iets invullen.
done-run-published = De peiling is gepubliceerd. Iedereen kan haar bekijken.
done-run-withdrawn = De peiling is ingetrokken. Wie haar zoekt, leest uw reden.
done-run-extended = De gemeente heeft langer de tijd.
run-since = De peiling is { $state }, sinds { $moment }.
run-back = Terug naar de peiling
run-next = De volgende stap
run-others = Wat u nog meer kunt doen
run-plan = Het plan
run-public = Bekijk de publicatie
run-next-open = Klopt het plan? Open dan de peiling. U ziet eerst wie een mail krijgt.
run-next-over = De laatste dag van dit plan is al voorbij. Verander eerst het plan.
run-next-wait = De uitnodigingen zijn weg. Gemeenten kunnen invullen vanaf { $day }.
run-next-remind = Er zijn gemeenten die nog niet klaar zijn en een herinnering mogen krijgen. U ziet eerst welke.
run-next-follow = Gemeenten vullen in. U hoeft nu niets te doen: volg hieronder wie klaar is.
run-next-close = Voor alle gemeenten is de laatste dag voorbij. U kunt de peiling sluiten.
run-next-all-done = Alle gemeenten zijn klaar. U kunt de peiling sluiten.
run-next-publish = Er wordt niet meer ingevuld. U ziet eerst wat er openbaar wordt.
run-next-published = Iedereen kan de uitkomsten bekijken, met het landelijke rapport erbij.
run-next-again = De peiling is niet meer te zien. De vragenlijsten zijn er nog: u kunt opnieuw publiceren.
run-withdrawn-because = Reden van intrekken: { $because }
run-invited = Uitgenodigd
run-invited-count = { $n ->
    [one] één gemeente ({ $whom })
   *[other] { $n } gemeenten ({ $whom })
}
run-whom-all = alle van de peildatum
run-whom-chosen = gekozen
run-changed-title = Nieuwe en veranderde gemeenten
run-changed-none = Sinds { $wave } (peildatum { $day }) is geen van deze gemeenten zo veranderd dat haar cijfers niet meer te vergelijken zijn.
run-changed-since = { $n ->
    [one] Eén gemeente is niet meer dezelfde als bij { $wave } (peildatum { $day }). Haar nieuwe cijfers zijn niet rechtstreeks te vergelijken.
   *[other] { $n } gemeenten zijn niet meer dezelfde als bij { $wave } (peildatum { $day }). Hun nieuwe cijfers zijn niet rechtstreeks te vergelijken.
}
run-changed-list = Welke, en waarom

## Respons

progress-not-begun = niet begonnen
progress-busy = wordt ingevuld
progress-submitted = wacht op goedkeuring
progress-approved = klaar
run-response = Respons
run-response-none = Geen gemeente van uw regio is uitgenodigd.
run-response-bars = De balk is het deel van de uitgenodigde gemeenten dat klaar is, het streepje is dat van alle gemeenten samen.
run-response-region = U ziet de gemeenten van uw eigen regio.
run-response-show = Bekijk de cijfers
run-by-class = Naar grootte
run-by-province = Naar provincie
run-by-region = Naar Veilig Thuis-regio
run-size-unknown = grootte onbekend
run-representative = Grootste afwijking: { $points } procentpunt. Van de uitgenodigde gemeenten heeft { $invited } deze grootte: { $class }. Van de gemeenten die klaar zijn, is dat { $approved }.
run-representative-even = Grootste afwijking: 0 procentpunt. De gemeenten die klaar zijn, lijken in grootte op alle uitgenodigde gemeenten.
run-representative-what = Dit getal zegt hoe goed de gemeenten die klaar zijn, in grootte lijken op alle uitgenodigde gemeenten. Hoe dichter bij 0, hoe beter.
run-list-title = Gemeenten en hun stand
run-list-intro = Hoe ver elke gemeente is, en tot wanneer zij kan invullen.
run-list-filter = Toon:
run-list-all = alle ({ $n })
run-list-count = { $n ->
    [one] Eén gemeente
   *[other] { $n } gemeenten
}
run-list-none = Geen gemeente past hierbij.
run-mailed = Mail
run-mailed-none = geen: er was niemand
run-mailed-invited = uitgenodigd
run-mailed-reminded = { $n ->
    [one] één keer herinnerd
   *[other] { $n } keer herinnerd
}
run-until-extended = { $day } (verlengd)
run-extend-column = Verlengen
run-extend-link = Geef langer
run-extend-title = Langer de tijd voor { $name }
run-extend-now = { $name } kan nu invullen tot en met { $day }.
run-extend-until = Nieuwe laatste dag
run-extend-because-hint = Bijvoorbeeld: de gemeente vroeg uitstel vanwege ziekte. Schrijf geen namen van mensen op.
run-extend-button = Geef langer de tijd
run-because = Reden

## De stappen

run-open-title = Peiling openen
run-open-intro = Bij openen krijgen de uitgenodigde gemeenten een vragenlijst en een mail. Dat is niet terug te draaien.
run-open-forms = { $n ->
    [one] Eén gemeente krijgt een vragenlijst.
   *[other] { $n } gemeenten krijgen een vragenlijst.
}
run-open-mails = { $n ->
    [0] Niemand krijgt een mail: bij geen enkele gemeente is er iemand die mag invullen of goedkeuren.
    [one] Eén persoon krijgt een mail.
   *[other] Er gaan { $n } mails weg, aan mensen die mogen invullen of goedkeuren bij { $municipalities ->
        [one] één gemeente
       *[other] { $municipalities } gemeenten
    }.
}
run-open-nobody = { $n ->
    [one] Bij één gemeente is er niemand die een mail kan krijgen
   *[other] Bij { $n } gemeenten is er niemand die een mail kan krijgen
}
run-open-period = Invullen kan in deze periode: { $period }.
run-open-plan = Het plan kan daarna niet meer veranderen.
run-open-button = Open de peiling en verstuur de mails
run-mail-look = Bekijk de mails
run-mail-title = De mails
run-mail-intro = Zo gaan de mails weg, elk in de taal van de ontvanger. De gemeente in dit voorbeeld is { $municipality }.
run-mail-invitation = Uitnodiging, bij het openen
run-mail-reminder = Herinnering, aan wie mag invullen of goedkeuren
run-mail-approval = Herinnering als alleen goedkeuring nog ontbreekt, aan wie mag goedkeuren
run-remind-title = Herinnering versturen
run-remind-intro = Alleen gemeenten die nog niet klaar zijn, krijgen een herinnering.
run-remind-mails = { $n ->
    [one] Er gaat één mail weg.
   *[other] Er gaan { $n } mails weg, aan mensen bij { $municipalities ->
        [one] één gemeente
       *[other] { $municipalities } gemeenten
    }.
}
run-remind-nobody = Nu mag niemand een herinnering krijgen: iedereen is klaar, had er al genoeg, kreeg pas nog een mail, of is niet te bereiken.
run-remind-whom = { $n ->
    [one] Eén gemeente krijgt de herinnering
   *[other] { $n } gemeenten krijgen de herinnering
}
run-remind-button = Verstuur de herinnering
run-no-reminder-approved = { $n ->
    [one] Eén gemeente is al klaar en krijgt niets.
   *[other] { $n } gemeenten zijn al klaar en krijgen niets.
}
run-no-reminder-not-now = { $n ->
    [one] Eén gemeente kan nu niet invullen en krijgt niets.
   *[other] { $n } gemeenten kunnen nu niet invullen en krijgen niets.
}
run-no-reminder-enough = { $n ->
    [one] Eén gemeente had al zoveel herinneringen als gepland en krijgt niets.
   *[other] { $n } gemeenten hadden al zoveel herinneringen als gepland en krijgen niets.
}
run-no-reminder-too-soon = { $n ->
    [one] Eén gemeente kreeg in de laatste drie dagen al een mail en krijgt nu niets.
   *[other] { $n } gemeenten kregen in de laatste drie dagen al een mail en krijgen nu niets.
}
run-close-title = Peiling sluiten
run-close-intro = Na het sluiten kan geen gemeente nog invullen of goedkeuren. Dat is niet terug te draaien.
run-close-done = { $n } van { $all } gemeenten zijn klaar. Hun antwoorden tellen mee.
run-close-rest = Wat niet is goedgekeurd, telt niet mee.
run-close-submitted = { $n ->
    [one] Eén gemeente wacht op goedkeuring
   *[other] { $n } gemeenten wachten op goedkeuring
}
run-close-busy = { $n ->
    [one] Eén gemeente is nog aan het invullen
   *[other] { $n } gemeenten zijn nog aan het invullen
}
run-close-not-begun = { $n ->
    [one] Eén gemeente is niet begonnen
   *[other] { $n } gemeenten zijn niet begonnen
}
run-close-button = Sluit de peiling
run-publish-title = Peiling publiceren
run-publish-intro = Na het publiceren kan iedereen de uitkomsten bekijken.
run-publish-answers = De antwoorden van { $n } van { $all } gemeenten worden openbaar, opgeteld en per groep.
run-publish-named = { $n ->
    [0] Geen gemeente gaf toestemming om haar score met naam te tonen.
    [one] Van één gemeente is ook de eigen score met naam te zien. Zij gaf daar toestemming voor.
   *[other] Van { $n } gemeenten is ook de eigen score met naam te zien. Zij gaven daar toestemming voor.
}
run-publish-unnamed = { $n ->
    [0] Er zijn geen gemeenten zonder toestemming.
    [one] Van één gemeente is alleen te zien dat zij meedeed.
   *[other] Van { $n } gemeenten is alleen te zien dat zij meededen.
}
run-publish-report = Het landelijke rapport is er dan ook, als PDF, als tabellen en als JSON.
run-publish-withdraw = U kunt de publicatie later intrekken, met een reden die iedereen leest.
run-publish-names = { $n ->
    [one] Deze gemeente staat er met naam
   *[other] Deze { $n } gemeenten staan er met naam
}
run-publish-button = Publiceer de peiling
run-withdraw-title = Publicatie intrekken
run-withdraw-intro = De uitkomsten verdwijnen van alle openbare pagina’s. Op hun plaats staat uw reden.
run-withdraw-gone = Wie een rapport al heeft gedownload, houdt het.
run-withdraw-kept = De vragenlijsten blijven bewaard. U kunt later opnieuw publiceren.
run-withdraw-because-hint = Iedereen kan dit lezen. Schrijf op wat er mis was, zonder namen van mensen.
run-withdraw-button = Trek de publicatie in
run-remove-title = Plan verwijderen
run-remove-intro = Het plan van deze peiling verdwijnt. Er is nog niemand uitgenodigd.
run-remove-button = Verwijder het plan
withdrawn-title = Deze peiling is ingetrokken
withdrawn-intro = De uitkomsten van { $wave } zijn op { $day } ingetrokken door de onderzoekers.
withdrawn-because = De reden:
withdrawn-home = Naar de nieuwste uitkomsten

## De mails

letter-wave-invitation-subject = Uitnodiging: { $wave }, voor { $municipality }
letter-wave-invitation-why = { $municipality } is uitgenodigd voor { $wave }. Uw gemeente vertelt daarin wat zij doet om kindermishandeling te voorkomen.
letter-wave-invitation-what = U kunt invullen van { $first } tot en met { $last }. U kunt stoppen en later verdergaan, en samen met collega’s invullen. Alles wat u invult, wordt meteen bewaard.
letter-wave-invitation-link = Naar de vragenlijst van { $municipality }
letter-wave-reminder-subject = Herinnering: { $wave }, voor { $municipality }
letter-wave-reminder-why = De vragenlijst van { $municipality } voor { $wave } is nog niet klaar.
letter-wave-reminder-what = U kunt invullen tot en met { $last }. Wat u al invulde, staat er nog.
letter-wave-reminder-link = Verder met de vragenlijst van { $municipality }
letter-wave-approval-subject = Wacht op uw goedkeuring: { $wave }, voor { $municipality }
letter-wave-approval-why = De vragenlijst van { $municipality } voor { $wave } is ingevuld, en wacht op goedkeuring.
letter-wave-approval-what = Goedkeuren kan tot en met { $last }. Zonder goedkeuring tellen de antwoorden niet mee.
letter-wave-approval-link = Bekijk de vragenlijst van { $municipality } en keur goed
letter-wave-trial = Dit is een proef. De antwoorden worden niet gebruikt.
letter-wave-trial-subject = Proef. { $subject }
letter-wave-after = U krijgt deze mail omdat u in Zicht mag invullen of goedkeuren voor { $municipality }.
field-opens = Eerste dag
field-closes = Laatste dag
field-reference = Peildatum
run-state-read-in = gepubliceerd, ingelezen
