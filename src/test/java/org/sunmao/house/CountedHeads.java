package org.sunmao.house;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.Headcounts;

/** Counts members where module member does not. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedHeads {

    private static final String COUNT =
            """
            select count(*)::integer as members,
              count(*) filter (where status = 'full')::integer as full,
              count(*) filter (where status = 'probationary')::integer as probationary,
              count(*) filter (where floating)::integer as floating,
              count(*) filter (where organization = :id)::integer as held
            from member.profile where valid_from <= :day and valid_to > :day
              and organization in (select p.id from organization.place p,
                organization.place t where t.id = :id and starts_with(p.path, t.path)
                and t.valid_from <= :day and t.valid_to > :day
                and p.valid_from <= :day and p.valid_to > :day)
            """;

    @Bean
    @Fallback
    Headcounts countedHeads(JdbcClient jdbc) {
        return (id, day) ->
                jdbc.sql(COUNT).param("id", id).param("day", day).query(Headcount.class).single();
    }
}
