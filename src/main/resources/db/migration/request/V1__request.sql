-- What an officer asks of organizations below, with basis, burden and end (AF-08), and what they
-- answered.
create schema request;
grant usage on schema request to sunmao_app;

create table request.request (
    id              uuid        primary key,
    organization    uuid        not null,   -- who asks
    title           text        not null check (length(title) between 1 and 60),
    document        text        not null check (length(document) between 1 and 120),
    article         text        not null check (length(article) between 1 and 60),
    purpose         text        not null check (length(purpose) between 1 and 300),
    items           jsonb       not null check (jsonb_array_length(items) between 1 and 6),
    frequency       text        not null
        check (frequency in ('once', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
    starts_on       date        not null,
    answer_days     integer     not null check (answer_days between 1 and 366),
    last_on         date        not null check (last_on >= starts_on),
    minutes         integer     not null check (minutes between 1 and 600),
    target_top      uuid        not null,   -- of this one and all below it
    target_kinds    text[]      not null,   -- those of these kinds; of none: all
    approver        uuid        not null,
    approver_name   text        not null,
    state           text        not null
        check (state in
            ('draft', 'pending', 'active', 'expired', 'refused', 'withdrawn', 'ended')),
    issued_by       uuid        not null check (issued_by <> approver),
    issued_member   uuid,                   -- whom the account belongs to, if to a member
    issued_for      uuid check (issued_for <> approver), -- the account acted for, by a deputy
    issued_name     text        not null,
    issued_at       timestamptz not null,
    decided_by      uuid,
    decided_name    text,
    decided_at      timestamptz,
    decision_reason text        check (length(decision_reason) between 1 and 300),
    ended_on        date,
    ended_by        uuid,
    ended_name      text,
    end_reason      text        check (length(end_reason) between 1 and 300),
    check ((state in ('draft', 'pending')) = (decided_by is null)),
    check ((decided_by is null) = (decided_name is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'ended') = (ended_on is not null)),
    check ((ended_on is null) = (ended_by is null)),
    check ((ended_on is null) = (ended_name is null)),
    check ((ended_on is null) = (end_reason is null))
);
-- What expires when.
create index request_running on request.request (last_on) where state = 'active';
create index request_of_issuer on request.request (organization, id desc);

-- Of whom it is asked: fixed on the day of the approval.
create table request.target (
    request      uuid not null references request.request,
    organization uuid not null,
    primary key (request, organization)
);
create index target_of_organization on request.target (organization, request);

-- For which periods: fixed on the day of the approval.
create table request.period (
    request uuid not null references request.request,
    key     text not null check (length(key) between 4 and 10), -- 2026-11, 2026-Q4, 2026-H2, 2026
    from_on date not null,
    due     date not null check (due >= from_on),
    primary key (request, key)
);

-- What was answered. A later answer of the same period corrects the one before.
create table request.answer (
    id           uuid        primary key,
    request      uuid        not null,
    organization uuid        not null,
    period       text        not null,
    number       integer     not null check (number > 0),
    answers      jsonb       not null,      -- in the order of the items
    on_day       date        not null,      -- the own day of what is told (AF-13)
    reason       text        check (length(reason) between 1 and 300),
    account      uuid        not null,
    behalf       uuid,                      -- the account acted for, by a deputy
    name         text        not null,
    at           timestamptz not null,
    check (number = 1 or reason is not null),
    unique (request, organization, period, number),
    foreign key (request, organization) references request.target (request, organization),
    foreign key (request, period) references request.period (request, key)
);
create index answer_of_period on request.answer (request, period, organization, number desc);

grant select, insert, update on request.request to sunmao_app;
grant select, insert on request.target, request.period, request.answer to sunmao_app;

alter table request.target enable row level security;
create policy scope on request.target using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table request.answer enable row level security;
create policy scope on request.answer using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

-- Who asks and who is asked see what is asked; what waits for approval, only the former.
alter table request.request enable row level security;
create policy scope on request.request using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or id in (select t.request from request.target t
      where t.organization in (select s.id from scope.organizations() s (id))))
    with check (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table request.period enable row level security;
create policy scope on request.period using (
    (select scope.everything())
    or exists (select from request.request r where r.id = request));
