package org.sunmao.duty.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.duty.Occasions;

import tools.jackson.databind.json.JsonMapper;

/** The occasions that the registers themselves make. */
@Configuration(proxyBeanMethods = false)
class RegisterOccasions {

    /** A term is to end by an election on its last day; a new term begins with one. */
    private static final String TERMS =
            """
            select organization, 'organization' as subject_kind, organization as subject,
              valid_from as from_day, coalesce(extended_to, due) as due,
              nullif(valid_to, 'infinity') as ended_on,
              jsonb_build_object('term', due, 'extended', extended_to)::text as evidence
            from organization.term_published where organization = any(:organizations)
            """;

    /**
     * R-BR-12: from the day somebody becomes secretary until a year after they became a full
     * member, or until they leave the post.
     */
    private static final String STANDING =
            """
            select p.organization, 'post' as subject_kind, p.id as subject,
              p.valid_from as from_day, null::date as due,
              nullif(least(p.valid_to, (m.full_on + interval '1 year')::date), 'infinity')
                as ended_on,
              jsonb_build_object('fullOn', m.full_on)::text as evidence
            from organization.post_published p
            cross join lateral (
              select f.full_on from member.duty_published f
              where f.id = p.member and f.valid_from <= p.valid_from and f.valid_to > p.valid_from
              limit 1) m
            where p.organization = any(:organizations) and p.kind = 'secretary'
              and m.full_on + interval '1 year' > p.valid_from
            """;

    /** Without a break of the same: away, of this branch, and nobody named. */
    private static final String FLOATING =
            """
            select s.organization, 'person' as subject_kind, s.id as subject,
              lower(s.away) as from_day, null::date as due,
              nullif(coalesce(upper(s.away), 'infinity'), 'infinity') as ended_on,
              '{}' as evidence
            from (select id, organization,
                unnest(range_agg(daterange(valid_from, valid_to))) as away
              from member.duty_published
              where organization = any(:organizations) and floating and not contact_named
              group by id, organization) s
            """;

    /** Whoever holds the member today answers; what a committee decides, the committee above. */
    private static final String CORRECTIONS =
            """
            select o.organization, 'case' as subject_kind, c.id as subject,
              (c.asked_at at time zone 'Asia/Shanghai')::date as from_day, c.due_on as due,
              (c.answered_at at time zone 'Asia/Shanghai')::date as ended_on,
              '{}' as evidence
            from member.correction_published c
            cross join lateral (
              select f.organization from member.duty_published f
              where f.id = c.member and f.valid_from <= :today
              order by f.valid_from desc limit 1) m
            cross join lateral (
              select case when not c.committee then m.organization else coalesce((
                select a.id from organization.place_published h
                join organization.place_published a on starts_with(h.path, a.path)
                  and a.valid_from <= :today and a.valid_to > :today
                join organization.profile_published k on k.id = a.id and k.kind = 'committee'
                  and k.valid_from <= :today and k.valid_to > :today
                where h.id = m.organization and h.valid_from <= :today and h.valid_to > :today
                order by length(a.path) desc limit 1), m.organization) end as organization) o
            where o.organization = any(:organizations)
              and c.state in ('asked', 'accepted', 'done', 'refused')
            """;

    private static final String MISMATCHES =
            """
            select organization, subject_kind, subject, since as from_day, null::date as due,
              nullif(coalesce(until, 'infinity'), 'infinity') as ended_on,
              jsonb_build_object('kind', kind)::text as evidence
            from member.mismatch_published where organization = any(:organizations)
            """;

    /** R-EVA-05: until everybody who was graded has been told, but for those who are gone. */
    private static final String UNTOLD =
            """
            select g.organization, 'organization' as subject_kind, g.organization as subject,
              g.held_on as from_day, null::date as due,
              case when count(*) = count(g.told_on) then greatest(g.held_on, max(g.told_on)) end
                as ended_on,
              jsonb_build_object('untold', count(*) - count(g.told_on))::text as evidence
            from meeting.grade_published g
            where g.organization = any(:organizations) and g.grade is not null
              and (g.told_on is not null or exists (select from member.duty_published f
                where f.id = g.member and f.valid_to = 'infinity'))
            group by g.organization, g.held_on
            """;

    @Bean
    Occasions termOccasions(JdbcClient jdbc, JsonMapper json) {
        return new QueriedOccasions("term", TERMS, jdbc, json);
    }

    @Bean
    Occasions untoldOccasions(JdbcClient jdbc, JsonMapper json) {
        return new QueriedOccasions("appraisal-untold", UNTOLD, jdbc, json);
    }

    @Bean
    Occasions standingOccasions(JdbcClient jdbc, JsonMapper json) {
        return new QueriedOccasions("secretary-standing", STANDING, jdbc, json);
    }

    @Bean
    Occasions floatingOccasions(JdbcClient jdbc, JsonMapper json) {
        return new QueriedOccasions("floating-without-contact", FLOATING, jdbc, json);
    }

    @Bean
    Occasions correctionOccasions(JdbcClient jdbc, JsonMapper json) {
        return new QueriedOccasions("correction", CORRECTIONS, jdbc, json);
    }

    @Bean
    Occasions mismatchOccasions(JdbcClient jdbc, JsonMapper json) {
        return new QueriedOccasions("mismatch", MISMATCHES, jdbc, json);
    }
}
