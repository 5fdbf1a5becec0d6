-- Both registers become editable, and each body belongs to the Party organization in whose charge
-- it lies (归口党组织): that is its scope.
alter table organization.profile add column branch_class text;

alter table organization.body_profile
    add column organization uuid references organization.organization,
    add column credit_code text collate "C" check (credit_code ~ '^[0-9A-Z]{18}$'),
    add column headcount integer check (headcount >= 0),
    add column division text;

-- In charge of a body that is there already: the organization formed in it, the first that was
-- made; else that of the body above it; else the top.
update organization.body_profile b set organization = k.organization
from (select distinct on (body) body, organization from organization.link
      order by body, valid_to desc, organization) k
where k.body = b.id;

do $$
begin
    loop
        update organization.body_profile b set organization = a.organization
        from organization.body_profile a
        where b.organization is null and a.id = b.parent and a.organization is not null
            and a.valid_to = 'infinity';
        exit when not found;
    end loop;
end $$;

update organization.body_profile set organization = (
    select id from organization.place where parent is null and valid_to = 'infinity'
    order by id limit 1)
where organization is null;

alter table organization.body_profile alter column organization set not null;

create index body_profile_children on organization.body_profile (parent)
    where valid_to = 'infinity';
create index body_profile_of_organization on organization.body_profile (organization)
    where valid_to = 'infinity';
create unique index body_profile_by_code on organization.body_profile (credit_code)
    where valid_to = 'infinity';
create index link_of_body on organization.link (body) where valid_to = 'infinity';

-- Name and place of a body today, for anyone who knows the id, and for search: no personal data.
create table organization.body_label (
    id     uuid primary key references organization.body,
    name   text not null,
    kind   text not null,
    field  text not null,
    parent uuid references organization.body check (parent <> id)
);

insert into organization.body_label (id, name, kind, field, parent)
    select id, name, kind, field, parent from organization.body_profile
    where valid_to = 'infinity';

create index body_label_by_trigram on organization.body_label using gin (name public.gin_trgm_ops);

-- A body is known without a gap from its first day on; as owner for the reason given in V1.
create function organization.refuse_gap_of_body() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    checked uuid := case when tg_op = 'DELETE' then old.id else new.id end;
    covered datemultirange;
begin
    select range_agg(valid) into covered from organization.body_profile where id = checked;
    if covered is null or covered <> datemultirange(daterange(lower(covered), 'infinity')) then
        raise exception 'body % has a gap in its profile', checked
            using errcode = '23514', constraint = 'body_without_gap';
    end if;
    return null;
end $$;

create constraint trigger body_without_gap
    after insert or update on organization.body
    deferrable initially deferred for each row execute function organization.refuse_gap_of_body();
create constraint trigger body_profile_without_gap
    after update or delete on organization.body_profile
    deferrable initially deferred for each row execute function organization.refuse_gap_of_body();

-- A change on the first day of a row writes it anew; a link made and taken back on one day was none.
grant delete on organization.profile, organization.body_profile, organization.link to sunmao_app;
grant select, insert, update on organization.body_label to sunmao_app;

alter table organization.body_profile enable row level security;
create policy scope on organization.body_profile using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

-- Whoever sees a body sees which organizations are formed in it, also those of others.
create policy of_body on organization.link for select using (
    (select scope.everything())
    or body in (select f.id from organization.body_profile f where f.valid_to = 'infinity'));
