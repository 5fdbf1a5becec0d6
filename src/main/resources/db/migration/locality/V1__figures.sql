-- Local figures: what a locality wishes a figure of a rule to be, and what was decided.
create schema locality;
create table locality.proposal (
    id              uuid        primary key,
    organization    uuid        not null,   -- for which, with all below it
    rule            text        not null check (length(rule) between 4 and 20),
    name            text        not null check (length(name) between 1 and 60),
    value           text        check (length(value) between 1 and 200), -- absent: the law's again
    starts_on       date        not null,
    ends_on         date        check (ends_on > starts_on),   -- the first day it no longer holds
    reason          text        not null check (length(reason) between 1 and 400),
    state           text        not null
        check (state in ('pending', 'approved', 'refused', 'withdrawn')),
    proposed_by     uuid        not null,
    proposed_member uuid,                   -- whom the account belongs to, if to a member
    proposed_for    uuid,                   -- the account acted for, by a deputy
    proposed_name   text        not null,
    proposed_at     timestamptz not null,
    decided_by      uuid        check (decided_by <> proposed_by or state = 'withdrawn'),
    decided_name    text,
    decided_at      timestamptz,
    decision_reason text        check (length(decision_reason) between 1 and 400),
    check ((state = 'pending') = (decided_by is null)),
    check ((decided_by is null) = (decided_name is null)),
    check ((decided_by is null) = (decided_at is null))
);

-- One question about a figure of an organization at a time.
create unique index proposal_pending on locality.proposal (organization, rule, name)
    where state = 'pending';
create index proposal_of_rule on locality.proposal (rule, id desc);

-- What holds, for everybody below: public, so under no policy. Who proposed and approved it stands
-- in the proposal.
create table locality.figure (
    organization uuid      not null,
    rule         text      not null,
    name         text      not null,
    valid_from   date      not null,
    valid_to     date      not null default 'infinity' check (valid_to > valid_from),
    valid        daterange generated always as (daterange(valid_from, valid_to)) stored,
    value        text      not null check (length(value) between 1 and 200),
    reason       text      not null,
    proposal     uuid      not null references locality.proposal,
    primary key (organization, rule, name, valid without overlaps)
);

grant usage on schema locality to sunmao_app;
grant select, insert, update on locality.proposal to sunmao_app;
grant select, insert, update, delete on locality.figure to sunmao_app;

alter table locality.proposal enable row level security;
create policy scope on locality.proposal using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
