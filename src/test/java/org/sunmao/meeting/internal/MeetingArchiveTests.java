package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What was accepted of a year is put away at the end of the next January, and nothing before. */
@HouseTest
class MeetingArchiveTests extends MeetingHouse {

    @Autowired MeetingArchive archive;

    @Test
    @Proves({"R-LF-15", "R-LF-10"})
    void theLastOfJanuaryPutsAwayWhatWasAcceptedAndPromisesNothingMore() {
        var accepted = accepted(Map.of());
        var promising = accepted(Map.of("type", "life-meeting", "topic", "年度组织生活会"));
        var signed = add(Map.of("topic", "另一次大会"));
        sign(signed);
        var measure = Map.of("says", "把学习抓紧", "due", today().plusDays(9).toString());
        step(secretary, promising, "measures", Map.of("measures", List.of(measure)));
        var day = LocalDate.of(today().getYear() + 1, 1, 31);
        on(day.minusDays(1));
        assertThat(states(accepted, promising, signed))
                .containsExactly("accepted", "accepted", "signed");
        on(day);
        assertThat(states(accepted, promising, signed))
                .containsExactly("archived", "accepted", "signed");
        assertThat(acts(accepted)).containsOnlyOnce("meeting.archive");
        assertThat(acts(promising)).doesNotContain("meeting.archive");
        on(day.plusDays(1));
        assertThat(acts(accepted)).containsOnlyOnce("meeting.archive");
    }

    private String accepted(Map<String, ?> more) {
        var id = add(more);
        sign(id);
        step(officer, id, "check", Map.of("accept", true));
        return id;
    }

    private void on(LocalDate day) {
        var ahead = ChronoUnit.DAYS.between(LocalDate.now(clock), day);
        clock.ahead(Duration.ofDays(ahead));
        archive.run();
        clock.ahead(Duration.ZERO);
    }

    private List<String> states(String... ids) {
        return List.of(ids).stream()
                .map(id -> secretary.get("/api/meetings/" + id).json().get("state").asString())
                .toList();
    }
}
