# Wat er mis kan zijn met een tabelbestand (CSV of XLSX) dat iemand aanlevert.

finding-file-missing = Dit bestand bestaat niet. Controleer de naam en de map. Er is niets opgeslagen.
finding-file-unreadable = Dit bestand kan niet gelezen worden ({ $reason }). Is het beschadigd of nog ergens geopend? Bewaar het opnieuw en lever het nog eens aan. Er is niets opgeslagen.
finding-file-empty = Dit bestand is leeg. Er moet een regel met kolomnamen in staan en daaronder de gegevens. Er is niets opgeslagen.
finding-file-binary = Dit is geen tekstbestand. Bewaar de tabel als CSV (UTF-8) of als XLSX en lever die aan. Er is niets opgeslagen.
finding-file-encoding = Dit bestand is bewaard als { $found }. Bewaar het als CSV in UTF-8 en lever het opnieuw aan. Er is niets opgeslagen.
finding-file-truncated = Dit bestand is niet compleet: hier breekt het af, of een aanhalingsteken wordt niet gesloten. Maak of download het bestand opnieuw. Er is niets opgeslagen.
finding-row-too-long = Deze regel is langer dan { $limit } bytes. Staat er een aanhalingsteken dat niet gesloten wordt, of ontbreken de regeleinden? Verbeter de regel en lever het bestand opnieuw aan. Er is niets opgeslagen.
finding-row-width = Deze regel heeft { $found } kolommen, de kopregel { $expected }. Controleer of een waarde met een komma of puntkomma tussen aanhalingstekens staat. Er is niets opgeslagen.
finding-row-encoding = In deze regel staan letters die niet te lezen zijn. Bewaar het hele bestand als CSV in UTF-8. Er is niets opgeslagen.
finding-row-control = In deze regel staat een onzichtbaar teken (code { $character }). Haal het weg of typ de waarde opnieuw. Er is niets opgeslagen.
finding-sheet-macros = Deze werkmap kan macro's bevatten. Die nemen wij niet aan. Bewaar hem als gewone XLSX of als CSV. Er is niets opgeslagen.
finding-sheet-old = Dit is een oud Excel-bestand (XLS) of een werkmap met een wachtwoord. Bewaar hem als XLSX zonder wachtwoord, of als CSV. Er is niets opgeslagen.
finding-sheet-other = Dit is geen XLSX-werkmap ({ $found }). Bewaar de tabel als XLSX of als CSV. Er is niets opgeslagen.
finding-sheet-too-large = Deze werkmap is uitgepakt te groot (meer dan { $limit } bytes). Bewaar alleen het blad met gegevens, of lever een CSV aan. Er is niets opgeslagen.
finding-sheet-none = Het blad { $sheet } staat niet in deze werkmap. Zichtbare bladen: { $found }. Kies een van deze, of geef het blad de juiste naam. Er is niets opgeslagen.
