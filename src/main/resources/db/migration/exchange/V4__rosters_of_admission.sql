-- Histories of admission come in as rosters, too.
alter table exchange.import
    drop constraint import_kind_check,
    add constraint import_kind_check
        check (kind in ('organization', 'body', 'member', 'officer', 'admission'));
