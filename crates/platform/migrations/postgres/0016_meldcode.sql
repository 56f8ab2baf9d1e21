-- How often an outcome of the meldcode or the sharing guide came about. Counts only: nothing of a case is kept.
create table meldcode_uses (
    month   text collate "C" not null,
    region  text collate "C" not null,
    sector  text collate "C" not null,
    subject text collate "C" not null,
    outcome text collate "C" not null,
    uses    bigint not null,
    primary key (month, region, sector, subject, outcome)
);
