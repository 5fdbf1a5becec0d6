-- Divisions are found by any part of the name, and opened level by level.
create index division_by_trigram on code.division using gin (name public.gin_trgm_ops);
create index division_children on code.division (parent);
