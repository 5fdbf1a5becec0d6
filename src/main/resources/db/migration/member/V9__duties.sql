-- Whom a branch named to keep in touch with a member who is away (R-MOB-07), and the group of the branch
-- a member belongs to (R-BR-13): the relation stays with the branch.
alter table member.profile
    add column contact text check (length(contact) between 1 and 60),
    add column party_group uuid,
    -- Whether birth date or sex contradict the number, which is sealed (COD-09); null for rows from
    -- before, until they are written again.
    add column number_differs boolean;

create index profile_of_group on member.profile (party_group) where party_group is not null;
create index profile_number_differs on member.profile (organization) where number_differs;

-- What module duty derives from, with the rights and policies of whoever asks: no names, no numbers, no
-- words. Rows end when a member leaves the register (left_on), by the trigger that refuses gaps.
create view member.duty_published with (security_invoker = true) as
    select id, valid_from, valid_to, organization, party_group, status, standing, joined_on, full_on,
        floating, contact is not null as contact_named, lost_on, number_differs
    from member.profile;

create view member.correction_published with (security_invoker = true) as
    select id, member, committee, state, asked_at, due_on, answered_at from member.correction;

-- What the registers say against one another (R-WR-09), from the day on which it came to be until the
-- first day on which it was no more.
create view member.mismatch_published with (security_invoker = true) as
    -- Birth date or sex against the citizen number.
    select 'number' as kind, n.organization, 'person' as subject_kind, n.id as subject,
        lower(n.held) as since, upper(n.held) as until
    from (select f.id, f.organization, unnest(range_agg(f.valid)) as held
        from member.profile f where f.number_differs
        group by f.id, f.organization) n
    union all
    -- A post in the committee, or of a group's leader, held by somebody whose relation lies elsewhere. Of a
    -- group that of its branch is meant; a temporary branch holds no relations (R-BR-07), and a
    -- work committee is sent from elsewhere.
    select 'post', e.organization, 'post', e.id, lower(e.held), upper(e.held)
    from (select p.id, p.organization,
            unnest(range_agg(daterange(p.valid_from, p.valid_to) * f.valid
                * daterange(o.valid_from, o.valid_to) * daterange(h.valid_from, h.valid_to)
                * daterange(w.valid_from, w.valid_to))) as held
        from organization.post_published p
        join organization.profile_published o on o.id = p.organization
            and o.kind not in ('temporary', 'work-committee')
            and o.valid_from < p.valid_to and o.valid_to > p.valid_from
        join organization.place_published h on h.id = p.organization
            and h.valid_from < p.valid_to and h.valid_to > p.valid_from
        join member.profile f on f.id = p.member
            and f.valid_from < p.valid_to and f.valid_to > p.valid_from
        join organization.place_published w on w.id = f.organization
            and w.valid_from < p.valid_to and w.valid_to > p.valid_from
        where (p.officer or p.kind = 'group-leader')
            and not starts_with(w.path, case when o.kind = 'group'
                then regexp_replace(h.path, '[0-9]+/$', '') else h.path end)
        group by p.id, p.organization) e
    union all
    -- The same, of somebody who has left the register.
    select 'post', p.organization, 'post', p.id, greatest(m.left_on, p.valid_from), p.valid_to
    from organization.post_published p
    join member.member m on m.id = p.member and m.left_on < p.valid_to
    where p.officer or p.kind = 'group-leader';

grant select on member.duty_published, member.correction_published, member.mismatch_published
    to sunmao_app;
