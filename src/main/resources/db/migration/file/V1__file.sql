create schema file;
grant usage on schema file to sunmao_app;

-- What was kept: papers as they were frozen, later what people send. Nothing is ever changed: the
-- application adds and reads.
create table file.content (
    id           uuid        primary key,
    organization uuid        not null,          -- whose file it is: who may read it
    name         text        not null check (length(name) between 1 and 200),
    media_type   text        not null,
    purpose      text        not null,          -- what it was kept for, as module.noun
    size         bigint      not null check (size > 0),
    sha256       bytea       not null check (length(sha256) = 32),
    kept_at      timestamptz not null default clock_timestamp(),
    unique (id, organization)
);

-- Its bytes in pieces, so that neither side ever holds more than one. They come before the content,
-- whose size and hash are known at their end; the key is looked at when all is written.
create table file.chunk (
    content      uuid    not null,
    number       integer not null check (number >= 0),
    organization uuid    not null,
    bytes        bytea   not null check (length(bytes) between 1 and 262144),
    primary key (content, number),
    foreign key (content, organization) references file.content (id, organization)
        deferrable initially deferred
);

-- PDF and pictures are compressed already.
alter table file.chunk alter column bytes set storage external;

grant select, insert on file.content, file.chunk to sunmao_app;

alter table file.content enable row level security;
create policy scope on file.content using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

alter table file.chunk enable row level security;
create policy scope on file.chunk using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
