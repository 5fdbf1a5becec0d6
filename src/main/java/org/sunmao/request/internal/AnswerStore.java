package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers in PostgreSQL: none is changed; a later one of the same period corrects it. */
@Repository
class AnswerStore {

    private static final String ADD =
            """
            insert into request.answer (id, request, organization, period, number, answers, on_day,
              reason, account, behalf, name, at)
            values (:id, :request, :organization, :period, :number, cast(:values as jsonb), :on,
              :reason, :account, :behalf, :name, :at)
            """;
    private static final String OF =
            """
            select * from request.answer where request = :request and organization = :organization
            order by period, number
            """;

    /** Of each organization, its last answer counts. */
    private static final String PROGRESS =
            """
            select p.key, p.from_on, p.due, (select count(*) from request.answer a
                where a.request = p.request and a.period = p.key and a.number = 1) as answered
            from request.period p where p.request = :request order by p.from_on
            """;

    private static final String SUMS =
            """
            select l.period, i.item, sum(cast(l.answers ->> i.item as numeric)) as sum,
              count(l.answers ->> i.item) as count
            from (select distinct on (period, organization) period, answers from request.answer
                where request = :request order by period, organization, number desc) l,
              (select cast(o - 1 as integer) as item
                from request.request r, jsonb_array_elements(r.items) with ordinality e (one, o)
                where r.id = :request and e.one ->> 'kind' = 'number') i
            group by l.period, i.item order by l.period, i.item
            """;

    private static final String OPEN =
            """
            select p.request, min(p.due) as due from request.period p
              join request.target t on t.request = p.request and t.organization = :organization
            where p.request in (:requests) and p.from_on <= :day
              and not exists (select from request.answer a where a.request = p.request
                and a.period = p.key and a.organization = :organization)
            group by p.request
            """;

    /** By the order of the tree, which is that of the numbers of organizations. */
    private static final String ORGANIZATIONS =
            """
            select o.path, l.id as organization_id, l.name as organization_name, a.*
            from request.target t
              join organization.place_published o on o.id = t.organization
                and o.valid_from <= :day and o.valid_to > :day
              join organization.label_published l on l.id = t.organization
              left join lateral (select * from request.answer a where a.request = t.request
                and a.period = :period and a.organization = t.organization
                order by a.number desc limit 1) a on true
            where t.request = :request
              and (cast(:answered as boolean) is null or (a.id is not null) = :answered)
              and (cast(:after as text) is null or o.path > :after collate "C")
            order by o.path collate "C" limit :limit
            """;

    /**
     * One answer.
     *
     * @param number 1 for the first, more for corrections
     * @param values in the order of the items
     * @param on the own day of what is told
     */
    record Answer(
            UUID id,
            UUID request,
            UUID organization,
            String period,
            int number,
            List<String> values,
            LocalDate on,
            @Nullable String reason,
            UUID account,
            @Nullable UUID behalf,
            String name,
            Instant at) {}

    record Sum(int item, BigDecimal sum, int count) {}

    /** How many have answered for a period, and their numbers together. */
    record Progress(Period period, int answered, List<Sum> sums) {}

    /** An organization that is asked, with its last answer. */
    record Asked(UUID organization, String name, String path, @Nullable Answer answer) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Answer> rows = (row, _) -> answer(row);

    AnswerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Answer answer) {
        jdbc.sql(ADD)
                .param("id", answer.id())
                .param("request", answer.request())
                .param("organization", answer.organization())
                .param("period", answer.period())
                .param("number", answer.number())
                .param("values", json.writeValueAsString(answer.values()))
                .param("on", answer.on())
                .param("reason", answer.reason(), Types.VARCHAR)
                .param("account", answer.account())
                .param("behalf", answer.behalf(), Types.OTHER)
                .param("name", answer.name())
                .param("at", RequestRows.at(answer.at()))
                .update();
    }

    List<Answer> of(UUID request, UUID organization) {
        return jdbc.sql(OF)
                .param("request", request)
                .param("organization", organization)
                .query(rows)
                .list();
    }

    List<Progress> progress(UUID request) {
        var sums = new HashMap<String, List<Sum>>();
        jdbc.sql(SUMS)
                .param("request", request)
                .query(
                        row -> {
                            var sum =
                                    new Sum(
                                            row.getInt("item"),
                                            row.getBigDecimal("sum"),
                                            row.getInt("count"));
                            sums.computeIfAbsent(
                                            row.getString("period"),
                                            _ -> new java.util.ArrayList<>())
                                    .add(sum);
                        });
        return jdbc.sql(PROGRESS)
                .param("request", request)
                .query(
                        (row, _) ->
                                new Progress(
                                        new Period(
                                                row.getString("key"),
                                                row.getObject("from_on", LocalDate.class),
                                                row.getObject("due", LocalDate.class)),
                                        row.getInt("answered"),
                                        sums.getOrDefault(row.getString("key"), List.of())))
                .list();
    }

    /** By when an organization is to answer next, by request. */
    Map<UUID, LocalDate> open(List<UUID> requests, UUID organization, LocalDate day) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        var open = new HashMap<UUID, LocalDate>();
        jdbc.sql(OPEN)
                .param("requests", requests)
                .param("organization", organization)
                .param("day", day)
                .query(
                        row -> {
                            open.put(
                                    row.getObject("request", UUID.class),
                                    row.getObject("due", LocalDate.class));
                        });
        return open;
    }

    /**
     * Who is asked, in the order of the tree.
     *
     * @param answered only those who have, or only those who have not; null for all
     */
    List<Asked> organizations(
            UUID request,
            String period,
            @Nullable Boolean answered,
            @Nullable String after,
            LocalDate day,
            int limit) {
        return jdbc.sql(ORGANIZATIONS)
                .param("request", request)
                .param("period", period)
                .param("answered", answered, Types.BOOLEAN)
                .param("after", after, Types.VARCHAR)
                .param("day", day)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Asked(
                                        row.getObject("organization_id", UUID.class),
                                        row.getString("organization_name"),
                                        row.getString("path"),
                                        row.getObject("id") == null ? null : answer(row)))
                .list();
    }

    private Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getObject("id", UUID.class),
                row.getObject("request", UUID.class),
                row.getObject("organization", UUID.class),
                row.getString("period"),
                row.getInt("number"),
                json.readTree(row.getString("answers"))
                        .valueStream()
                        .map(value -> value.asString())
                        .toList(),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("account", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("name"),
                RequestRows.instant(row, "at"));
    }
}
