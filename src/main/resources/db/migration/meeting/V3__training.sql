-- Concentrated training (集中培训, R-EDU): those who came are chosen, from any branch below. What was planned
-- stands in the lines of the plan: no meeting is in that state.
drop index meeting.meeting_waiting;
alter table meeting.meeting
    drop constraint meeting_type_check,
    drop constraint meeting_state_check,
    add constraint meeting_type_check check (type in
        ('members', 'committee', 'group', 'lecture', 'theme-day', 'life-meeting', 'appraisal', 'talk',
         'training', 'volunteering', 'commando', 'visit', 'pledge', 'post', 'commendation', 'joint')),
    add constraint meeting_state_check check (state in
        ('noticed', 'in-session', 'short', 'draft', 'signed', 'returned', 'accepted', 'archived',
         'cancelled')),
    -- Whether members of others came: under a policy a question about an array uses no index.
    add column visited boolean not null generated always as (guests <> '{}' or hosted <> '{}') stored,
    -- Who was named before it was changed: what follows for their branches is to be reckoned anew.
    add column parted uuid[] not null default '{}';

create index meeting_waiting on meeting.meeting (held_on) where state in ('noticed', 'draft');
create index meeting_with_visitors on meeting.meeting (type, held_on) where visited;
-- Of a whole county, the newest first.
create index meeting_newest on meeting.meeting (held_on desc, id desc);
-- What waits for the end of January.
create index meeting_accepted on meeting.meeting (held_on, id) where state = 'accepted';

create or replace view meeting.held_published with (security_invoker = true) as
    select id, organization, type, form, held_on, minutes, chair, due, exempt, present, hosted, guests,
        visited
    from meeting.meeting
    where state in ('draft', 'signed', 'returned', 'accepted', 'archived');

-- Whom a meeting names or named, whatever became of it.
create view meeting.named_published with (security_invoker = true) as
    select id, organization, type, due || guests || hosted || parted as people from meeting.meeting;
grant select on meeting.named_published to sunmao_app;
