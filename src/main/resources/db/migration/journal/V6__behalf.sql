-- Who acts as a deputy for another leaves both names (ACC-12). What stood before was done in one's own right.
alter table journal.entry add column behalf uuid;
