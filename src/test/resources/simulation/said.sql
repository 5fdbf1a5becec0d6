-- What the tables of module meeting say of the organizations of a part of the tree, line by line and in words of
-- the domain: places in the tree and in the order of joining stand for ids; when it was entered is left out.
with places as (
  select p.id, row_number() over (
    order by string_to_array(trim(both '/' from p.path), '/')::bigint[]) || l.name as place
  from organization.place_published p
  join organization.label_published l on l.id = p.id and l.valid_to = 'infinity'
  where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi),
people as (
  select f.id, o.place || '.' || row_number() over (partition by f.organization order by f.id) as person
  from member.duty_published f join places o on o.id = f.organization
  where f.valid_to = 'infinity'),
meetings as (
  select m.*,
    jsonb_build_array(o.place, m.type, m.held_on, m.topic) as called
  from meeting.meeting m join places o on o.id = m.organization)
select line from (
  select jsonb_build_array('meeting', m.called, m.form, m.state, m.begins, m.minutes, m.place,
    (select person from people where id = m.chair), m.chair_name,
    (select person from people where id = m.recorder), m.recorder_name,
    m.agenda, m.record, m.resolution,
    (select jsonb_agg(person order by person) from people where id = any(m.due)),
    (select jsonb_agg(person order by person) from people where id = any(m.exempt)),
    (select jsonb_agg(person order by person) from people where id = any(m.present)),
    (select jsonb_agg(person order by person) from people where id = any(m.distant)),
    (select jsonb_object_agg(person, e.value) from jsonb_each_text(m.excused) e
      join people p on p.id = e.key::uuid),
    (select jsonb_agg(person order by person) from people where id = any(m.guests)),
    (select jsonb_agg(person order by person) from people where id = any(m.hosted)),
    (select l.called from meetings l where l.id = m.lecture),
    m.reason, m.late, m.recorded_name, m.recorded_on, m.recorder_signed, m.recorder_signed_at::date,
    m.chair_signed, m.chair_signed_at::date, m.locked_on, m.checked_name, m.checked_at::date,
    m.check_reason, m.cancel_reason, m.offered, m.follow_until)::text as line
  from meetings m
  union all
  select jsonb_build_array('vote', m.called, v.number, v.matter, v.rule, v.secret, v.due, v.present,
    v.written, v.in_favour, v.against, v.abstained, v.passed)::text
  from meeting.vote v join meetings m on m.id = v.meeting
  union all
  select jsonb_build_array('grade', m.called, p.person, g.excellent, g.qualified, g.basic, g.unqualified,
    g.grade, g.gap, g.told_on)::text
  from meeting.grade g join meetings m on m.id = g.meeting join people p on p.id = g.member
  union all
  select jsonb_build_array('measure', m.called, s.number, s.says, p.person, s.due, s.done_on,
    s.done_says)::text
  from meeting.measure s join meetings m on m.id = s.meeting left join people p on p.id = s.member
  union all
  select jsonb_build_array('plan', o.place, a.year, a.version, a.theme_day, a.adopted_name,
    a.adopted_at::date, b.type, b.on_day, b.topic, b.moved_reason)::text
  from meeting.plan a join places o on o.id = a.organization
  left join meeting.planned b on b.organization = a.organization and b.year = a.year) said
order by line collate "C"
