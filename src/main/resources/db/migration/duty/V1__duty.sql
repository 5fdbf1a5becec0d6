-- Duties: what a rule demands of an organization by when, and what became of it. Derived from the
-- registers; only what people said of one (duty.act) is said here for the first time.
create schema duty;
grant usage on schema duty to sunmao_app;

create table duty.duty (
    id            uuid primary key,
    name          text not null,                -- of the declaration beside the rule
    rule          text not null,
    rule_since    date not null,                -- the version in force when it opened (R-GEN-01)
    organization  uuid not null,                -- whose duty it is
    subject_kind  text not null check (subject_kind in ('organization', 'post', 'person', 'case')),
    subject       uuid not null,
    opens         date not null,
    due           date not null,                -- the last day on which it is met in time
    yellow_from   date not null default 'infinity',
    red_from      date not null default 'infinity',
    ended_on      date not null default 'infinity', -- the day of the fact that met it (AF-13)
    explained_on  date,                         -- explained, and nobody has answered yet
    contested_on  date,                         -- AF-15: neutral until the day before the next
    contest_until date check ((contest_until is null) = (contested_on is null)),
    waived_on     date,
    waived_until  date check ((waived_until is null) = (waived_on is null)), -- the first day after
    void_on       date not null default 'infinity', -- cancelled, or never was: from this day on
    void_reason   text check ((void_reason is null) = (void_on = 'infinity')),
    evidence      jsonb not null default '{}',  -- measures and figures; no name, no number
    -- As of the day it was last looked at; what they are on another day follows from the days above.
    state         text not null check (state in
        ('coming', 'open', 'late', 'contested', 'waived', 'met', 'void')),
    light         text not null check (light in ('none', 'green', 'yellow', 'red')),
    next_on       date not null default 'infinity', -- when they change next by the calendar alone
    check (due >= opens),
    check (yellow_from >= opens and red_from >= opens),
    check (ended_on >= opens),
    unique (name, organization, subject, opens)
);

create index duty_of_organization on duty.duty (organization, due, id);
create index duty_by_due on duty.duty (due, id) where state in ('open', 'late');
create index duty_crossing on duty.duty (next_on) where next_on < 'infinity';
-- Whatever was ever late or lit, for boards of other days.
create index duty_ever_lit on duty.duty (organization)
    where yellow_from < ended_on or red_from < ended_on or due < ended_on;

-- What people said of a duty: explanations, contests, waivers, and what was decided.
create table duty.act (
    id           uuid        primary key,
    duty         uuid        not null references duty.duty,
    organization uuid        not null,          -- that of the duty
    kind         text        not null check (kind in
        ('explain', 'contest', 'waive', 'accept', 'refuse')),
    answers      uuid        references duty.act, -- the explanation or contest that is decided
    on_day       date        not null,
    at           timestamptz not null,
    account      uuid        not null,
    behalf       uuid,
    name         text        not null,          -- who, as shown
    role         text        not null,
    reason       text        not null check (length(reason) between 1 and 500),
    until        date,                          -- of a waiver: the first day after it
    check ((kind in ('accept', 'refuse')) = (answers is not null)),
    check ((kind = 'waive') = (until is not null))
);

create index act_of_duty on duty.act (duty, id);
create unique index act_answered_once on duty.act (answers) where answers is not null;

-- Under which book of rules the duties were last derived as a whole.
create table duty.derivation (
    whole boolean primary key default true check (whole),
    book text    not null
);

grant select, insert, update, delete on duty.duty, duty.derivation to sunmao_app;
grant select, insert on duty.act to sunmao_app;

alter table duty.duty enable row level security;
create policy scope on duty.duty using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table duty.act enable row level security;
create policy scope on duty.act using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

create view duty.duty_published with (security_invoker = true) as
    select id, name, rule, rule_since, organization, subject_kind, subject, opens, due, yellow_from,
        red_from, ended_on, explained_on, contested_on, contest_until, waived_on, waived_until,
        void_on, state, light
    from duty.duty;
grant select on duty.duty_published to sunmao_app;
