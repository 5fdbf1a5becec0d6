create schema exchange;
grant usage on schema exchange to sunmao_app;

-- Rosters that were sent to be brought into a register, each as a case of its own.
create table exchange.import (
    id             uuid        primary key,
    organization   uuid        not null,        -- of the account then: whose case it is
    account        uuid        not null,
    username       text        not null,
    account_name   text        not null,
    role           text        not null,
    kind           text        not null
        check (kind in ('organization', 'body', 'member', 'officer')),
    file_name      text        not null check (length(file_name) between 1 and 200),
    size           bigint      not null,
    format         text        check (format in ('xlsx', 'csv')),
    state          text        not null check (state in ('previewing', 'previewed', 'committing',
        'committed', 'undoing', 'undone', 'rejected', 'discarded')),
    -- What the next piece of work was asked to do with warnings, or with rows changed since.
    asked          text        check (asked in ('accept', 'leave', 'abandon')),
    read_whole     boolean     not null default false,  -- whether the file lies here to its end
    interrupted    boolean     not null default false,  -- whether the work was begun anew
    headings       text        not null default '[]',   -- JSON: as they stand in the file
    notices        text        not null default '[]',   -- JSON: what is to be told of the file
    settled        text        not null default '[]',   -- JSON: kinds of warnings, confirmed
    unmapped       text        not null default '[]',   -- JSON: values no code is known for
    fault_code     text,
    fault          text,
    rows_read      integer     not null default 0,
    valid          integer     not null default 0,
    failed         integer     not null default 0,
    warned         integer     not null default 0,
    questions      integer     not null default 0,
    made           integer     not null default 0,
    changed        integer     not null default 0,
    same           integer     not null default 0,
    written        integer     not null default 0,
    undone         integer     not null default 0,
    left_rows      integer     not null default 0,
    begun_at       timestamptz not null,
    previewed_at   timestamptz,
    committed_at   timestamptz,
    undone_at      timestamptz,
    check ((state = 'rejected') <= (fault is not null)),
    check ((state in ('committed', 'undoing', 'undone')) <= (committed_at is not null))
);

create index import_by_time on exchange.import (begun_at desc, id desc);
create index import_at_work on exchange.import (begun_at)
    where state in ('previewing', 'committing', 'undoing');

-- The rows as they were read, sealed: they hold what the registers seal, and more.
create table exchange.staged (
    import       uuid    not null references exchange.import,
    row          integer not null,
    organization uuid    not null,
    content      bytea   not null,
    answer       text    not null default 'none' check (answer in ('none', 'same', 'other')),
    primary key (import, row)
);
alter table exchange.staged alter column content set storage external;

-- What became of each row when it was last judged.
create table exchange.verdict (
    import       uuid    not null references exchange.import,
    row          integer not null,
    organization uuid    not null,
    outcome      text    not null
        check (outcome in ('made', 'changed', 'same', 'failed', 'asked')),
    warned       boolean not null,
    twin         boolean not null default false, -- another row of the file speaks of the same thing
    key          bytea,                         -- blind: rows with the same speak of one thing
    sum          bytea   not null,              -- blind: rows with the same say the same
    written      boolean not null default false,
    said         text,                          -- why it was left when the import was undone
    primary key (import, row)
);
create index verdict_by_outcome on exchange.verdict (import, outcome, row);
create index verdict_warned on exchange.verdict (import, row) where warned;
create index verdict_by_key on exchange.verdict (import, key) where key is not null;

create table exchange.problem (
    import       uuid     not null references exchange.import,
    row          integer  not null,
    number       smallint not null,             -- within the row
    organization uuid     not null,
    field        text,
    level        text     not null check (level in ('error', 'warning', 'question')),
    code         text     not null,
    says         text     not null,
    rule         text,
    primary key (import, row, number)
);
create index problem_by_kind on exchange.problem (import, level, code, field, row);

-- What was written for which row, and what stood there before: what undoing needs.
create table exchange.written (
    import       uuid    not null references exchange.import,
    row          integer not null,
    organization uuid    not null,
    subject      uuid    not null,
    version      integer not null,
    before       bytea,                         -- sealed; absent where the record was made
    primary key (import, row)
);

-- What headings and values mean that are not ours: asked once for an organization, and kept.
create table exchange.heading (
    organization uuid not null,
    kind         text not null,
    heading      text not null check (length(heading) between 1 and 200),
    field        text not null,                 -- '' for a column that is not to be taken
    primary key (organization, kind, heading)
);
create table exchange.meaning (
    organization uuid not null,
    kind         text not null,
    field        text not null,
    value        text not null check (length(value) between 1 and 200),
    code         text not null,
    primary key (organization, kind, field, value)
);

grant select, insert, update on exchange.import, exchange.heading, exchange.meaning
    to sunmao_app;
grant select, insert, update, delete on exchange.staged, exchange.verdict, exchange.problem,
    exchange.written to sunmao_app;

alter table exchange.import enable row level security;
create policy scope on exchange.import using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.staged enable row level security;
create policy scope on exchange.staged using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.verdict enable row level security;
create policy scope on exchange.verdict using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.problem enable row level security;
create policy scope on exchange.problem using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.written enable row level security;
create policy scope on exchange.written using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.heading enable row level security;
create policy scope on exchange.heading using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.meaning enable row level security;
create policy scope on exchange.meaning using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
