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
  f.organization, l.name as organization_name, f.joined_on, m.version
from (select f.* from member.profile f where f.valid_to = 'infinity'
 order by f.pinyin, f.id limit 51
) f
join member.member m on m.id = f.id
join organization.label_published l on l.id = f.organization
order by f.pinyin, f.id;
commit;
