package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The years of which something was entered, and their days. */
@Repository
class YearStore {

    private static final String VERSIONS = "select year, version from calendar.year";
    private static final String YEARS = "select * from calendar.year order by year";
    private static final String YEAR = "select * from calendar.year where year = :year for update";
    private static final String DAYS_OF =
            "select day, works, name from calendar.day where year = :year order by day";
    private static final String DAYS = "select day, works, name from calendar.day order by day";

    /** Of two processes that begin at once, the second finds what the first has entered. */
    private static final String ADD =
            """
            insert into calendar.year (year, status, notice, version, entered_by, entered_as,
              entered_at)
            values (:year, :status, :notice, 1, :account, :as, :at)
            on conflict do nothing
            """;

    private static final String CHANGE =
            """
            update calendar.year set status = :status, notice = :notice, version = version + 1,
              entered_by = :account, entered_as = :as, entered_at = :at
            where year = :year and version = :version
            """;
    private static final String CLEAR = "delete from calendar.day where year = :year";
    private static final String ADD_DAYS =
            """
            insert into calendar.day (day, year, works, name)
            select day, :year, works, name
            from unnest(cast(:days as date[]), cast(:works as boolean[]), cast(:names as text[]))
              said (day, works, name)
            """;

    private record YearVersion(int year, int version) {}

    private final JdbcClient jdbc;

    YearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The versions that stand, by year. */
    Map<Integer, Integer> versions() {
        return jdbc.sql(VERSIONS).query(YearVersion.class).list().stream()
                .collect(Collectors.toMap(YearVersion::year, YearVersion::version));
    }

    Map<Integer, KeptYear> all() {
        var days =
                jdbc.sql(DAYS).query((row, _) -> day(row)).list().stream()
                        .collect(Collectors.groupingBy(said -> said.day().getYear()));
        return jdbc
                .sql(YEARS)
                .query((row, _) -> year(row, days.getOrDefault(row.getInt("year"), List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(KeptYear::year, kept -> kept));
    }

    /** The year as it stands, for the caller's transaction to change. */
    @Nullable KeptYear find(int year) {
        return jdbc.sql(YEAR)
                .param("year", year)
                .query((row, _) -> year(row, days(year)))
                .optional()
                .orElse(null);
    }

    private List<NamedDay> days(int year) {
        return jdbc.sql(DAYS_OF).param("year", year).query((row, _) -> day(row)).list();
    }

    /** Whether nothing was entered of the year before. */
    boolean add(KeptYear kept) {
        if (written(ADD, kept).update() == 0) {
            return false;
        }
        addDays(kept);
        return true;
    }

    /**
     * Puts what is given in the place of what has its version.
     *
     * @return whether that was still there
     */
    boolean change(KeptYear kept) {
        if (written(CHANGE, kept).param("version", kept.version()).update() == 0) {
            return false;
        }
        jdbc.sql(CLEAR).param("year", kept.year()).update();
        addDays(kept);
        return true;
    }

    private JdbcClient.StatementSpec written(String sql, KeptYear kept) {
        return jdbc.sql(sql)
                .param("year", kept.year())
                .param("status", kept.official() ? "official" : "presumed")
                .param("notice", kept.notice())
                .param("account", kept.account(), Types.OTHER)
                .param("as", kept.enteredAs())
                .param("at", kept.enteredAt().atOffset(ZoneOffset.UTC));
    }

    private void addDays(KeptYear kept) {
        var days = kept.days();
        jdbc.sql(ADD_DAYS)
                .param("year", kept.year())
                .param(
                        "days",
                        days.stream().map(said -> said.day().toString()).toArray(String[]::new))
                .param("works", days.stream().map(NamedDay::works).toArray(Boolean[]::new))
                .param("names", days.stream().map(NamedDay::name).toArray(String[]::new))
                .update();
    }

    private static NamedDay day(ResultSet row) throws SQLException {
        return new NamedDay(
                row.getObject("day", LocalDate.class),
                row.getBoolean("works"),
                row.getString("name"));
    }

    private static KeptYear year(ResultSet row, List<NamedDay> days) throws SQLException {
        return new KeptYear(
                row.getInt("year"),
                row.getString("status").equals("official"),
                row.getString("notice"),
                row.getInt("version"),
                row.getObject("entered_by", UUID.class),
                row.getString("entered_as"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                days);
    }
}
