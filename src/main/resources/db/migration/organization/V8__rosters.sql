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
