-- A lecture may be offered to others to be followed (C3): live, or recorded until a day. The recorder of
-- each that follows ticks its own roll.
alter table meeting.meeting
    add column offered boolean not null default false,
    add column follow_until date,               -- the last day on which the recording may be followed
    add constraint offered_lecture check (not offered or type = 'lecture'),
    add constraint followed_when_offered check (follow_until is null or offered);

create index meeting_offered on meeting.meeting (held_on) where offered;
create index meeting_visited on meeting.meeting using gin ((guests || hosted))
    where guests <> '{}' or hosted <> '{}';

-- Whoever took part reads that row (双记实, R-LF-17), whichever organization wrote it; nobody changes it so.
create policy of_subject on meeting.meeting for select using (
    (select scope.everything()) or (select scope.subject()) = any (due || guests || hosted || chair));
create policy of_subject on meeting.grade for select using (
    (select scope.everything()) or member = (select scope.subject()));

-- What others were graded is nobody's who only took part.
alter policy scope on meeting.grade using (
    (select scope.everything())
    or exists (select from meeting.meeting m where m.id = meeting
        and m.organization in (select s.id from scope.organizations() s (id))));

-- Where the subject of the transaction was a guest or hosted. As owner: under a policy no index on an array
-- is used, and the rows lie with any organization.
create function meeting.visited_by_subject() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.id from meeting.meeting m
    where (m.guests <> '{}' or m.hosted <> '{}')
      and (m.guests || m.hosted) @> array[scope.subject()]
$$;

-- What is said of lectures to whoever may follow them: no roll, no record. As owner: they are held above or
-- beside, outside the scope of those who follow.
create function meeting.offered_lectures(since date)
    returns table (id uuid, organization uuid, held_on date, begins time, minutes integer, topic text,
        place text, chair_name text, follow_until date, state text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.id, m.organization, m.held_on, m.begins, m.minutes, m.topic, m.place, m.chair_name,
        m.follow_until, m.state
    from meeting.meeting m
    where m.offered and m.state <> 'cancelled'
      and (since is null or m.held_on >= since or m.follow_until >= since)
$$;

-- How many followed a lecture, by organization, for whoever has the lecture in its scope: sums and no names.
create function meeting.followers(lecture uuid)
    returns table (organization uuid, held_on date, due integer, present integer, away integer,
        hosted integer)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.organization, m.held_on, cardinality(m.due), cardinality(m.present),
        cardinality(m.distant), cardinality(m.hosted)
    from meeting.meeting m
    where m.lecture = followers.lecture
      and m.state in ('draft', 'signed', 'returned', 'accepted', 'archived')
      and exists (select from meeting.meeting l where l.id = followers.lecture
        and (scope.everything() or l.organization in (select s.id from scope.organizations() s (id))))
$$;

-- Whose scope is everything reads without asking for each meeting.
alter policy scope on meeting.vote using (
    (select scope.everything()) or exists (select from meeting.meeting m where m.id = meeting));
alter policy scope on meeting.annotation using (
    (select scope.everything()) or exists (select from meeting.meeting m where m.id = meeting));
alter policy scope on meeting.measure using (
    (select scope.everything()) or exists (select from meeting.meeting m where m.id = meeting));

-- What a lecture was called and whose it was, for whoever recorded that it was followed.
create function meeting.lecture_told(lecture uuid)
    returns table (topic text, organization uuid, held_on date)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.topic, m.organization, m.held_on from meeting.meeting m
    where m.id = lecture_told.lecture and m.type = 'lecture'
$$;
