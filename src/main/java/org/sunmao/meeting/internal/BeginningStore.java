package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.meeting.Beginning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps from when on organization life is recorded. */
@Repository
class BeginningStore implements Beginning {

    private static final String SET = "update meeting.beginning set begun_on = :day";
    private static final String BEFORE = "select begun_on from meeting.beginning";

    /** All that is concerned lies below. */
    private static final String TOPS =
            """
            select id from organization.place_published
            where parent is null and valid_to = 'infinity' order by path
            """;

    private final JdbcClient jdbc;
    private final Journal journal;

    BeginningStore(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public void set(Scope scope, LocalDate day) {
        var before = jdbc.sql(BEFORE).query(LocalDate.class).single();
        if (before.equals(day)) {
            return;
        }
        jdbc.sql(SET).param("day", day).update();
        var tops = jdbc.sql(TOPS).query((row, _) -> row.getObject(1, UUID.class)).list();
        journal.append(scope.actor(), tops.stream().map(top -> act(top, before, day)).toList());
    }

    private static Act act(@Nullable UUID top, LocalDate before, LocalDate day) {
        return new Act(
                top,
                "meeting.begin",
                "organization",
                top,
                day,
                List.of(),
                Map.of("before", before.toString(), "after", day.toString()));
    }
}
