-- Admission of members (发展党员): whose way it is, how far it has come, each step as it was taken, and what
-- was said of a date that broke a rule.
create schema admission;
grant usage on schema admission to sunmao_app;

-- One way of one person. Who became a member has the same id on the register of members.
create table admission.admission (
    id              uuid        primary key,
    version         integer     not null default 1,
    organization    uuid        not null,       -- the branch
    person          uuid        not null,
    kind            text        not null check (kind in ('normal', 'direct', 'posthumous', 'entered')),
    name            text        not null check (length(name) between 1 and 60),
    sex             text        not null,       -- GB/T 2261.1
    nation          text,                       -- GB/T 3304
    born_on         date        not null,
    citizen_number  bytea,                      -- sealed; GB 11643
    citizen_number_index bytea,
    mobile          bytea,                      -- sealed
    education       text,                       -- GB/T 4658
    job_post        text,
    applied_on      date        not null,
    stage           text        not null check (stage in (
        'applicant', 'activist-to-file', 'activist', 'object-to-file', 'object', 'pre-examined',
        'accepted', 'probationer', 'extended', 'decided', 'member', 'archived', 'cancelled', 'ended')),
    state           jsonb       not null,       -- the stage with its days, as the process left it
    since           date        not null,       -- the first day of the present waiting
    next_step       text,                       -- the step that is waited for; null at the end
    waits_for       text        check (waits_for in ('person', 'branch', 'committee', 'county')),
    due             date,                       -- the last day of that step, where a rule says one
    late            boolean     not null,       -- 补录: whether it was entered after the fact
    entered_by      uuid,                       -- the account; null for the system
    entered_name    text        not null,
    entered_at      timestamptz not null,
    check ((next_step is null) = (waits_for is null)),
    check (due is null or next_step is not null)
);
create index admission_of_organization on admission.admission (organization, id);
create index admission_of_person on admission.admission (person, id);
create index admission_by_number on admission.admission (citizen_number_index);
create index admission_by_stage on admission.admission (stage, id);
create index admission_waiting on admission.admission (due) where due is not null;
-- One way at a time: the first is over before another begins.
create unique index admission_open on admission.admission (person)
    where stage not in ('archived', 'cancelled', 'ended');

-- What was done, in the order of entering; nothing of it is changed. What was written is sealed: talks and
-- reviews tell of people.
create table admission.step (
    id              uuid        primary key,
    admission       uuid        not null references admission.admission,
    number          integer     not null check (number > 0),
    step            text        not null,
    on_day          date        not null,       -- its own day, whenever it was entered
    what            jsonb       not null,       -- as the process judged it
    told            bytea,                      -- sealed: what was filled in, as {key: value}
    stage           text        not null,       -- where it led to
    organization    uuid        not null,       -- for which it was taken
    meeting         uuid,                       -- where it was voted on
    late            boolean     not null,       -- 补录
    breaches        jsonb       not null default '[]', -- [{rule, says}]: what it broke
    reason          text        check (length(reason) between 1 and 300),
    signed_name     text,                       -- who of the superior signed the reason
    account         uuid,
    behalf          uuid,
    name            text        not null,
    at              timestamptz not null,
    unique (admission, number)
);

-- A step that breaks what a reason may stand in for, until the superior has signed it: so that nobody
-- forges a date.
create table admission.explanation (
    id              uuid        primary key,
    admission       uuid        not null references admission.admission,
    step            text        not null,
    on_day          date        not null,
    what            jsonb       not null,
    told            bytea,
    breaches        jsonb       not null check (jsonb_array_length(breaches) > 0),
    reason          text        not null check (length(reason) between 1 and 300),
    organization    uuid        not null,       -- for which the step is to be taken
    meeting         uuid,                       -- where it was voted on
    account         uuid,
    behalf          uuid,
    name            text        not null,
    at              timestamptz not null,
    state           text        not null check (state in ('asked', 'signed', 'refused', 'withdrawn')),
    decided_by      uuid,
    decided_name    text,
    decided_at      timestamptz,
    decision_reason text        check (length(decision_reason) between 1 and 300),
    check ((state = 'asked') = (decided_name is null)),
    check ((decided_name is null) = (decided_at is null)),
    check (state <> 'refused' or decision_reason is not null)
);
create unique index explanation_open on admission.explanation (admission) where state = 'asked';
create index explanation_of_admission on admission.explanation (admission, id);

-- Papers that were brought as files. Of the five of R-FIL-01 each is needed in the end.
create table admission.paper (
    admission       uuid        not null references admission.admission,
    code            text        not null check (code ~ '^D[0-9]{2}$'),
    file            uuid        not null,
    name            text        not null check (length(name) between 1 and 200),
    added_by        uuid,
    added_name      text        not null,
    added_at        timestamptz not null,
    primary key (admission, code)
);

-- The papers go to another branch, which examines them (R-DEV-17, 51).
create table admission.handover (
    id              uuid        primary key,
    admission       uuid        not null references admission.admission,
    source          uuid        not null,
    target          uuid        not null,
    on_day          date        not null,
    name            text        not null,
    at              timestamptz not null,
    state           text        not null check (state in ('sent', 'received', 'returned', 'withdrawn')),
    decided_name    text,
    decided_at      timestamptz,
    reason          text        check (length(reason) between 1 and 300),
    check ((state = 'sent') = (decided_name is null)),
    check (source <> target)
);
create unique index handover_open on admission.handover (admission) where state = 'sent';
create index handover_to on admission.handover (target) where state = 'sent';

-- How many are to be admitted in a year (R-DEV-55): set by the organization above, local.
create table admission.plan (
    organization    uuid        not null,
    year            integer     not null check (year between 1921 and 2200),
    places          integer     not null check (places between 0 and 100000),
    version         integer     not null default 1,
    set_name        text        not null,
    set_at          timestamptz not null,
    primary key (organization, year)
);

grant select, insert, update on admission.admission, admission.explanation, admission.paper,
    admission.handover, admission.plan to sunmao_app;
grant select, insert on admission.step to sunmao_app;

-- Where a handover waits: whose papers somebody in the scope is to examine. As owner: the rows lie with
-- those who sent them.
create function admission.handed_over() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select h.admission from admission.handover h
    where h.state = 'sent' and h.target in (select s.id from scope.organizations() s (id))
$$;

-- Of the branch, of the person, and of the branch that is to examine the papers. It goes to another branch
-- under the purpose of handing over.
alter table admission.admission enable row level security;
create policy scope on admission.admission using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or person = (select scope.subject())
    or id in (select h.id from admission.handed_over() h (id)))
    with check (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or person = (select scope.subject())
    or (select scope.purpose()) = 'hand-over');

alter table admission.step enable row level security;
create policy scope on admission.step using (
    (select scope.everything())
    or exists (select from admission.admission a where a.id = admission));
alter table admission.explanation enable row level security;
create policy scope on admission.explanation using (
    (select scope.everything())
    or exists (select from admission.admission a where a.id = admission));
alter table admission.paper enable row level security;
create policy scope on admission.paper using (
    (select scope.everything())
    or exists (select from admission.admission a where a.id = admission));
alter table admission.handover enable row level security;
create policy scope on admission.handover using (
    (select scope.everything())
    or target in (select s.id from scope.organizations() s (id))
    or source in (select s.id from scope.organizations() s (id)));
alter table admission.plan enable row level security;
create policy scope on admission.plan using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
