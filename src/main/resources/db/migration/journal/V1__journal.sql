create schema journal;
grant usage on schema journal to sunmao_app;

-- What happened. Rows are only ever added; they are sealed into a hash tree later (data.md, "The journal").
create table journal.entry (
    id           uuid        primary key,
    recorded_at  timestamptz not null default clock_timestamp(),
    account      uuid,                          -- who; null: the system itself
    post         text        not null,          -- in which post: a role, or the system's purpose
    organization uuid,                          -- for which organization
    action       text        not null,          -- what, as module.verb
    subject_kind text        not null,          -- to whom
    subject      uuid,
    effective_on date        not null,
    rules        text[]      not null,
    commitment   bytea       not null,          -- SHA-256 over the salt and the detail
    transaction  xid8        not null default pg_current_xact_id()
);

create index entry_of_subject on journal.entry (subject, recorded_at);

-- The values before and after, sealed. Deleting a detail erases personal data and keeps the proof.
create table journal.detail (
    entry        uuid  primary key references journal.entry,
    organization uuid,
    salt         bytea not null,
    payload      bytea not null
);

grant select, insert on journal.entry, journal.detail to sunmao_app;

alter table journal.detail enable row level security;
create policy scope on journal.detail using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
