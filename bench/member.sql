-- The statements of GET /api/members/{id}, in their order.
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
select set_config('sunmao.everything', :everything, true), set_config('sunmao.lo', :lo, true),
  set_config('sunmao.hi', :hi, true), set_config('sunmao.day', :day, true),
  set_config('sunmao.subject', '', true),
  set_config('plan_cache_mode', 'force_custom_plan', true);
select f.*, m.version, a.name as admitted_in_name, l.name as organization_name
from member.profile f
join member.member m on m.id = f.id
join organization.label_published l on l.id = f.organization
left join organization.label_published a on a.id = f.admitted_in
where f.id = cast(:id as uuid) and f.valid_to = 'infinity'
  and (f.id is null or f.organization in (
    select p.id from organization.place_published p
    where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity'));
select code, name from code.division where code in ('410802', '410802001', '410802001001');
select path from organization.place
where id = cast(:organization as uuid) and valid_from <= cast(:day as date)
  and valid_to > cast(:day as date);
select p.id, l.name from organization.place p
join organization.label l on l.id = p.id
where p.path in ('/1/', '/1/2/', '/1/2/3/') and p.valid_from <= cast(:day as date)
  and p.valid_to > cast(:day as date)
order by length(p.path);
commit;
