-- An import can be taken back: whom it made is there no more. Only the import's own purpose deletes
-- identities; rows of a member who is gone leave no gap.
grant delete on member.member to sunmao_app;

create or replace function member.refuse_gap() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    checked uuid := case when tg_op = 'DELETE' then old.id else new.id end;
    gone_on date;
    covered datemultirange;
begin
    select left_on into gone_on from member.member where id = checked;
    if not found then
        return null;
    end if;
    select range_agg(valid) into covered from member.profile where id = checked;
    if covered is null
        or covered <> datemultirange(daterange(lower(covered), gone_on)) then
        raise exception 'member % has a gap in its profile', checked
            using errcode = '23514', constraint = 'member_without_gap';
    end if;
    return null;
end $$;

-- Which of many numbers are registered anywhere in the platform: never whose they are.
create function member.numbers_taken(wanted bytea[]) returns setof bytea
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.citizen_number_index from member.profile p
    where p.citizen_number_index = any (wanted) and p.valid_to = 'infinity'
$$;
