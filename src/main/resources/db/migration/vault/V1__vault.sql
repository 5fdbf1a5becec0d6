create schema vault;
grant usage on schema vault to sunmao_app;

-- What the keys make of a fixed text: tells whether they are those this database was sealed with.
create table vault.key_check (
    indexed bytea primary key
);

create unique index key_check_is_one on vault.key_check ((true));

grant select, insert on vault.key_check to sunmao_app;
