-- Organization life (组织生活): what was held, who had to come, who came, what was decided. One row fills the
-- record of the organization and that of each member (R-LF-17); nothing of it is kept a second time.
create schema meeting;
grant usage on schema meeting to sunmao_app;

create table meeting.meeting (
    id              uuid        primary key,
    version         integer     not null default 1,
    organization    uuid        not null,       -- which held it: a branch, a group, a committee
    type            text        not null check (type in
        ('members', 'committee', 'group', 'lecture', 'theme-day', 'life-meeting', 'appraisal', 'talk',
         'volunteering', 'commando', 'visit', 'pledge', 'post', 'commendation', 'joint')),
    form            text        check (form in ('members', 'committee', 'group')), -- of a life meeting
    state           text        not null check (state in
        ('planned', 'noticed', 'in-session', 'short', 'draft', 'signed', 'returned', 'accepted',
         'archived', 'cancelled')),
    held_on         date        not null,       -- or is to be held on
    begins          time,
    minutes         integer     check (minutes between 1 and 1440), -- how long
    topic           text        not null check (length(topic) between 1 and 200),
    place           text        check (length(place) between 1 and 100),
    chair           uuid,                       -- a member; the name as it was stays
    chair_name      text        check (length(chair_name) between 1 and 60),
    recorder        uuid,
    recorder_name   text        check (length(recorder_name) between 1 and 60),
    agenda          jsonb       not null default '[]', -- [{key, title, done, text}]
    record          text        check (length(record) between 1 and 20000), -- what was said, in short
    resolution      text        check (length(resolution) between 1 and 4000),
    -- The roll. Who was due and is not in one of the others was absent without a reason.
    due             uuid[]      not null default '{}',  -- who had to come, of the register on that day
    exempt          uuid[]      not null default '{}',  -- due by name, not held to it (R-EDU-07)
    present         uuid[]      not null default '{}',
    distant         uuid[]      not null default '{}',  -- of the present: followed from elsewhere
    excused         jsonb       not null default '{}',  -- {member: reason}, of those due and not present
    guests          uuid[]      not null default '{}',  -- members of others; never due, never counted
    hosted          uuid[]      not null default '{}',  -- floating members it hosts (R-LF-09), if they came
    lecture         uuid        references meeting.meeting, -- the lecture that was followed (C3)
    reason          text        check (length(reason) between 1 and 300), -- of a late entry, or a moved day
    late            boolean     not null default false, -- 补录
    recorded_by     uuid,                       -- the account; null for the system
    recorded_behalf uuid,
    recorded_name   text        not null,
    recorded_on     date        not null,
    recorded_at     timestamptz not null,
    recorder_signed text,                       -- the name of who signed
    recorder_signed_at timestamptz,
    chair_signed    text,
    chair_signed_at timestamptz,
    locked_on       date,                       -- from when only annotations change it
    checked_name    text,
    checked_at      timestamptz,
    check_reason    text        check (length(check_reason) between 1 and 300),
    cancel_reason   text        check (length(cancel_reason) between 1 and 300),
    check (present <@ due),
    check (distant <@ (present || guests || hosted)),
    check ((state = 'cancelled') = (cancel_reason is not null)),
    check ((recorder_signed is null) = (recorder_signed_at is null)),
    check ((chair_signed is null) = (chair_signed_at is null))
);
create index meeting_of_organization on meeting.meeting (organization, held_on desc, id desc);
create index meeting_lecture on meeting.meeting (lecture) where lecture is not null;
create index meeting_waiting on meeting.meeting (held_on) where state in ('planned', 'noticed', 'draft');

-- Counts of a vote. Nobody's choice is kept anywhere (R-GEN-09, PRV-17): the id is random, and there is
-- neither a voter nor a time of its own.
create table meeting.vote (
    id          uuid        primary key,
    meeting     uuid        not null references meeting.meeting,
    number      integer     not null check (number > 0),
    matter      text        not null check (length(matter) between 1 and 200),
    rule        text        not null,           -- by which it passes: R-LF-02, R-LF-04, R-DEV-31 …
    secret      boolean     not null,
    due         integer     not null check (due >= 0),      -- entitled and due
    present     integer     not null check (present between 0 and due),
    written     integer     not null default 0 check (written between 0 and due - present),
    in_favour   integer     not null check (in_favour >= 0),
    against     integer     not null check (against >= 0),
    abstained   integer     not null check (abstained >= 0),
    passed      boolean     not null,
    check (in_favour + against + abstained = present + written),
    unique (meeting, number)
);

