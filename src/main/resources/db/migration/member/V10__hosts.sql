-- Where a floating member takes part in organization life (流入地党组织): an organization of this house,
-- or one elsewhere by its name. The formal relation stays where it is (R-MOB-03).
alter table member.profile
    add column host uuid,
    add column host_name text check (length(host_name) between 1 and 100),
    add constraint one_host check (host is null or host_name is null),
    add constraint host_of_floating check (floating or (host is null and host_name is null));

create index profile_of_host on member.profile (host) where host is not null;

-- What a host is told of those it looks after: the name and the days, and nothing else. As owner: the rows
-- lie with those who hold the relation, outside the scope of the host. Who came home, is suspended or is
-- held by the host itself is no guest of it.
create function member.hosted_in_scope()
    returns table (id uuid, name text, organization uuid, valid_from date, valid_to date)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select f.id, f.name, f.host, f.valid_from, f.valid_to
    from member.profile f
    where f.host is not null and f.floating and f.standing = 'normal' and f.host <> f.organization
      and ((select scope.everything()) or f.host in (select s.id from scope.organizations() s (id)))
$$;

create view member.hosted_published with (security_invoker = true) as
    select h.id, h.name, h.organization, h.valid_from, h.valid_to from member.hosted_in_scope() h;

grant select on member.hosted_published to sunmao_app;
