package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.HouseTest;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Random;

/** The database and the model tell the same of a duty on any day, and by any days. */
@HouseTest
class StandingOnTests {

    private static final int TRIES = 2000;
    private static final LocalDate START = LocalDate.of(2026, 3, 1);

    private static final String ASK =
            """
            select s.state || ' ' || s.light from (select
              cast(:opens as date) as opens, cast(:due as date) as due,
              cast(:yellow as date) as yellow_from, cast(:red as date) as red_from,
              cast(:ended as date) as ended_on, cast(:contested as date) as contested_on,
              cast(:contestUntil as date) as contest_until, cast(:waived as date) as waived_on,
              cast(:waivedUntil as date) as waived_until, cast(:void as date) as void_on) d
            """
                    + StandingSql.ON_DAY;

    @Autowired JdbcClient jdbc;

    @Test
    void theDatabaseAndTheModelTellTheSame() {
        var dice = new Random(20261127);
        for (var i = 0; i < TRIES; i++) {
            var days = days(dice);
            var day = START.plusDays(dice.nextInt(14) - 2);
            var told = days.on(day);
            assertThat(asked(days, day))
                    .as(days + " on " + day)
                    .isEqualTo(told.state().code() + " " + told.light().code());
        }
    }

    private String asked(DutyDays it, LocalDate day) {
        return jdbc.sql(ASK)
                .param("day", day)
                .param("opens", it.opens())
                .param("due", it.due())
                .param("yellow", DutyReading.stored(it.yellowFrom()))
                .param("red", DutyReading.stored(it.redFrom()))
                .param("ended", DutyReading.stored(it.endedOn()))
                .param("contested", it.contestedOn(), Types.DATE)
                .param("contestUntil", kept(it.contestUntil()), Types.DATE)
                .param("waived", it.waivedOn(), Types.DATE)
                .param("waivedUntil", kept(it.waivedUntil()), Types.DATE)
                .param("void", DutyReading.stored(it.voidOn()))
                .query(String.class)
                .single();
    }

    private static @Nullable LocalDate kept(@Nullable LocalDate day) {
        return day == null ? null : DutyReading.stored(day);
    }

    private static DutyDays days(Random dice) {
        var contested = maybe(dice);
        var waived = maybe(dice);
        return new DutyDays(
                START,
                near(dice),
                often(dice),
                often(dice),
                often(dice),
                contested,
                contested == null ? null : often(dice),
                waived,
                waived == null ? null : near(dice),
                often(dice));
    }

    private static LocalDate near(Random dice) {
        return START.plusDays(dice.nextInt(10));
    }

    private static LocalDate often(Random dice) {
        return dice.nextInt(3) == 0 ? NEVER : near(dice);
    }

    private static @Nullable LocalDate maybe(Random dice) {
        return dice.nextBoolean() ? null : near(dice);
    }
}
