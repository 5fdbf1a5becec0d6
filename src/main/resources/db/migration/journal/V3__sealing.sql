-- Sealed entries are the leaves of a hash tree (RFC 6962), whose signed heads also go into a file outside the database
-- (docs/adr/0009-sealing-of-the-journal.md). A leaf refers to its entry without a foreign key: that would write to every entry a second time,
-- and verify-journal finds what is missing.
create table journal.leaf (
    number bigint primary key check (number > 0),   -- its place in the tree, given when it is sealed
    entry  uuid   not null unique,
    hash   bytea  not null check (octet_length(hash) = 32)
);

create table journal.head (
    size        bigint      primary key,            -- how many leaves the tree has
    previous    bigint      not null unique,        -- how many it had at the head before
    root        bytea       not null,
    peaks       bytea       not null,               -- the roots of its perfect subtrees: all that is needed to let it grow
    sealed_at   timestamptz not null,
    transaction xid8        not null,               -- up to this transaction
    entry       uuid        not null,               -- and entry all is sealed
    signature   bytea       not null,
    check (previous >= 0 and previous < size)
);

-- How far each follower has come. A transaction may only be followed when none before it can still commit, so the order is
-- that of transactions: neither sequences nor UUIDv7 are in the order of commit.
create table journal.follower (
    name        text primary key,
    transaction xid8 not null default '0',
    entry       uuid not null default '00000000-0000-0000-0000-000000000000'
);
create index entry_in_order on journal.entry (transaction, id);

grant select, insert on journal.leaf, journal.head to sunmao_app;
grant select, insert, update on journal.follower to sunmao_app;

-- Wakes the followers of all processes; whoever misses it looks by itself soon after.
create function journal.tell() returns trigger language plpgsql as $$
begin
    perform pg_catalog.pg_notify('journal', '');
    return null;
end $$;
create trigger tell after insert on journal.entry for each statement execute function journal.tell();
