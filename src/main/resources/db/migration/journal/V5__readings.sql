-- Who read whom (PRV-05). One row for each person a page, a print, an export or an unmasking showed; a list is one row
-- with its count. Written before the answer goes out, never changed, gone after its time.
create table journal.reading (
    id           uuid        primary key,       -- grows with time: the log is read in its order
    at           timestamptz not null,
    account      uuid        not null,
    role         text        not null,
    organization uuid,                          -- for which organization the reader acts
    behalf       uuid,                          -- the account for which a deputy acts
    kind         text        not null,
    subject      uuid,                          -- whose data; null: a list, or nobody was found
    count        bigint      not null check (count >= 0),
    class        text        not null check (class in ('S1', 'S2', 'S3')),
    what         text,                          -- which fields, which filter; never a name or a number
    reason       text,                          -- what for, where a reason is asked
    sought       bytea,                         -- a keyed hash of what was searched by; never the number
    source       text,
    request      uuid
);
create index reading_of_subject on journal.reading (subject, id) where subject is not null;
create index reading_of_account on journal.reading (account, id);

-- From where an entry was made: beside the entry, so that what is sealed stays as it is.
create table journal.origin (
    entry   uuid primary key references journal.entry,
    source  text not null,
    request uuid not null
);

-- What was refused: counted per minute, so that nobody fills the table by asking again.
create table journal.event (
    id      uuid        primary key,
    minute  timestamptz not null,
    kind    text        not null,
    account uuid,
    source  text        not null,
    what    text        not null,
    count   bigint      not null,
    unique nulls not distinct (minute, kind, account, source, what)
);

grant select, insert on journal.reading, journal.origin to sunmao_app;
grant select on journal.event to sunmao_app;

-- The person reads who read them, the auditor reads all; an officer reads neither, whatever the subtree.
alter table journal.reading enable row level security;
create policy scope on journal.reading
    using (((select scope.everything()) and (select scope.purpose()) = 'audit')
        or (subject = (select scope.subject()) and (select scope.purpose()) = 'own-readings'))
    with check (true);
alter table journal.origin enable row level security;
create policy scope on journal.origin
    using ((select scope.everything()) and (select scope.purpose()) = 'audit')
    with check (true);
alter table journal.event enable row level security;
create policy scope on journal.event
    using ((select scope.everything()) and (select scope.purpose()) = 'audit');

-- The only way to an event: one more of its kind in its minute.
create function journal.count_event(
        id uuid, minute timestamptz, kind text, account uuid, source text, what text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into journal.event as e values ($1, $2, $3, $4, $5, $6, 1)
    on conflict (minute, kind, account, source, what) do update set count = e.count + 1
$$;
revoke all on function journal.count_event(uuid, timestamptz, text, uuid, text, text) from public;
grant execute on function journal.count_event(uuid, timestamptz, text, uuid, text, text) to sunmao_app;

-- The only way to end them (PRV-06): under the purpose, not before three years, with an entry of the same transaction.
create function journal.expire(expiry uuid, before timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    ended bigint;
begin
    if scope.purpose() is distinct from 'expire' then
        raise exception 'readings end under the purpose "expire" only';
    end if;
    if before > now() - interval '3 years' then
        raise exception 'readings are kept for three years';
    end if;
    if not exists (select from journal.entry e where e.id = expiry and e.action = 'journal.expire'
                   and e.transaction = pg_current_xact_id()) then
        raise exception 'an end of readings leaves an entry of its own, in the same transaction';
    end if;
    with gone as (delete from journal.reading r where r.at < before returning 1)
    select count(*) into ended from gone;
    delete from journal.event v where v.minute < before;
    delete from journal.origin o using journal.entry e where e.id = o.entry and e.recorded_at < before;
    return ended;
end $$;
revoke all on function journal.expire(uuid, timestamptz) from public;
grant execute on function journal.expire(uuid, timestamptz) to sunmao_app;