-- What was put right after the minutes were locked: added, never changed (R-LF-15).
create table meeting.annotation (
    id          uuid        primary key,
    meeting     uuid        not null references meeting.meeting,
    says        text        not null check (length(says) between 1 and 2000),
    account     uuid,
    behalf      uuid,
    name        text        not null,
    at          timestamptz not null
);
create index annotation_of_meeting on meeting.annotation (meeting, id);

-- What a life meeting or an appraisal promised to mend (R-LF-10, R-LF-12).
create table meeting.measure (
    id          uuid        primary key,
    meeting     uuid        not null references meeting.meeting,
    number      integer     not null check (number > 0),
    says        text        not null check (length(says) between 1 and 500),
    member      uuid,                           -- who mends it; null: the organization
    due         date,
    done_on     date,
    done_says   text        check (length(done_says) between 1 and 500),
    unique (meeting, number)
);

-- The appraisal: counts of the ballot, and what was settled. Told to each (R-EVA-05).
create table meeting.grade (
    meeting     uuid        not null references meeting.meeting,
    member      uuid        not null,
    excellent   integer     check (excellent >= 0),
    qualified   integer     check (qualified >= 0),
    basic       integer     check (basic >= 0),
    unqualified integer     check (unqualified >= 0),
    grade       text        check (grade in ('excellent', 'qualified', 'basic', 'unqualified')),
    gap         text        check (length(gap) between 1 and 500), -- what to improve
    told_on     date,                           -- fed back to the member
    primary key (meeting, member)
);
create index grade_of_member on meeting.grade (member);

-- The plan of a year: proposed from the rules, adopted by the organization.
create table meeting.plan (
    organization uuid       not null,
    year        integer     not null check (year between 1921 and 2200),
    version     integer     not null default 1,
    theme_day   integer     check (theme_day between 1 and 28), -- the fixed day of each month (R-LF-08)
    adopted_name text       not null,
    adopted_at  timestamptz not null,
    primary key (organization, year)
);
create table meeting.planned (
    id          uuid        primary key,
    organization uuid       not null,
    year        integer     not null,
    type        text        not null,
    on_day      date        not null,
    topic       text        check (length(topic) between 1 and 200),
    moved_reason text       check (length(moved_reason) between 1 and 300),
    foreign key (organization, year) references meeting.plan
);
create index planned_of_plan on meeting.planned (organization, year, on_day);

-- From when on organization life is recorded here, the day this came into the house: nobody is held to what was
-- before.
create table meeting.beginning (
    whole       boolean     primary key default true check (whole),
    begun_on    date        not null
);
insert into meeting.beginning (begun_on)
    values ((current_timestamp at time zone 'Asia/Shanghai')::date);

grant select, insert, update on meeting.meeting, meeting.measure, meeting.grade, meeting.plan to sunmao_app;
grant select, insert on meeting.vote, meeting.annotation to sunmao_app;
grant select, insert, update, delete on meeting.planned to sunmao_app;
grant delete on meeting.vote, meeting.measure, meeting.grade to sunmao_app; -- of a draft, written anew
grant select, update on meeting.beginning to sunmao_app;

alter table meeting.meeting enable row level security;
create policy scope on meeting.meeting using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table meeting.vote enable row level security;
create policy scope on meeting.vote using (
    exists (select from meeting.meeting m where m.id = meeting));
alter table meeting.annotation enable row level security;
create policy scope on meeting.annotation using (
    exists (select from meeting.meeting m where m.id = meeting));
alter table meeting.measure enable row level security;
create policy scope on meeting.measure using (
    exists (select from meeting.meeting m where m.id = meeting));
alter table meeting.grade enable row level security;
create policy scope on meeting.grade using (
    exists (select from meeting.meeting m where m.id = meeting));
alter table meeting.plan enable row level security;
create policy scope on meeting.plan using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table meeting.planned enable row level security;
create policy scope on meeting.planned using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

-- What duties follow from; no text, no vote, no reason.
create view meeting.held_published with (security_invoker = true) as
    select id, organization, type, form, held_on, minutes, chair, due, exempt, present, hosted, guests
    from meeting.meeting
    where state in ('draft', 'signed', 'returned', 'accepted', 'archived');
create view meeting.beginning_published with (security_invoker = true) as
    select begun_on from meeting.beginning;
create view meeting.grade_published with (security_invoker = true) as
    select g.member, m.organization, m.held_on, g.grade, g.told_on
    from meeting.grade g join meeting.meeting m on m.id = g.meeting
    where m.state in ('draft', 'signed', 'returned', 'accepted', 'archived');
grant select on meeting.held_published, meeting.beginning_published, meeting.grade_published to sunmao_app;
