package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What cannot be is refused with what to do about it, and nothing is kept. */
@HouseTest
class MeetingInputTests extends MeetingHouse {

    @Test
    void whoeverWasNotDueOnThatDayIsNotCounted() {
        var elsewhere = county.townships().getFirst().branches().getLast().members().getFirst();
        var absent = List.of(Map.of("member", elsewhere));
        assertThat(refused(Map.of("absent", absent))).contains("absent/0", "不在这一天的应到名单里");
        var later = village.enter(Village.someone(branch, "孙七", today()));
        var before = Map.of("on", today().minusDays(2).toString(), "absent", away(later));
        assertThat(refused(before)).contains("不在这一天的应到名单里");
        assertThat(add(Map.of("absent", away(later)))).as("the day they came").isNotEmpty();
        assertThat(refused(Map.of("guests", List.of(elsewhere)))).contains("不在您的管理范围内");
        assertThat(refused(Map.of("guests", List.of(members.getFirst())))).contains("在应到名单里");
        assertThat(refused(Map.of("chair", Map.of("member", elsewhere)))).contains("请直接填写姓名");
        var twice = List.of(away(members.get(2)).getFirst(), away(members.get(2)).getFirst());
        assertThat(refused(Map.of("absent", twice))).contains("写了两次");
        var distant = Map.of("absent", away(members.get(2)), "distant", List.of(members.get(2)));
        assertThat(refused(distant)).contains("线上参加的人也要算到会");
    }

    @Test
    void tenThousandAttendeesAreTooMany() {
        var crowd = Stream.generate(UUID::randomUUID).limit(10_000).toList();
        assertThat(refused(post(Map.of("guests", crowd)), 413)).contains("发送的内容过大");
        var fewer = Map.of("guests", crowd.subList(0, 1001));
        assertThat(refused(fewer)).contains("最多 1000 人，现在有 1001 人");
    }

    @Test
    @Proves({"R-LF-02", "R-DEV-28", "R-DEV-31"})
    void moreVotesThanPeopleAndVotesOfProbationaryMembersAreRefused() {
        var joined = today().minusMonths(6);
        village.enter(Village.someone(branch, "赵六", joined.minusYears(30), joined, null));
        assertThat(refused(votes(Map.of("inFavour", 5, "against", 0))))
                .contains("多于到会有表决权的 4 人", "预备党员没有表决权");
        assertThat(refused(votes(Map.of("inFavour", 2, "against", 1, "abstained", 0))))
                .contains("少于到会有表决权的 4 人");
        assertThat(refused(votes(Map.of("inFavour", 4, "written", 1)))).contains("书面意见");
        assertThat(refused(votes(Map.of("inFavour", -1)))).contains("票数请填 0 或者以上");
        assertThat(refused(votes(Map.of("inFavour", 4, "rule", "R-LF-04")))).contains("不按这一条表决");

        var some = away(members.get(2), members.get(3));
        var admission = votes(Map.of("inFavour", 2, "rule", "R-DEV-31"), Map.of("absent", some));
        assertThat(refused(post(admission), 422))
                .as("more than half must be there")
                .contains("R-DEV-28", "至少到会 3 名");
        var opinion =
                votes(
                        Map.of("inFavour", 4, "written", 1, "rule", "R-DEV-31"),
                        Map.of("absent", away(members.get(3))));
        var passed = secretary.get("/api/meetings/" + add(opinion)).json().get("votes").get(0);
        assertThat(passed.get("passed").asBoolean()).isTrue();
        assertThat(passed.get("secret").asBoolean()).isTrue();
        assertThat(passed.get("written").asInt()).isEqualTo(1);
    }

    @Test
    @Proves({"R-LF-01", "R-LF-02"})
    void nothingIsVotedOnThatWasNotDiscussedOrWhereTooFewCame() {
        var three = away(members.get(1), members.get(2), members.get(3));
        var few =
                votes(
                        Map.of("inFavour", 1),
                        Map.of("absent", three, "recorder", Map.of("name", "组织员")));
        assertThat(refused(post(few), 422)).contains("R-LF-02", "到会 1 名，至少到会 2 名");
        var agenda = List.of(Map.of("key", "discuss", "done", false));
        var undiscussed = votes(Map.of("inFavour", 4), Map.of("agenda", agenda));
        assertThat(refused(post(undiscussed), 422)).contains("R-LF-01", "没有讨论的事项不能表决");
        var visit = votes(Map.of("inFavour", 4), Map.of("type", "visit"));
        assertThat(refused(visit)).contains("这一类活动不表决");
    }

