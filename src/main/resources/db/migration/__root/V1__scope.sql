create schema scope;
grant usage on schema scope to sunmao_app;

-- The scope of a transaction: the settings sunmao.*, made once at its start by set_config(…, true)
-- and gone with it. On a pooled connection a setting falls back to '', so '' counts as unset, and
-- a transaction that states no scope sees no protected row at all.
create function scope.everything() returns boolean language sql stable
    return nullif(current_setting('sunmao.everything', true), '') = 'on';
create function scope.lo() returns text language sql stable
    return nullif(current_setting('sunmao.lo', true), '');
create function scope.hi() returns text language sql stable
    return nullif(current_setting('sunmao.hi', true), '');
create function scope.day() returns date language sql stable
    return nullif(current_setting('sunmao.day', true), '')::date;
create function scope.subject() returns uuid language sql stable
    return nullif(current_setting('sunmao.subject', true), '')::uuid;

-- The organizations whose rows the transaction may touch: every policy asks this one function.
-- Its body reads what module organization publishes, which exists only after that module's V1.
set local check_function_bodies = off;
create function scope.organizations() returns setof uuid language sql stable as $$
    select p.id from organization.place_published p
    where p.path >= (select scope.lo()) collate "C"
      and p.path < (select scope.hi()) collate "C"
      and p.valid_from <= (select scope.day())
      and p.valid_to > (select scope.day())
$$;
