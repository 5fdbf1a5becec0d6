-- What a person is told: derived from their duties, so it can be made anew, and is no record.
create schema message;
grant usage on schema message to sunmao_app;

-- One a day at most for an account: of two processes that make it at once, one finds it made.
create table message.digest (
    id      uuid        primary key,
    account uuid        not null,
    day     date        not null,
    monthly boolean     not null,               -- the combined one, once the budget is spent
    made_at timestamptz not null,
    seen    boolean     not null default false, -- and not when: nobody is asked about it (AF-02)
    unique (account, day)
);
create index digest_unseen on message.digest (account) where not seen;

-- Ids only; what a duty is called is looked up by whoever reads, within their scope.
create table message.line (
    digest uuid     not null references message.digest on delete cascade,
    number smallint not null,
    kind   text     not null check (kind in
        ('red', 'yellow', 'decision', 'request', 'reminder', 'opened')),
    duty   uuid     not null,
    primary key (digest, number)
);

-- How far an account was told of a duty, so that no line is told twice.
create table message.told (
    account  uuid    not null,
    duty     uuid    not null,
    deciding boolean not null,                  -- as whoever decides, not as whose duty it is
    until    date    not null,                  -- what came up to this day was told
    gravest  text    not null check (gravest in
        ('red', 'yellow', 'decision', 'request', 'reminder', 'opened')),
    primary key (account, duty, deciding)
);

-- The address under which a calendar program fetches one's duties; the secret itself is nowhere.
create table message.feed (
    account uuid        primary key,
    secret  bytea       not null unique,        -- SHA-256
    made_at timestamptz not null
);

grant select, insert, delete on message.digest, message.line to sunmao_app;
grant update (seen) on message.digest to sunmao_app;
grant select, insert, update, delete on message.told, message.feed to sunmao_app;
