-- What each was called, by day: the first name reaches back without end and the last one stays, also
-- after an organization has ended, so whoever knows an id can always name it.
alter table organization.label
    add column valid_from date not null default '-infinity',
    add column valid_to date not null default 'infinity',
    drop constraint label_pkey,
    add primary key (id, valid_from);
create index label_now on organization.label (id) where valid_to = 'infinity';

alter table organization.body_label
    add column valid_from date not null default '-infinity',
    add column valid_to date not null default 'infinity',
    drop constraint body_label_pkey,
    add primary key (id, valid_from);
create index body_label_now on organization.body_label (id) where valid_to = 'infinity';

create or replace view organization.label_published with (security_invoker = true) as
    select id, name, kind, valid_from, valid_to from organization.label;

-- Names are written anew when what they come from has changed.
grant delete on organization.label, organization.body_label to sunmao_app;

-- Names of earlier days, for those that have any.
insert into organization.label (id, name, kind, valid_from, valid_to)
    select id, name, kind, valid_from, valid_to from organization.profile
    where valid_to < 'infinity';
update organization.label l set valid_from = f.valid_from
from organization.profile f
where f.id = l.id and f.valid_to = 'infinity' and l.valid_to = 'infinity'
    and exists (select from organization.profile e where e.id = f.id and e.valid_to < 'infinity');
update organization.label l set valid_from = '-infinity'
where l.valid_from = (select min(e.valid_from) from organization.label e where e.id = l.id);

insert into organization.body_label (id, name, kind, field, parent, valid_from, valid_to)
    select id, name, kind, field, parent, valid_from, valid_to from organization.body_profile
    where valid_to < 'infinity';
update organization.body_label l set valid_from = f.valid_from
from organization.body_profile f
where f.id = l.id and f.valid_to = 'infinity' and l.valid_to = 'infinity'
    and exists (select from organization.body_profile e
        where e.id = f.id and e.valid_to < 'infinity');
update organization.body_label l set valid_from = '-infinity'
where l.valid_from = (select min(e.valid_from) from organization.body_label e where e.id = l.id);

-- Looked at on other days than today, without the partial indexes.
create index place_children_then on organization.place (parent, valid_from, valid_to);
create index body_profile_children_then on organization.body_profile (parent);
create index body_profile_of_organization_then on organization.body_profile (organization);
create index link_of_body_then on organization.link (body);

-- What became of what: by merging, splitting, or handing over what was held.
create table organization.succession (
    predecessor uuid not null references organization.organization,
    successor   uuid not null references organization.organization,
    on_day      date not null,
    kind        text not null check (kind in ('merge', 'split', 'revoke')),
    change      uuid,                           -- the document that decided it
    check (predecessor <> successor),
    primary key (predecessor, successor, on_day)
);

create index succession_of_successor on organization.succession (successor);

grant select, insert on organization.succession to sunmao_app;

-- Whoever sees a body on a day sees which organizations were formed in it on that day.
alter policy of_body on organization.link using (
    (select scope.everything())
    or body in (select f.id from organization.body_profile f
        where f.valid_from <= (select scope.day()) and f.valid_to > (select scope.day())));
