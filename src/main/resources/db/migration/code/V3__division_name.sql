-- Rosters name divisions by their whole names.
create index division_by_name on code.division (name);
