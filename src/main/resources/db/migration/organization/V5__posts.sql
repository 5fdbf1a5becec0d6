-- Who holds which post in which organization, and the terms organizations are elected for. The name
-- is the person's name as shown; module member tells when a member's name changes.
create table organization.post (
    id              uuid    not null unique,
    version         integer not null default 0,
    organization    uuid    not null references organization.organization,
    kind            text    not null,
    member          uuid,                       -- the member it is, where one is known
    name            text    not null check (length(name) between 1 and 500),
    appointment     text    not null,
    approved_on     date,
    approval_number text check (approval_number is null or approved_on is not null),
    note            text,
    end_reason      text check (end_reason is null or valid_to < 'infinity'),
    valid_from      date not null,
    valid_to        date not null default 'infinity',   -- the first day on which it is held no more
    valid           daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    check (valid_from < valid_to),
    primary key (id, valid without overlaps)
);

create index post_of_organization on organization.post (organization);
create index post_of_member on organization.post (member) where member is not null;

-- What only one person holds at a time; one liaison for each village (R-CD-11).
alter table organization.post add constraint post_held_by_one exclude using gist (
    organization with =, kind with =, valid with &&)
    where (kind in ('secretary', 'liaison', 'village-chair', 'collective-head',
        'supervision-chair'));

-- Nobody holds the same post twice at a time; who is no member is told apart by the name.
alter table organization.post add constraint post_once_for_member exclude using gist (
    organization with =, kind with =, member with =, valid with &&) where (member is not null);
alter table organization.post add constraint post_once_for_name exclude using gist (
    organization with =, kind with =, name with =, valid with &&) where (member is null);

-- R-CD-01: one label of the four geese at a time, wherever it was given.
alter table organization.post add constraint post_one_label exclude using gist (
    member with =, valid with &&)
    where (member is not null
        and kind in ('goose-head', 'goose-wild', 'goose-returning', 'goose-young'));

-- The terms (届) of an organization: when each began, when it is due, when it was over.
create table organization.term (
    id              uuid    not null unique,
    version         integer not null default 0,
    organization    uuid    not null references organization.organization,
    due             date    not null,           -- by law, without any extension
    extended_to     date,                       -- put off with the approval of the level above
    approved_on     date,
    approval_number text,
    valid_from      date not null,
    valid_to        date not null default 'infinity',
    valid           daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    check (valid_from < valid_to),
    check (valid_from < due),
    check (extended_to is null or (extended_to > due and approved_on is not null)),
    primary key (id, valid without overlaps),
    constraint term_one_at_a_time exclude using gist (organization with =, valid with &&)
);

-- What stood in the profile as text: a post without a known member, held as long as the text stood.
-- What cannot be told apart becomes one post of a member of the committee, with the text as name.
with titles (title, kind) as (values
        ('副书记', 'deputy-secretary'), ('组织委员', 'organization-member'),
        ('宣传委员', 'publicity-member'), ('纪检委员', 'discipline-member'),
        ('纪律检查委员', 'discipline-member'), ('统战委员', 'united-front-member'),
        ('青年委员', 'youth-member'), ('妇女委员', 'women-member'), ('委员', 'committee-member'),
        ('组长', 'group-leader'), ('党小组组长', 'group-leader')),
    items as (
        select f.id, f.valid, trim(i.item) as item,
            trim(substring(i.item from '^([^：:]+)[：:]')) as title,
            substring(i.item from '^[^：:]+[：:](.*)$') as names
        from organization.profile f,
            regexp_split_to_table(f.officers, '[；;\n\r]+') as i (item)
        where trim(i.item) <> ''),
    named as (
        select i.id, i.valid, t.kind, trim(n.name) as name
        from items i join titles t on t.title = i.title,
            regexp_split_to_table(i.names, '[、，,]+') as n (name)
        where trim(n.name) <> ''
        union all
        select i.id, i.valid, 'committee-member', i.item
        from items i left join titles t on t.title = i.title
        where t.kind is null or trim(i.names, ' 、，,') = ''
        union all
        select f.id, f.valid, 'secretary', trim(f.secretary)
        from organization.profile f where trim(f.secretary) <> '')
insert into organization.post (id, organization, kind, name, appointment, note, valid_from, valid_to)
select uuidv7(), h.id, h.kind, h.name, 'entered', '由原来登记的文字转入，任职起始日期请核对',
    lower(h.held), upper(h.held)
from (select id, kind, name, unnest(range_agg(valid)) as held
    from named group by id, kind, name) h
order by h.id, h.kind <> 'secretary', lower(h.held);

alter table organization.profile drop column secretary, drop column officers;

-- Days on which nothing but those texts changed begin nothing now.
create temporary table joined on commit drop as
with stepped as (
        select *, valid_from is distinct from lag(valid_to) over days
            or (name, kind, field, branch_class, division) is distinct from
                lag((name, kind, field, branch_class, division)) over days as begins
        from organization.profile
        window days as (partition by id order by valid_from)),
    numbered as (
        select *, count(*) filter (where begins) over (partition by id order by valid_from) as part
        from stepped)
select id, min(valid_from) as valid_from, max(valid_to) as valid_to
from numbered group by id, part having count(*) > 1;

delete from organization.profile f using joined j
where f.id = j.id and f.valid_from > j.valid_from and f.valid_from < j.valid_to;
update organization.profile f set valid_to = j.valid_to from joined j
where f.id = j.id and f.valid_from = j.valid_from;

grant select, insert, update, delete on organization.post, organization.term to sunmao_app;

alter table organization.post enable row level security;
create policy scope on organization.post using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));

-- Everybody sees the posts they hold themselves, and whoever has the member sees all of theirs.
create policy of_subject on organization.post for select using (
    (select scope.everything()) or member = (select scope.subject()));

-- A member's new name is written wherever they hold a post, under the purpose of editing.
create policy of_edited on organization.post for update using (
    (select scope.everything())
    or (member = (select scope.subject()) and (select scope.purpose()) = 'edit'));

alter table organization.term enable row level security;
create policy scope on organization.term using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
