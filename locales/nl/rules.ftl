# Beslistabellen: grondslag en zekerheid, bevindingen, opdrachten en de bladzijden voor wie de regels onderhoudt.

law-certainty-source = in een brondocument
law-certainty-found = gezien in openbaar materiaal
law-certainty-high = vakkennis: zeker
law-certainty-middle = vakkennis: redelijk zeker, laat een jurist meekijken
law-certainty-low = vakkennis: onzeker, laat een jurist meekijken
law-date-seen = Vanaf { $date }. Waar gezien: { $seen }.
