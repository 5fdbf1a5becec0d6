-- How many duties of each organization stand how, by declaration: moved in the transaction that
-- moves a duty, never told by anybody. Those of a subtree are added up over its places of the day,
-- so a move of the tree touches nothing here.
create schema tally;
grant usage on schema tally to sunmao_app;

create table tally.standing (
    organization uuid   not null,
    name         text   not null,               -- of the declaration
    state        text   not null,
    light        text   not null,
    n            bigint not null,               -- a row at 0 is taken away
    primary key (organization, name, state, light)
) with (fillfactor = 80);

-- Where the exceptions are: what a board shows is little of what there is.
create index standing_exceptional on tally.standing (organization)
    where state in ('late', 'contested') or light in ('yellow', 'red');

grant select, insert, update, delete on tally.standing to sunmao_app;

alter table tally.standing enable row level security;
create policy scope on tally.standing using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
