package org.sunmao.message.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.message.internal.Budget.Had;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Digests in PostgreSQL: made once a day, read by their account alone. */
@Repository
class DigestStore {

    private static final String HAD =
            """
            select account, count(*) as in_year, count(*) filter (where day >= :month) as in_month,
              bool_or(day = :day) as today
            from message.digest
            where account = any(:accounts) and day >= :year and day <= :day
            group by account
            """;

    /** Of two who make it at once, the second waits for the first, and makes nothing. */
    private static final String ADD =
            """
            insert into message.digest (id, account, day, monthly, made_at)
            values (:id, :account, :day, :monthly, :at)
            on conflict (account, day) do nothing
            """;

    private static final String LINES =
            """
            insert into message.line (digest, number, kind, duty)
            select :digest, l.number, l.kind, l.duty
            from unnest(:numbers, :kinds, :duties) as l (number, kind, duty)
            """;
    private static final String TELL =
            """
            insert into message.told (account, duty, deciding, until, gravest)
            select :account, l.duty, l.deciding, :day, l.gravest
            from unnest(:duties, :deciding, :gravest) as l (duty, deciding, gravest)
            on conflict (account, duty, deciding)
              do update set until = excluded.until, gravest = excluded.gravest
            """;

    private static final String LIST =
            """
            select id, day, monthly, seen,
              (select count(*) from message.line l where l.digest = g.id) as lines
            from message.digest g
            where account = :account and (cast(:before as date) is null or day < :before)
            order by day desc limit :limit
            """;
    private static final String UNSEEN =
            "select count(*) from message.digest where account = :account and not seen";
    private static final String SEE =
            "update message.digest set seen = true where id = :id and account = :account";

    private static final String READ =
            """
            select l.digest, l.kind, d.id, d.name, d.organization, n.name as organization_name,
              d.due, d.state, d.light
            from message.line l
            join duty.duty_published d on d.id = l.duty
            join organization.label_published n on n.id = d.organization
              and n.valid_from <= :day and n.valid_to > :day
            where l.digest = any(:digests) and l.number <= :most
              and (:everything or d.organization in (select p.id
                from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day))
            order by l.digest, l.number
            """;

    private static final String LET_GO = "delete from message.digest where day < :before";

    /** What was told of a duty that is over: it can be told no more. */
    private static final String FORGET =
            """
            delete from message.told t
            where t.until < :before and not exists (select from duty.duty_published d
              where d.id = t.duty and d.ended_on = 'infinity' and d.void_on = 'infinity')
            """;

    record Kept(UUID id, LocalDate day, boolean monthly, boolean seen, int lines) {}

    /** A line, and the duty as it stands now. */
    record Line(
            UUID digest,
            String kind,
            UUID id,
            String name,
            UUID organization,
            String organizationName,
            LocalDate due,
            String state,
            String light) {}

    private record Count(UUID account, int inYear, int inMonth, boolean today) {}

    private static final RowMapper<Count> COUNTS = new SimplePropertyRowMapper<>(Count.class);
    private static final RowMapper<Kept> KEPT = new SimplePropertyRowMapper<>(Kept.class);
    private static final RowMapper<Line> LINE = new SimplePropertyRowMapper<>(Line.class);

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each of the accounts has had; those that have had nothing are not named. */
    Map<UUID, Had> had(Collection<UUID> accounts, LocalDate day) {
        var had = new HashMap<UUID, Had>();
        jdbc.sql(HAD)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("day", day)
                .param("month", day.withDayOfMonth(1))
                .param("year", day.withDayOfYear(1))
                .query(COUNTS)
                .list()
                .forEach(
                        one ->
                                had.put(
                                        one.account(),
                                        new Had(one.inYear(), one.inMonth(), one.today())));
        return had;
    }

    /** Makes one, unless there is one of the day; tells whether it did. */
    boolean make(UUID account, LocalDate day, Draft draft, Instant at) {
        var items = draft.items();
        var id = UuidCreator.getTimeOrderedEpoch();
        var made =
                jdbc.sql(ADD)
                        .param("id", id)
                        .param("account", account)
                        .param("day", day)
                        .param("monthly", draft.monthly())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update();
        if (made == 0) {
            return false;
        }
        jdbc.sql(LINES)
                .param("digest", id)
                .param("numbers", numbers(items.size()))
                .param("kinds", texts(items, item -> item.kind().code()))
                .param("duties", duties(items))
                .update();
        jdbc.sql(TELL)
                .param("account", account)
                .param("day", day)
                .param("duties", duties(items))
                .param("deciding", items.stream().map(Item::deciding).toArray(Boolean[]::new))
                .param("gravest", texts(items, item -> item.gravest().code()))
                .update();
        return true;
    }

    private static Integer[] numbers(int size) {
        return IntStream.rangeClosed(1, size).boxed().toArray(Integer[]::new);
    }

    private static String[] texts(List<Item> items, Function<Item, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static UUID[] duties(List<Item> items) {
        return items.stream().map(Item::duty).toArray(UUID[]::new);
    }

    List<Kept> list(UUID account, @Nullable LocalDate before, int limit) {
        return jdbc.sql(LIST)
                .param("account", account)
                .param("before", before, Types.DATE)
                .param("limit", limit)
                .query(KEPT)
                .list();
    }

    int unseen(UUID account) {
        return jdbc.sql(UNSEEN).param("account", account).query(Integer.class).single();
    }

    boolean see(UUID account, UUID id) {
        return jdbc.sql(SEE).param("account", account).param("id", id).update() == 1;
    }

    /** The first lines of each digest, as far as their duties lie within the scope. */
    List<Line> lines(Scope scope, Collection<UUID> digests, int most) {
        return jdbc.sql(READ)
                .param("digests", digests.toArray(UUID[]::new))
                .param("most", most)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day())
                .query(LINE)
                .list();
    }

    int letGo(LocalDate before) {
        return jdbc.sql(LET_GO).param("before", before).update();
    }

    int forget(LocalDate before) {
        return jdbc.sql(FORGET).param("before", before).update();
    }
}
