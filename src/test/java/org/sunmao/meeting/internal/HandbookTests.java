package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.NewMeeting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The year's handbook holds all that was entered, and nobody typed it again (AF-07). */
@HouseTest
class HandbookTests extends MeetingHouse {

    @Autowired Meetings meetings;

    @Test
    @Proves({"R-LF-17", "AF-07"})
    void whatWasEnteredInTheYearIsInTheHandbookWithOneClick() throws IOException {
        village.member(branch, "赵\uD842\uDFB7·阿卜杜热合曼·买买提吐尔逊·艾合买提江");
        secretary.put(
                "/api/organizations/" + branch + "/plan",
                Map.of(
                        "themeDay",
                        today().getDayOfMonth() % 28 + 1,
                        "items",
                        List.of(Map.of("type", "members", "on", today().toString()))));
        var vote = Map.of("matter", "修水渠", "inFavour", 3, "against", 1);
        var members = add(Map.of("votes", List.of(vote), "resolution", "先修东边。"));
        sign(members);
        step(secretary, members, "annotate", Map.of("says", "水渠应为东渠"));
        add(Map.of("type", "volunteering", "topic", "扫雪"));
        add(Map.of("type", "talk", "topic", "家事不印", "guests", List.of(this.members.get(2))));
        var appraisal = add(Map.of("type", "appraisal", "topic", "年度评议"));
        var grade = Map.of("member", this.members.getFirst(), "grade", "basic", "gap", "少来");
        step(secretary, appraisal, "grades", Map.of("grades", List.of(grade)));
        var measure = Map.of("says", "每季度走访");
        step(secretary, appraisal, "measures", Map.of("measures", List.of(measure)));

        assertThat(text(secretary, branch))
                .contains("中共东村党支部", "先修东边。", "修水渠", "水渠应为东渠", "扫雪", "谈心谈话")
                .contains("基本合格1人", "少来", "每季度走访", "没有办结", "艾合买提江", "〓（U+20BB7）")
                .contains("年度评议", "计划外", "八、参加组织生活情况", "2/2")
                .doesNotContain("家事不印");
    }

    @Test
    void aYearOfManyMeetingsIsPrintedAtOnceAndOnlyForThoseAbove() throws IOException {
        village.members(branch, IntStream.range(0, 40).mapToObj(at -> "党员" + at).toList());
        var first = today().withDayOfYear(1);
        var days = today().getDayOfYear() - 1;
        var held =
                IntStream.range(0, 50)
                        .mapToObj(at -> first.plusDays((long) at * days / 50))
                        .map(on -> NewMeeting.held(branch, MeetingType.THEME_DAY, on, "研究" + on))
                        .toList();
        scopes.system("test", scope -> meetings.record(scope, late(held)));
        assertThat(text(officer, branch)).contains("50．主题党日", "研究" + first);
        var other = county.townships().getLast().branches().getFirst().id();
        var path = "/api/organizations/" + branch + "/handbook";
        assertThat(caller(Role.SECRETARY, other).get(path).status()).isEqualTo(404);
        assertThat(secretary.get(path + "?year=" + (today().getYear() + 1)).status())
                .isEqualTo(400);
        var member = village.account(Role.MEMBER, branch, members.getFirst());
        var own = new Caller(port).signIn(member, Village.PASSWORD);
        assertThat(own.get(path).status()).isEqualTo(403);
    }

    private static List<NewMeeting> late(List<NewMeeting> held) {
        return held.stream().map(HandbookTests::late).toList();
    }

    private static NewMeeting late(NewMeeting one) {
        return new NewMeeting(
                one.organization(),
                one.type(),
                one.form(),
                one.held(),
                one.when(),
                one.topic(),
                one.heads(),
                one.roll(),
                one.text(),
                one.votes(),
                one.lecture(),
                "补记",
                one.recording());
    }

    private String text(Caller who, UUID organization) throws IOException {
        var year = today().getYear();
        var sent = who.fetch("/api/organizations/" + organization + "/handbook?year=" + year);
        assertThat(sent.statusCode())
                .as("%s", new String(sent.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        try (var read = Loader.loadPDF(sent.body())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }
}
