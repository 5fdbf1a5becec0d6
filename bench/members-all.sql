-- The statements of GET /api/members for an officer of the only root, in their order.
select a.id, a.username, a.name, a.member, g.role, g.organization, s.state, s.seen_at,
  s.ends_at
from access.session s
join access.account a on a.id = s.account
join access.grant g on g.id = s.acting
where s.token = decode(:token, 'hex') and a.disabled_at is null
  and g.valid_from <= cast(:day as date) and g.valid_to > cast(:day as date);
begin read only;
select path from organization.place
where id = cast(:organization as uuid) and valid_from <= cast(:day as date)
  and valid_to > cast(:day as date);
select exists (select from organization.place
  where parent is null and path <> :lo and valid_from <= cast(:day as date)
    and valid_to > cast(:day as date));
select set_config('sunmao.everything', :everything, true), set_config('sunmao.lo', :lo, true),
  set_config('sunmao.hi', :hi, true), set_config('sunmao.day', :day, true),
  set_config('sunmao.subject', '', true),
  set_config('plan_cache_mode', 'force_custom_plan', true);
select f.id, f.name, f.pinyin, f.sex, f.born_on, f.status, f.education,
  f.organization, f.joined_on,
  (select l.name from organization.label_published l where l.id = f.organization)
    as organization_name,
  (select m.version from member.member m where m.id = f.id) as version
from member.profile f
where f.valid_to = 'infinity'
order by f.pinyin, f.id
limit 51;
commit;
