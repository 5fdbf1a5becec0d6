-- Changes of organizations (process ORG) are documents: written, decided, carried out in one
-- transaction, filed. Their steps are read and written whole and never joined with anything.
create table organization.change (
    id           uuid        primary key,
    version      integer     not null default 0,
    organization uuid        not null references organization.organization, -- filed under
    title        text        not null check (length(title) between 1 and 200),
    state        text        not null check (state in ('draft', 'requested', 'approved', 'refused',
        'planned', 'applied', 'filed', 'withdrawn')),
    effective_on date        not null,
    reason       text        not null,
    steps        jsonb       not null,
    passed       jsonb       not null default '{}', -- what was said at each step of the process
    blocked      text check (blocked is null or state = 'planned'),
    made_by      uuid        not null,
    made_at      timestamptz not null
);

create index change_of_organization on organization.change (organization, id);
create index change_planned on organization.change (effective_on, id) where state = 'planned';

-- Which organizations a change speaks of. Ids only, so under no policy.
create table organization.change_touch (
    change       uuid not null references organization.change,
    organization uuid not null,
    primary key (change, organization)
);

create index change_touch_of_organization on organization.change_touch (organization);

-- What a temporary branch is for, and when it is next looked at (R-BR-07).
create table organization.task (
    organization  uuid    primary key references organization.organization,
    task          text    not null,
    review_months integer not null check (review_months between 1 and 60),
    review_on     date    not null
);

grant select, insert, update on organization.change, organization.task to sunmao_app;
-- One that ends on the day it came to stand somewhere never stood there.
grant delete on organization.place to sunmao_app;
grant select, insert, delete on organization.change_touch to sunmao_app;

-- A change is read by those who have its organization in scope; once decided, by all it speaks of.
alter table organization.change enable row level security;
create policy scope on organization.change using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (state in ('approved', 'planned', 'applied', 'filed')
        and id in (select t.change from organization.change_touch t
            where t.organization in (select s.id from scope.organizations() s (id)))));

alter table organization.task enable row level security;
create policy scope on organization.task using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
