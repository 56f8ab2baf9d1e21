-- Who closed a question, as a municipality or as coordinator: they may open it again. Before this step only who asked is known.
alter table threads add column closed_for text collate "C";
