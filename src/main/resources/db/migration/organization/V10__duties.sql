-- Looked at whether a temporary branch is still needed (R-BR-07): on which day, and what came of it. One
-- that was entered in error is withdrawn and stays, with the reason.
create table organization.review (
    id              uuid        primary key,
    organization    uuid        not null references organization.organization,
    on_day          date        not null,       -- when it was looked at, whenever it was entered (AF-13)
    result          text        not null check (result in ('continue', 'end')),
    note            text        check (length(note) between 1 and 500),
    entered_by      uuid,                       -- the account; null for the system
    entered_name    text        not null,       -- as shown
    entered_at      timestamptz not null,
    withdrawn_at    timestamptz,
    withdrawn_name  text        check ((withdrawn_name is null) = (withdrawn_at is null)),
    withdrawn_reason text       check ((withdrawn_reason is null) = (withdrawn_at is null))
);

create unique index review_once_a_day on organization.review (organization, on_day)
    where withdrawn_at is null;
create index review_of_organization on organization.review (organization, id);

grant select, insert on organization.review to sunmao_app;
grant update (withdrawn_at, withdrawn_name, withdrawn_reason) on organization.review to sunmao_app;

alter table organization.review enable row level security;
create policy scope on organization.review using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

-- What module duty derives from, with the rights and policies of whoever asks; no names of persons.
create view organization.post_published with (security_invoker = true) as
    select id, organization, kind, kind in ('secretary', 'deputy-secretary', 'organization-member',
            'publicity-member', 'discipline-member', 'united-front-member', 'youth-member',
            'women-member', 'committee-member') as officer, -- 班子; a group has its leader alone
        member, appointment, approved_on, valid_from, valid_to
    from organization.post;

create view organization.term_published with (security_invoker = true) as
    select id, organization, due, extended_to, valid_from, valid_to from organization.term;

create view organization.lifetime_published with (security_invoker = true) as
    select id, established_on, ended_on from organization.organization;

create view organization.review_published with (security_invoker = true) as
    select id, organization, on_day, result from organization.review where withdrawn_at is null;

create view organization.task_published with (security_invoker = true) as
    select organization, review_months, review_on from organization.task;

grant select on organization.post_published, organization.term_published,
    organization.lifetime_published, organization.review_published, organization.task_published
    to sunmao_app;
