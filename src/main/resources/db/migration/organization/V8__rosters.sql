-- What an import made is taken back. An identity goes last: while anything names it (its profile, which
-- is under the policy of the scope, its places, names, children, posts, links) the database keeps it.
grant delete on organization.organization, organization.body to sunmao_app;

-- Of a body that is gone with all its days, nothing is missing.
create or replace function organization.refuse_gap_of_body() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    checked uuid := case when tg_op = 'DELETE' then old.id else new.id end;
    covered datemultirange;
begin
    if not exists (select from organization.body where id = checked) then
        return null;
    end if;
    select range_agg(valid) into covered from organization.body_profile where id = checked;
    if covered is null or covered <> datemultirange(daterange(lower(covered), 'infinity')) then
        raise exception 'body % has a gap in its profile', checked
            using errcode = '23514', constraint = 'body_without_gap';
    end if;
    return null;
end $$;

-- Which of these credit codes belong to a body today, wherever it lies: a code belongs to one body, and
-- who enters it learns no more than that it is taken. As owner, to see past the scope.
create function organization.codes_taken(codes text[]) returns setof text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select credit_code from organization.body_profile
    where credit_code = any(codes) and valid_to = 'infinity'
$$;

-- When members carry a label of the four geese, wherever it was given (R-CD-01): as owner, to see past
-- the scope; days alone, not where.
create function organization.labelled(members uuid[])
    returns table (member uuid, valid_from date, valid_to date)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.member, p.valid_from, p.valid_to from organization.post p
    where p.member = any(members)
        and p.kind in ('goose-head', 'goose-wild', 'goose-returning', 'goose-young')
$$;
