package org.sunmao.duty.internal;

/**
 * The one statement by which it is told whether people have learned what they are asked to, in its
 * parts. What was held counts on its own day for whoever came, whichever organization wrote it
 * down; who is old or weak is not counted at all (R-EDU-07).
 */
final class LearningSql {

    /** Members on the last day of the period who had joined before the second half of it. */
    static final String MEMBERS =
            """
            select a.organization, d.id as member, greatest(a.first, l.established_on) as opens,
              a.last as due, a.first, a.last as until, a.need, cast(null as date) as ceased
            from asked a
            join organization.lifetime_published l on l.id = a.organization
              and l.established_on <= a.middle and l.ended_on > a.first
            join member.duty_published d on d.organization = a.organization
              and d.valid_from <= a.last and d.valid_to > a.last and d.standing = 'normal'
              and coalesce(d.joined_on, a.first) <= a.middle
            join member.counted_published c on c.id = d.id and c.valid_from = d.valid_from
              and c.member_class is distinct from 'frail'
            """;

    /** Those in the committee in the middle and at the end of the period. */
    static final String OFFICERS =
            """
            select distinct a.organization, p.member, greatest(a.first, l.established_on) as opens,
              a.last as due, a.first, a.last as until, a.need, cast(null as date) as ceased
            from asked a
            join organization.lifetime_published l on l.id = a.organization
              and l.established_on <= a.middle and l.ended_on > a.first
            join organization.post_published p on p.organization = a.organization
              and p.officer and p.valid_from <= a.last and p.valid_to > a.last
            join organization.post_published q on q.organization = a.organization
              and q.officer and q.member = p.member
              and q.valid_from <= a.middle and q.valid_to > a.middle
            where not exists (select from member.counted_published c where c.id = p.member
              and c.valid_from <= a.last and c.valid_to > a.last and c.member_class = 'frail')
            """;

    static final String SECRETARIES = OFFICERS.replace(".officer", ".kind = 'secretary'");

    /** Who became the secretary, and was not before; until they are that no more. */
    static final String NEW_SECRETARIES =
            """
            select a.organization, p.member, p.valid_from as opens, cast(null as date) as due,
              p.valid_from as first, p.valid_to - 1 as until, a.need,
              nullif(p.valid_to, 'infinity') as ceased
            from asked a
            join organization.post_published p on p.organization = a.organization
              and p.kind = 'secretary' and p.member is not null and p.valid_from >= a.first
            where not exists (select from organization.post_published q
              where q.organization = p.organization and q.kind = 'secretary'
                and q.member = p.member and q.valid_from < p.valid_from
                and q.valid_to >= p.valid_from)
            """;

    /** Whoever holds the member now sends them to it. */
    static final String PROBATIONERS =
            """
            select a.organization, d.id as member, d.joined_on as opens, cast(null as date) as due,
              d.joined_on as first, date 'infinity' as until, a.need, cast(null as date) as ceased
            from asked a
            join member.duty_published d on d.organization = a.organization
              and d.valid_to = 'infinity' and d.standing = 'normal' and d.joined_on >= a.first
            join member.counted_published c on c.id = d.id and c.valid_from = d.valid_from
              and c.member_class is distinct from 'frail'
            """;

    static final String CONVERTED =
            PROBATIONERS.replace("d.joined_on", "d.full_on") + " where d.status = 'full'";

    static final String ANYBODY = "true";

    /** Of what kind its holder was on that day. */
    private static final String COMMITTEE =
            """
            exists (select from organization.profile_published k where k.id = %s
              and k.valid_from <= c.held_on and k.valid_to > c.held_on
              and k.kind in ('committee', 'work-committee'%s))
            """;

    /** Not a branch nor a group: whoever stands above branches. */
    static final String SUPERIOR = COMMITTEE.formatted("c.holder", ", 'general-branch'");

