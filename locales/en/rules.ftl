# Decision tables: ground and certainty, findings, commands, and the pages for who keeps the rules.

law-certainty-source = in a source document
law-certainty-found = seen in public material
law-certainty-high = knowledge of the field: certain
law-certainty-middle = knowledge of the field: fairly certain, ask a lawyer to look
law-certainty-low = knowledge of the field: uncertain, ask a lawyer to look
law-date-seen = From { $date }. Where seen: { $seen }.
