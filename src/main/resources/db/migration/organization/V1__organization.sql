create schema organization;
grant usage on schema organization to sunmao_app;

-- Identities: what never changes. The number is given once; paths are made of numbers.
create sequence organization.number;
grant usage on sequence organization.number to sunmao_app;

create table organization.organization (
    id             uuid    primary key,
    number         integer not null unique,
    version        integer not null default 0,
    established_on date    not null,
    ended_on       date    not null default 'infinity' check (established_on < ended_on)
);

-- Where each stood in the tree, by day: the one store of paths. No personal data, no policy.
create table organization.place (
    id         uuid not null references organization.organization,
    valid_from date not null,
    valid_to   date not null default 'infinity',
    valid      daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    parent     uuid references organization.organization,
    path       text collate "C" not null check (path ~ '^(/[0-9]+)+/$'),
    check (valid_from < valid_to),
    primary key (id, valid without overlaps)
);

create index place_by_path on organization.place (path) include (id, valid_from, valid_to);
create index place_now on organization.place (id) where valid_to = 'infinity';
create index place_children on organization.place (parent) where valid_to = 'infinity';

create view organization.place_published with (security_invoker = true) as
    select id, valid_from, valid_to, parent, path from organization.place;

-- What each was, by day.
create table organization.profile (
    id         uuid not null references organization.organization,
    valid_from date not null,
    valid_to   date not null default 'infinity',
    valid      daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    name       text not null check (length(name) between 1 and 200),
    kind       text not null,
    field      text not null,
    division   text,
    secretary  text,                            -- as text until posts are kept (issue of terms)
    officers   text,
    check (valid_from < valid_to),
    primary key (id, valid without overlaps)
);

create index profile_now on organization.profile (id) where valid_to = 'infinity';

-- The name of today, for anyone who knows the id, and for search: kept by the store.
create table organization.label (
    id     uuid primary key references organization.organization,
    name   text not null,
    kind   text not null
);

create index label_by_trigram on organization.label using gin (name public.gin_trgm_ops);

create view organization.label_published with (security_invoker = true) as
    select id, name, kind from organization.label;

-- Bodies: public bodies and units of every kind in which Party organizations are formed.
create table organization.body (
    id      uuid    primary key,
    version integer not null default 0
);

create table organization.body_profile (
    id         uuid not null references organization.body,
    valid_from date not null,
    valid_to   date not null default 'infinity',
    valid      daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    name       text not null check (length(name) between 1 and 200),
    kind       text not null,
    field      text not null,
    parent     uuid references organization.body,
    check (valid_from < valid_to),
    primary key (id, valid without overlaps)
);

create table organization.link (
    organization uuid not null references organization.organization,
    body         uuid not null references organization.body,
    valid_from   date not null,
    valid_to     date not null default 'infinity',
    valid        daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    check (valid_from < valid_to),
    primary key (organization, body, valid without overlaps)
);

-- No gap while an organization exists: what it was and where it stood cover its whole life.
-- As owner, with a fixed search_path: under a policy it would see only rows in scope and cry gap.
create function organization.refuse_gap() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    checked  uuid := case when tg_op = 'DELETE' then old.id else new.id end;
    lifetime datemultirange;
begin
    select datemultirange(daterange(established_on, ended_on)) into lifetime
    from organization.organization where id = checked;
    if (select range_agg(valid) from organization.profile where id = checked)
            is distinct from lifetime
        or (select range_agg(valid) from organization.place where id = checked)
            is distinct from lifetime then
        raise exception 'organization % has a gap in its profile or place', checked
            using errcode = '23514', constraint = 'organization_without_gap';
    end if;
    return null;
end $$;

create constraint trigger organization_without_gap
    after insert or update on organization.organization
    deferrable initially deferred for each row execute function organization.refuse_gap();
create constraint trigger profile_without_gap
    after update or delete on organization.profile
    deferrable initially deferred for each row execute function organization.refuse_gap();
create constraint trigger place_without_gap
    after update or delete on organization.place
    deferrable initially deferred for each row execute function organization.refuse_gap();

grant select, insert, update on organization.organization, organization.place,
    organization.profile, organization.label, organization.body, organization.body_profile,
    organization.link to sunmao_app;
grant select on organization.place_published, organization.label_published to sunmao_app;

-- The second lock (__root/V1): rows outside the scope of the transaction are not there.
alter table organization.profile enable row level security;
create policy scope on organization.profile using (
    (select scope.everything())
    or id in (select s.id from scope.organizations() s (id)));

alter table organization.link enable row level security;
create policy scope on organization.link using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
