-- Which details were erased, and by which entry. What is not listed here and has no detail was removed without a trace.
create table journal.erased (
    entry   uuid primary key references journal.entry,
    erasure uuid not null references journal.entry
);
create index erased_by on journal.erased (erasure, entry);
grant select on journal.erased to sunmao_app;

-- The only way to erase (PRV-06): under the purpose, with an entry of the same transaction that tells of it.
create function journal.erase(erasure uuid, entries uuid[]) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    erased bigint;
begin
    if scope.purpose() is distinct from 'erase' then
        raise exception 'details are erased under the purpose "erase" only';
    end if;
    if not exists (select from journal.entry e where e.id = erasure and e.action = 'journal.erase'
                   and e.transaction = pg_current_xact_id()) then
        raise exception 'an erasure leaves an entry of its own, in the same transaction';
    end if;
    if exists (select from journal.entry e where e.id = any (entries) and e.action = 'journal.erase') then
        raise exception 'what tells of an erasure is not erased';
    end if;
    with gone as (delete from journal.detail d where d.entry = any (entries) returning d.entry),
        listed as (insert into journal.erased select g.entry, $1 from gone g returning 1)
    select count(*) into erased from listed;
    return erased;
end $$;
revoke all on function journal.erase(uuid, uuid[]) from public;
grant execute on function journal.erase(uuid, uuid[]) to sunmao_app;
