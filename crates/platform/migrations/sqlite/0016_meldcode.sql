-- How often an outcome of the meldcode or the sharing guide came about. Counts only: nothing of a case is kept.
create table meldcode_uses (
    month   text not null,
    region  text not null,
    sector  text not null,
    subject text not null,
    outcome text not null,
    uses    integer not null,
    primary key (month, region, sector, subject, outcome)
) strict;
