package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;

/** A small county lives through a year: what follows from it piece by piece is what is derived. */
@HouseTest
class PlayedVillageTests extends PlayedHouse {

    private static final String DUTIES =
            "select concat_ws(' ', name, state) from duty.duty where organization = any(:ids)";

    private static final String HELD =
            "select count(*) from meeting.held_published where organization = any(:ids)";

    private static final String PLANNED =
            "select count(distinct year) from meeting.plan where organization = any(:ids)";

    @Test
    void afterEachMonthTheDutiesAndCountersAreWhatIsDerivedAnew() {
        beginning.on(span().first());
        var year = year(PLAN, lead(village.county()));
        for (var month : span().months()) {
            enter(PLAN, year, month);
            followed(month, year.units());
        }
        var ids = year.units().toArray(UUID[]::new);
        assertThat(asked(HELD, Long.class, ids).getFirst())
                .isEqualTo(year.happened().stream().filter(o -> o.calledOff() == null).count());
        assertThat(asked(DUTIES, String.class, ids))
                .contains("theme-day met", "appraisal met", "life-meeting met");
        assertThat(asked(PLANNED, Long.class, ids).getFirst()).isPositive();
    }

    /** Gives each branch a third member and a committee of three. */
    private UUID lead(Village.County county) {
        var from = LocalDate.now(clock).minusYears(2);
        for (var township : county.townships()) {
            for (var branch : township.branches()) {
                var members = new ArrayList<>(branch.members());
                members.add(village.member(branch.id(), "王五"));
                lead(branch.id(), members, from);
            }
        }
        return county.top();
    }
}