    @Test
    @Proves("AF-13")
    void whatIsRecordedLateIsMarkedAndTellsWhy() {
        beginning.on(today().minusDays(60));
        try {
            var id = add(Map.of("on", today().minusDays(3).toString()));
            assertThat(late(id)).isFalse();
            var before = Map.of("on", today().minusDays(4).toString());
            assertThat(refused(before)).contains("reason", "补录", "请写明原因");
            assertThat(late(add(with(before, "reason", "外出学习")))).isTrue();
            beginning.on(today());
            assertThat(late(add(Map.of("on", today().minusDays(1).toString()))))
                    .as("before it was recorded at all")
                    .isTrue();
        } finally {
            beginning.never();
        }
    }

    @Test
    void daysToComeAreForNoticesAndDaysBeforeTheFoundingForNobody() {
        var tomorrow = today().plusDays(1).toString();
        assertThat(refused(Map.of("on", tomorrow))).contains("请先发通知");
        assertThat(add(Map.of("on", tomorrow, "state", "noticed"))).isNotEmpty();
        var passed = Map.of("on", today().minusDays(1).toString(), "state", "noticed");
        assertThat(refused(passed)).contains("请直接记录");
        assertThat(refused(Map.of("on", "1999-12-31"))).contains("才成立，日期不能早于成立日期");
        assertThat(refused(Map.of("on", "2026-02-30"))).contains("没有这一天");
        var far = Map.of("on", today().plusYears(2).toString(), "state", "noticed");
        assertThat(refused(far)).contains("最多提前一年");
    }

    @Test
    void textsThatAreTooLongOrCannotBeSeenAreTold() {
        assertThat(refused(Map.of("topic", "题".repeat(201)))).contains("最多 200 字，现在有 201 字");
        assertThat(refused(Map.of("topic", "题\u0000目"))).contains("看不见的字符");
        assertThat(refused(Map.of("topic", " ", "begins", "25:00", "minutes", 0)))
                .contains("请填写会议的主题", "没有这个时间", "分钟");
        assertThat(refused(Map.of("record", "记".repeat(20_001)))).contains("最多 20000 字");
        assertThat(add(Map.of("topic", "\uD840\uDC0B".repeat(200)))).isNotEmpty();
        assertThat(refused(Map.of("type", "party"))).contains("没有这一类");
        assertThat(refused(Map.of("state", "signed"))).contains("state");
        assertThat(refused(Map.of("form", "members"))).contains("只有组织生活会");
        assertThat(refused(Map.of("type", "group"))).contains("请选择党小组");
        assertThat(refused(Map.of("lecture", UUID.randomUUID()))).contains("只有党课");
        var unknown = Map.of("type", "lecture", "lecture", UUID.randomUUID());
        assertThat(refused(unknown)).contains("没有这次党课");
    }

    @Test
    @Proves("R-LF-15")
    void oneWhoChairsAndKeepsTheMinutesAtOnceNeedsToBeAlone() {
        var both = Map.of("member", members.getFirst());
        var same = post(Map.of("chair", both, "recorder", both));
        assertThat(refused(same, 422)).contains("R-LF-15", "主持人和记录人不能是同一个人");
        var rest = away(members.get(1), members.get(2), members.get(3));
        assertThat(add(Map.of("chair", both, "recorder", both, "absent", rest))).isNotEmpty();
    }

    @Test
    void anOrganizationThatEndedRecordsNoMore() {
        village.end(branch);
        var late = officer.post("/api/organizations/" + branch + "/meetings", yesterday());
        assertThat(refused(late, 400)).contains("已于 " + today() + " 撤销");
        var foreign = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(foreign.post("/api/organizations/" + branch + "/meetings", yesterday()).status())
                .as("nobody else hears of it")
                .isEqualTo(404);
    }

    private Map<String, Object> yesterday() {
        return wish(Map.of("on", today().minusDays(1).toString()));
    }

    private boolean late(String id) {
        return secretary.get("/api/meetings/" + id).json().get("late").asBoolean();
    }

    private static Map<String, Object> votes(Map<String, ?> counts) {
        return votes(counts, Map.of());
    }

    private static Map<String, Object> votes(Map<String, ?> counts, Map<String, ?> more) {
        var vote = with(counts, "matter", "接收赵某为预备党员");
        return with(more, "votes", List.of(vote));
    }

    private static Map<String, Object> with(Map<String, ?> all, String key, Object value) {
        var more = new HashMap<String, Object>(all);
        more.put(key, value);
        return more;
    }

    private static List<Map<String, Object>> away(UUID... members) {
        return Stream.of(members).map(one -> Map.<String, Object>of("member", one)).toList();
    }
}
