package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.sunmao.duty.Occasions;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Who of an organization has not yet learned what a rule asks of them (R-EDU): one occasion for all
 * of them, met on the day on which the last of them had.
 *
 * @param yearly whether it is asked in each year; else once of each group of people
 * @param need how much of it, by the rules of the organization
 */
record Learning(
        String name,
        RuleId rule,
        Sought sought,
        boolean yearly,
        ToIntFunction<Function<RuleId, Rule>> need,
        JdbcClient jdbc,
        Rulebook rulebook)
        implements Occasions {

    static final RuleId MEMBERS = new RuleId("R-EDU-01");
    static final RuleId OFFICERS = new RuleId("R-EDU-02");
    static final RuleId SECRETARIES = new RuleId("R-EDU-03");
    static final RuleId NEWCOMERS = new RuleId("R-EDU-04");

    private static final String BEGINNING = "select begun_on from meeting.beginning_published";
    private static final int MIDDLE_MONTH = 7;
    private static final int MIDDLE_DAY = 2;

    /**
     * Of whom what is sought.
     *
     * @param types what counts for it
     * @param amount how much each of these counts
     * @param held which of them count at all
     */
    record Sought(String who, List<String> types, String amount, String held) {}

    /** Of an organization in one period. */
    private record Asked(UUID organization, LocalDate first, LocalDate last, int need) {

        /** Whoever comes later comes in the second half. */
        private LocalDate middle() {
            return LocalDate.of(first.getYear(), MIDDLE_MONTH, MIDDLE_DAY);
        }
    }

    @Override
    public void find(Set<UUID> organizations, LocalDate today, Consumer<Occasion> found) {
        var asked = asked(organizations, begunOn(), today);
        if (!asked.isEmpty()) {
            var sql = LearningSql.counted(sought.who(), sought.amount(), sought.held());
            statement(sql, asked).query((row, _) -> occasion(row)).list().forEach(found);
        }
    }

    /** Who it is that has not: asked within a scope that sees everything. */
    List<UUID> lacking(UUID organization, LocalDate opens, LocalDate today) {
        var asked = asked(Set.of(organization), begunOn(), today);
        if (yearly) {
            asked.removeIf(one -> one.first().getYear() != opens.getYear());
        }
        if (asked.isEmpty()) {
            return List.of();
        }
        var sql = LearningSql.lacking(sought.who(), sought.amount(), sought.held());
        return statement(sql, asked)
                .param("opens", opens)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private LocalDate begunOn() {
        return jdbc.sql(BEGINNING).query((row, _) -> RegisterReading.day(row, "begun_on")).single();
    }

    /** The years that have begun since it is recorded, and the next one. */
    private List<Asked> asked(Collection<UUID> organizations, LocalDate begunOn, LocalDate today) {
        var asked = new ArrayList<Asked>();
        if (begunOn.equals(NEVER)) {
            return asked;
        }
        if (!yearly) {
            organizations.forEach(one -> asked.add(asked(one, begunOn, NEVER)));
            return asked;
        }
        var first = begunOn.getDayOfYear() == 1 ? begunOn.getYear() : begunOn.getYear() + 1;
        for (var year = first; year <= Math.max(today.getYear() + 1, first); year++) {
            var newYear = LocalDate.of(year, 1, 1);
            var last = LocalDate.of(year, 12, 31);
            organizations.forEach(one -> asked.add(asked(one, newYear, last)));
        }
        return asked;
    }

    private Asked asked(UUID organization, LocalDate first, LocalDate last) {
        var needed = need.applyAsInt(id -> rulebook.rule(id, first, organization));
        return new Asked(organization, first, last, needed);
    }

    private StatementSpec statement(String sql, List<Asked> asked) {
        return jdbc.sql(sql)
                .param(
                        "organizations",
                        asked.stream().map(Asked::organization).toArray(UUID[]::new))
                .param("firsts", days(asked, Asked::first))
                .param("middles", days(asked, Asked::middle))
                .param("lasts", days(asked, Asked::last))
                .param("needs", asked.stream().map(Asked::need).toArray(Integer[]::new))
                .param("types", sought.types().toArray(String[]::new));
    }

    private static String[] days(List<Asked> asked, Function<Asked, LocalDate> day) {
        return asked.stream().map(day).map(LocalDate::toString).toArray(String[]::new);
    }

    private Occasion occasion(ResultSet row) throws SQLException {
        var organization = row.getObject("organization", UUID.class);
        var opens = row.getObject("opens", LocalDate.class);
        return new Occasion(
                organization,
                "organization",
                organization,
                opens,
                row.getObject("due", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                evidence(row, organization, opens),
                row.getObject("ceased", LocalDate.class));
    }

    /** Numbers of people, and what is asked of each: nobody's own hours (AF-02). */
    private Map<String, Object> evidence(ResultSet row, UUID organization, LocalDate opens)
            throws SQLException {
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("asked", row.getInt("counted"));
        evidence.put("lacking", row.getInt("lacking"));
        if (!sought.amount().equals(LearningSql.MINUTES)) {
            return evidence;
        }
        evidence.put("bound:hours", rulebook.rule(rule, opens, organization).figure("hours"));
        evidence.put("classHour", rulebook.rule(MEMBERS, opens, organization).figure("classHour"));
        return evidence;
    }
}
