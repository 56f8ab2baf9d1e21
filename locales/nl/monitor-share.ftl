# Eén doel delen met iemand zonder account.

shares-title = Doelen delen
shares-intro = Laat een collega of partner één doel invullen, zonder account. U maakt een link voor dat ene doel. Wie de link heeft, ziet alleen dat doel en kan niets insturen.
shares-now = Wie een link heeft
shares-none = U hebt nog geen doel gedeeld.
share-goal-link = Laat iemand anders dit doel invullen
share-about = Gemaakt door { $name } op { $at }.
share-used = Laatst gebruikt op { $at }.
share-never-used = Nog niet gebruikt.
share-state-open = Werkt tot en met { $day }
share-state-ended = Gestopt
share-state-over = Werkt niet meer: de laatste dag is voorbij, of de vragenlijst is dicht
share-end = Link stoppen
share-new = Maak een link
share-goal = Welk doel?
share-name = Voor wie?
share-name-hint = Naam, of organisatie en functie. Deze naam staat straks bij wat die persoon invult.
share-last-day = Tot en met welke dag?
share-last-day-hint = Niet later dan de laatste dag van de peiling. Stuurt u de vragenlijst in, dan stopt de link ook.
share-email = E-mailadres
share-email-hint = Vult u dit in, dan mailen wij de link. Wij bewaren het adres niet bij de link.
share-make = Maak de link
share-made-title = De link staat klaar
share-made-intro = Voor { $name }, tot en met { $day }: { $goal }. Wie deze link heeft, kan dit ene doel lezen en invullen.
share-made-once = U ziet deze link maar één keer. Kopieer hem nu. Bent u hem kwijt? Stop hem dan en maak een nieuwe.
share-made-mailed = Wij mailen de link naar { $email }.
share-made-done = Klaar
share-by = { $name } (gedeeld)
share-filled = { $n ->
    [one] { $name } gaf hier één antwoord.
   *[other] { $name } gaf hier { $n } antwoorden.
}
form-version-by = door { $name }
share-description = Eén doel invullen
share-intro = Gemeente { $municipality } vraagt u dit doel in te vullen, tot en met { $day }. Alles wordt bewaard, en de gemeente ziet het meteen. Bent u klaar, kies dan onderaan ‘Ik ben klaar’: dat ziet de gemeente. Daarna kunt u nog verder. Vul geen gegevens van kinderen of ouders in.
share-over-title = Deze link werkt niet meer
share-over-text = De link is gestopt, de laatste dag is voorbij, of de vragenlijst is ingestuurd. Wat u eerder invulde, is bewaard. Vraag wie u de link gaf om een nieuwe.
done-share-ended = De link werkt niet meer. Wat is ingevuld, blijft staan.
finding-share-goal = Kies een doel.
finding-share-name = Schrijf voor wie de link is, met hoogstens { $most } tekens.
finding-share-last-day = Kies een dag van vandaag tot en met de laatste dag van de peiling.
finding-share-email = Dit is geen e-mailadres. Kijk het na, of laat het leeg.
finding-share-many = Er werken al { $most } links. Stop er eerst een.
finding-share-busy = Er kwam te veel tegelijk binnen. Wacht een uur en probeer het dan opnieuw.
finding-share-over = Niet opgeslagen: deze link werkt niet meer. Vraag wie u de link gaf om een nieuwe.
letter-share-subject = { $municipality } vraagt u een doel in te vullen
letter-share-why = Beste { $name }, gemeente { $municipality } vult { $wave } in, over het voorkomen van kindermishandeling, en vraagt u om één doel in te vullen: { $goal }.
letter-share-what = U hebt geen account nodig. Alles wordt bewaard, en u kunt altijd stoppen en later verdergaan, tot en met { $day }.
letter-share-link = Vul het doel in
letter-share-after = Stuur deze link niet door: wie hem heeft, kan dit doel invullen. Kent u de gemeente niet? Gooi deze mail dan weg.
audit-kind-form-shared = Doel van een vragenlijst gedeeld
audit-kind-form-share-ended = Gedeelde link gestopt
audit-kind-form-share-used = Gedeelde link voor het eerst gebruikt
share-ready = Ik ben klaar
share-ready-at = Klaar, gemeld op { $at }.
done-share-ready = Opgeslagen. De gemeente ziet dat u klaar bent. U kunt nog verder, zo lang de link werkt.
audit-kind-form-share-ready = Gedeelde link: klaar gemeld
