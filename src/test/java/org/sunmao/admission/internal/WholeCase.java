package org.sunmao.admission.internal;

import org.sunmao.meeting.Voting.Counts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** All steps of somebody who came into the Party, as they were entered. */
final class WholeCase {

    static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    static final UUID ONE = new UUID(0, 1);
    static final UUID TWO = new UUID(0, 2);

    private final StageJson json;

    WholeCase(StageJson json) {
        this.json = json;
    }

    List<Taken> steps() {
        return Stream.of(cultivated(), examined(), accepted()).flatMap(List::stream).toList();
    }

    private List<Taken> cultivated() {
        return List.of(
                taken(
                        StepCode.APPLICATION,
                        0,
                        Map.of(
                                "words",
                                "我志愿加入中国共产党。\n去年防汛，我看到党员在前面。",
                                "resume",
                                "2004年起上小学，2016年回乡务农",
                                "family",
                                "父亲王某，务农；母亲李某，务农")),
                taken(
                        StepCode.TALK,
                        10,
                        Map.of("talker", List.of(ONE.toString()), "words", "动机端正，愿意从小事做起。")),
                taken(
                        StepCode.FIX_ACTIVIST,
                        40,
                        Map.of(
                                "recommended",
                                "both",
                                "noticeFrom",
                                "2024-04-01",
                                "noticeTo",
                                "2024-04-08",
                                "opinion",
                                "同意")),
                taken(StepCode.FILE_ACTIVIST, 50, Map.of("agreed", true, "reply", "手续完备。")),
                taken(
                        StepCode.CONTACTS,
                        52,
                        Map.of("contacts", List.of(ONE.toString(), TWO.toString()))),
                taken(
                        StepCode.ASSESS,
                        400,
                        Map.of(
                                "from",
                                "2024-11-01",
                                "to",
                                "2025-04-05",
                                "conduct",
                                "账目公开",
                                "opinion",
                                "继续培养")),
                taken(
                        StepCode.ASSESS,
                        230,
                        Map.of(
                                "from",
                                "2024-04-20",
                                "to",
                                "2024-10-17",
                                "conduct",
                                "带头修渠",
                                "opinion",
                                "继续培养")));
    }

    private List<Taken> examined() {
        return List.of(
                taken(
                        StepCode.LIST_OBJECT,
                        420,
                        Map.of("heard", true, "opinion", "党员七人、群众十二人都同意。")),
                taken(StepCode.FILE_OBJECT, 430, Map.of("agreed", true)),
                taken(
                        StepCode.SPONSORS,
                        435,
                        Map.of("sponsors", List.of(ONE.toString(), TWO.toString()))),
                taken(
                        StepCode.REVIEW,
                        440,
                        Map.of("passed", true, "conclusion", "本人和亲属情况清楚。", "asked", "派出所、村民小组")),
                taken(
                        StepCode.TRAINING,
                        450,
                        Map.of(
                                "from",
                                "2025-05-20",
                                "to",
                                "2025-05-22",
                                "days",
                                3,
                                "hours",
                                24,
                                "place",
                                "镇党校")),
                taken(StepCode.EXAMINE, 460, Map.of("heard", true, "opinion", "合格，报镇党委预审。")),
                taken(StepCode.PRE_EXAMINE, 470, Map.of("passed", true, "formNumber", "0000001")));
    }

    private List<Taken> accepted() {
        var counts = new Counts(11, 9, 1, 9, 0, 1);
        return List.of(
                taken(StepCode.FORM, 475, Map.of()),
                voted(
                        StepCode.VOTE,
                        480,
                        new Step.Vote(DAY.plusDays(480), counts),
                        Map.of("counts", "接收王小田为预备党员：应到会有表决权的正式党员 11 名，实到 9 名，赞成 9 票，支部大会通过。")),
                taken(StepCode.SUPERIOR_TALK, 490, Map.of("talker", "孙组委", "words", "能说清党员的义务。")),
                taken(StepCode.APPROVE, 500, Map.of("granted", true, "opinion", "批准。")),
                taken(StepCode.OATH, 520, Map.of("place", "镇党群服务中心")),
                taken(StepCode.PROBATION_ASSESS, 590, Map.of("conduct", "按时参加组织生活")),
                taken(StepCode.CONVERSION_APPLICATION, 840, Map.of("words", "一年来我读了党章。")),
                voted(
                        StepCode.CONVERSION_VOTE,
                        850,
                        new Step.VoteConversion(
                                DAY.plusDays(850), Stage.Outcome.CONVERT, 0, true, 5, counts),
                        Map.of(
                                "outcome",
                                "convert",
                                "heard",
                                true,
                                "counts",
                                "按期转正：赞成 9 票，支部大会通过。")),
                taken(StepCode.CONVERSION_APPROVE, 870, Map.of("granted", true)));
    }

    static Taken taken(StepCode code, int after, Map<String, Object> told) {
        return step(code, after, "{}", told);
    }

    private Taken voted(StepCode code, int after, Step step, Map<String, Object> told) {
        return step(code, after, json.write(step), told);
    }

    private static Taken step(StepCode code, int after, String what, Map<String, Object> told) {
        return new Taken(
                UUID.randomUUID(),
                code,
                DAY.plusDays(after),
                what,
                told,
                "",
                ONE,
                null,
                false,
                List.of(),
                null,
                null,
                new Taken.By(null, null, "周三", Instant.EPOCH));
    }
}
