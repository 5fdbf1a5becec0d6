-- What the rules find in a loaded county today: one row for each thing, with the organization.
with today as (select (now() at time zone 'Asia/Shanghai')::date as day),
    org as (
        select o.id, o.kind, o.field, p.path from organization.profile_published o
        join organization.place_published p on p.id = o.id and p.valid_to = 'infinity'
        where o.valid_to = 'infinity'),
    own as (
        select o.*,
            (select count(*) from member.duty_published m
             where m.organization = o.id and m.valid_to = 'infinity') as members,
            (select count(*) from member.duty_published m where m.organization = o.id
             and m.valid_to = 'infinity' and m.status = 'full') as full,
            (select count(distinct coalesce(t.member::text, t.id::text))
             from organization.post_published t
             where t.organization = o.id and t.officer and t.valid_to = 'infinity') as officers,
            exists (select from organization.post_published t where t.organization = o.id
             and t.kind = 'secretary' and t.valid_to = 'infinity') as led,
            (select count(*) from organization.link_published l
             where l.organization = o.id and l.valid_to = 'infinity') as units
        from org o),
    whole as (
        select o.*, (select count(*) from member.duty_published m
            join organization.place_published p on p.id = m.organization and p.valid_to = 'infinity'
            where m.valid_to = 'infinity' and starts_with(p.path, o.path)) as below
        from own o)
select 'branch-too-small' as name, id from whole
    where kind in ('branch', 'floating', 'joint') and "full" < 3
union all select 'branch-too-large', id from whole
    where kind in ('branch', 'floating', 'joint') and members > 50
union all select 'joint-too-many', id from whole where kind = 'joint' and units > 5
union all select 'committee-missing', id from whole
    where kind in ('branch', 'floating', 'joint') and "full" >= 7 and officers < 3
union all select 'committee-superfluous', id from whole
    where kind in ('branch', 'floating', 'joint') and "full" < 7 and officers > 2
union all select 'general-too-small', id from whole
    where kind = 'general-branch' and below < case field when 'village' then 51 else 50 end
union all select 'general-too-large', id from whole where kind = 'general-branch' and below > 99
union all select 'village-committee-too-small', id from whole
    where kind = 'committee' and field = 'village' and below < 100
union all select 'secretary-standing', t.organization
    from organization.post_published t
    join member.duty_published m on m.id = t.member and m.valid_to = 'infinity'
    where t.kind = 'secretary' and t.valid_to = 'infinity'
      and (m.full_on is null or m.full_on + interval '1 year' > t.valid_from)
union all select 'secretary-vacant', id from whole where kind <> 'group' and not led
union all select 'term-ends', t.organization from organization.term_published t, today d
    where t.valid_to = 'infinity'
      and coalesce(t.extended_to, t.due) between d.day and d.day + interval '6 months'
union all select 'term-expired', t.organization from organization.term_published t, today d
    where t.valid_to = 'infinity' and coalesce(t.extended_to, t.due) < d.day
union all select 'term-missing', id from whole
    where kind not in ('group', 'temporary', 'work-committee') and id not in (
        select organization from organization.term_published where valid_to = 'infinity')
union all select 'temporary-review', o.id from whole o, today d
    where o.kind = 'temporary' and coalesce(
        (select max(r.on_day) from organization.review_published r where r.organization = o.id),
        (select l.established_on from organization.lifetime_published l where l.id = o.id))
        + interval '6 months' < d.day
union all select 'leader-missing', o.id from whole o where o.kind = 'group' and not exists (
    select from organization.post_published t where t.organization = o.id
      and t.kind = 'group-leader' and t.valid_to = 'infinity')
union all select distinct 'member-without-group', m.organization from member.duty_published m
    where m.valid_to = 'infinity' and m.party_group is null and exists (
        select from organization.place_published p
        join org g on g.id = p.id and g.kind = 'group'
        where p.parent = m.organization and p.valid_to = 'infinity')
union all select distinct 'floating-without-contact', m.organization
    from member.duty_published m
    where m.valid_to = 'infinity' and m.floating and not m.contact_named
union all select distinct 'data-mismatch', m.organization from member.mismatch_published m
    where m.until = 'infinity'