    /**
     * The register knows of no levels: of the county or above is a committee above the nearest one
     * of the branch, or the nearest where it is the only one.
     */
    static final String COUNTY =
            COMMITTEE.formatted("c.holder", "")
                    + """
                    and exists (select from organization.place_published b
                      join organization.place_published h on h.id = c.holder
                        and h.valid_from <= c.held_on and h.valid_to > c.held_on
                        and starts_with(b.path, h.path) and b.path <> h.path
                      where b.id = w.organization
                        and b.valid_from <= c.held_on and b.valid_to > c.held_on
                        and (h.parent is null
                          or exists (select from organization.place_published n
                            where n.path in (regexp_replace(b.path, '[0-9]+/$', ''),
                                regexp_replace(b.path, '[0-9]+/[0-9]+/$', ''))
                              and n.path <> h.path and starts_with(n.path, h.path)
                              and n.valid_from <= c.held_on and n.valid_to > c.held_on and %s)))
                    """
                            .formatted(COMMITTEE.formatted("n.id", ""));

    /** How much each counts. */
    static final String MINUTES = "m.minutes";

    static final String TIMES = "1";

    private static final String REACHED =
            """
            with asked as materialized (
              select * from unnest(cast(:organizations as uuid[]), cast(:firsts as date[]),
                cast(:middles as date[]), cast(:lasts as date[]), cast(:needs as int[]))
                a (organization, first, middle, last, need)),
            who as materialized (%1$s),
            since as materialized (select min(first) as day from who),
            places as materialized (
              select distinct h.id from member.duty_published d
              cross join lateral (values (d.organization), (d.party_group)) h (id)
              where d.id in (select member from who) and h.id is not null
                and d.valid_to > (select day from since)),
            came as materialized (
              select m.organization as holder, m.held_on, %2$s as amount, x.member
              from places p join meeting.held_published m on m.organization = p.id
              cross join lateral unnest(m.present) x (member)
              where m.type = any(:types) and m.held_on >= (select day from since)
              union all
              select m.organization, m.held_on, %2$s, x.member
              from meeting.held_published m
              cross join lateral unnest(m.guests || m.hosted) x (member)
              where m.visited and m.type = any(:types)
                and m.held_on >= (select day from since)),
            reached as materialized (
              select w.organization, w.opens, w.due, w.ceased, w.member,
                coalesce(sum(c.amount), 0) >= w.need as enough
              from who w left join came c on c.member = w.member
                and c.held_on between w.first and w.until and %3$s
              group by w.organization, w.opens, w.due, w.ceased, w.member, w.need)
            """;

    private static final String LACKING =
            "select member from reached where not enough and opens = :opens";

    private LearningSql() {}

    /** On which day is asked only where nobody lacks it: most of a year somebody does. */
    static String counted(String who, String amount, String held) {
        return REACHED.formatted(who, amount, held)
                + """
                , counted as materialized (
                  select organization, opens, max(due) as due,
                    case when count(ceased) = count(*) then max(ceased) end as ceased,
                    count(*) as counted, count(*) filter (where not enough) as lacking
                  from reached group by organization, opens),
                summed as (
                  select w.organization, w.opens, w.member, w.need, c.held_on,
                    sum(c.amount) over (partition by w.organization, w.opens, w.member
                      order by c.held_on) as had
                  from counted n join who w on w.organization = n.organization and w.opens = n.opens
                  join came c on c.member = w.member
                    and c.held_on between w.first and w.until and %1$s
                  where n.lacking = 0),
                met as (
                  select organization, opens, max(day) as day from (
                    select organization, opens, member, min(held_on) as day
                    from summed where had >= need group by organization, opens, member) m
                  group by organization, opens)
                select n.*,
                  case when m.day is not null then greatest(n.opens, m.day) end as ended_on
                from counted n
                left join met m on m.organization = n.organization and m.opens = n.opens
                """
                        .formatted(held);
    }

    static String lacking(String who, String amount, String held) {
        return REACHED.formatted(who, amount, held) + LACKING;
    }
}
