package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.Meetings.Finding;
import org.sunmao.meeting.Meetings.Part;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Absent;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.NewMeeting.Roll;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Other modules record many at once, by the same rules as people one by one. */
@HouseTest
class MeetingRecordsTests extends MeetingHouse {

    @Autowired Meetings meetings;

    @Test
    @Proves("R-LF-17")
    void manyAreRecordedSignedAndCheckedLikeOne() {
        var first = today().minusDays(70);
        var all = new ArrayList<NewMeeting>();
        for (var week = 0; week < 10; week++) {
            all.add(meeting(first.plusDays(7L * week)));
        }
        var ids = scopes.system("test", scope -> meetings.record(scope, all));
        assertThat(ids).hasSize(10).doesNotHaveDuplicates();
        var by = by(first.plusDays(64));
        scopes.system(
                "test",
                scope -> {
                    meetings.sign(scope, ids, Part.RECORDER, by);
                    meetings.sign(scope, ids, Part.CHAIR, by);
                    meetings.check(scope, ids, new Finding(true, null), by);
                    return scope;
                });
        var one = secretary.get("/api/meetings/" + ids.get(3)).json();
        assertThat(one.get("state").asString()).isEqualTo("accepted");
        assertThat(one.get("recordedBy").asString()).isEqualTo("王会计");
        assertThat(one.get("recordedOn").asString()).isEqualTo(first.plusDays(21).toString());
        assertThat(one.get("votes").get(0).get("passed").asBoolean()).isTrue();
        assertThat(one.get("roll").get("counted").get("excused").asInt()).isEqualTo(1);
        assertThat(acts(ids.get(3).toString())).hasSize(4);
        assertThat(secretary.get("/api/meetings?limit=200").ids()).hasSize(10);
    }

    @Test
    void ofManyNoneIsRecordedWhereOneCannotBe() {
        var wrong = meeting(today().plusDays(1));
        assertThatThrownBy(
                        () ->
                                scopes.system(
                                        "test",
                                        scope ->
                                                meetings.record(
                                                        scope, List.of(meeting(today()), wrong))))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("日期在将来");
        assertThat(secretary.get("/api/meetings").ids()).isEmpty();
    }

    private NewMeeting meeting(LocalDate on) {
        var recorded = on.isAfter(today()) ? today() : on;
        return new NewMeeting(
                branch,
                MeetingType.MEMBERS,
                null,
                true,
                new When(on, LocalTime.of(19, 30), 90, "村部"),
                "讨论发展党员工作",
                new Heads(Person.of(members.get(0)), Person.of(members.get(1))),
                Roll.without(List.of(new Absent(members.get(3), Reason.AWAY))),
                Text.NONE,
                List.of(new NewVote("年度发展计划", null, false, 3, 0, null, 0)),
                null,
                null,
                by(recorded));
    }

    private Recording by(LocalDate day) {
        return new Recording("王会计", day.atTime(20, 0).atZone(clock.getZone()).toInstant());
    }
}
