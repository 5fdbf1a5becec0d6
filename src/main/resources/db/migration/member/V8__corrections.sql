-- What members say is wrong about them (PRV-04). It follows the member: whoever holds them today
-- answers, so no organization stands in the row.
create table member.correction (
    id          uuid        primary key,
    version     integer     not null default 0,
    member      uuid        not null references member.member,
    field       text        not null,
    committee   boolean     not null,           -- whether a committee decides the field (R-REC-04)
    says        bytea       not null,           -- sealed: what is wrong, in the member's words
    proposed    bytea,                          -- sealed: what should stand there
    state       text        not null check (state in ('asked', 'accepted', 'done', 'refused', 'withdrawn')),
    asked_at    timestamptz not null,
    due_on      date        not null,
    answered_at timestamptz,
    answered_by uuid,                           -- the account
    answer      text        check (length(answer) between 1 and 300),
    check ((state in ('accepted', 'refused')) <= (answered_by is not null)),
    check ((state = 'refused') <= (answer is not null))
);

create unique index correction_open on member.correction (member, field)
    where state in ('asked', 'accepted');
create index correction_of_member on member.correction (member, id);
create index correction_by_end on member.correction (answered_at)
    where state in ('done', 'refused', 'withdrawn');

grant select, insert, update, delete on member.correction to sunmao_app;

-- Of a member within the scope today: the profile's own policy is asked.
alter table member.correction enable row level security;
create policy scope on member.correction using (
    (select scope.everything())
    or member = (select scope.subject())
    or exists (select from member.profile f where f.id = member.correction.member
        and f.valid_from <= (select scope.day()) and f.valid_to > (select scope.day())));
