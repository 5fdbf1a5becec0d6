-- The young talent pool (青年人才库, R-CD-03): whom a township accompanies, with their own agreement. How far
-- somebody has come is not kept here: it follows from their case.
create table admission.talent (
    id              uuid        primary key,
    version         integer     not null default 1,
    organization    uuid        not null,       -- the branch in whose area they live or work
    name            text        not null check (length(name) between 1 and 60),
    sex             text        not null,       -- GB/T 2261.1
    born_on         date        not null,
    education       text,                       -- GB/T 4658
    mobile          bytea,                      -- sealed
    work            text        check (length(work) between 1 and 200),
    recommended_by  text        check (length(recommended_by) between 1 and 100),
    agreed_on       date        not null,       -- the day they agreed to be listed
    listed_on       date        not null,
    left_on         date,
    left_reason     text        check (left_reason in ('withdrew', 'moved', 'grown-out', 'other')),
    admission       uuid        references admission.admission on delete set null, -- what began from it
    entered_by      uuid        not null,
    entered_name    text        not null,
    entered_at      timestamptz not null,
    check (agreed_on >= born_on),
    check (listed_on >= agreed_on),
    check ((left_on is null) = (left_reason is null)),
    check (left_on >= listed_on)
);
create index talent_of_organization on admission.talent (organization, id);
create index talent_of_admission on admission.talent (admission) where admission is not null;
create index talent_gone on admission.talent (left_on) where left_on is not null;
-- Nobody is listed twice in one place.
create unique index talent_once on admission.talent (organization, name, sex, born_on)
    where left_on is null;

-- Whoever withdraws is erased at once, whoever left otherwise after a year (PRV-06).
grant select, insert, update, delete on admission.talent to sunmao_app;

alter table admission.talent enable row level security;
create policy scope on admission.talent using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

-- How far a case has come, wherever it is now: who was accompanied here may have moved on to another branch,
-- and counts here all the same. As owner; it tells nothing else of the case.
create function admission.stage_of(which uuid) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.stage from admission.admission a where a.id = which
$$;
