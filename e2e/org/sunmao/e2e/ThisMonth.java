package org.sunmao.e2e;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Holds branches to what is due in this whole month: the house of the journeys was opened today,
 * and asks nothing of the days before.
 */
@TestComponent
class ThisMonth {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BEGUN = "select begun_on from meeting.beginning";
    private static final String BEGIN = "update meeting.beginning set begun_on = ?";

    private final JdbcClient jdbc;
    private @Nullable LocalDate before;

    ThisMonth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void isRecorded() {
        before = jdbc.sql(BEGUN).query(LocalDate.class).single();
        begin(YearMonth.now(ZONE).atDay(1));
    }

    /** As it was: other journeys count what is due, too. */
    void isOver() {
        if (before != null) {
            begin(before);
        }
    }

    private void begin(LocalDate day) {
        jdbc.sql(BEGIN).param(day).update();
    }
}
