package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.internal.HandbookPaper.Fact;
import org.sunmao.meeting.internal.HandbookPaper.Minutes;
import org.sunmao.meeting.internal.HandbookPaper.Said;
import org.sunmao.meeting.internal.HandbookPaper.Voted;
import org.sunmao.meeting.internal.Meeting.Mark;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingView.MeetingAnnotation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The minutes of one meeting in words, as a handbook prints them. */
final class HandbookMinutes {

    private final UUID branch;
    private final Map<UUID, String> names;
    private final ZoneId zone;

    /**
     * Of one branch.
     *
     * @param branch whose handbook it is; what a group of it held says so
     */
    HandbookMinutes(UUID branch, Map<UUID, String> names, ZoneId zone) {
        this.branch = branch;
        this.names = names;
        this.zone = zone;
    }

    Minutes of(int number, Shown shown) {
        var meeting = shown.meeting();
        return new Minutes(
                number,
                title(shown),
                meeting.when().on().toString(),
                facts(shown),
                words(meeting),
                shown.votes().stream().map(this::voted).toList(),
                shown.annotations().stream().map(this::annotation).toList(),
                signed(meeting));
    }

    String title(Shown shown) {
        var meeting = shown.meeting();
        var type = meeting.type().label();
        return meeting.organization().equals(branch)
                ? type
                : type + "（" + shown.organization() + "）";
    }

    private List<Fact> facts(Shown shown) {
        var meeting = shown.meeting();
        var roll = meeting.roll();
        var when = meeting.when();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("主题", meeting.topic(), "地点", text(when.place())));
        facts.add(
                new Fact(
                        "时间",
                        text(MeetingViews.time(when.begins())),
                        "时长",
                        when.minutes() == null ? "" : when.minutes() + " 分钟"));
        var heads = meeting.heads();
        facts.add(new Fact("主持人", head(heads.chair()), "记录人", head(heads.recorder())));
        var distant = roll.distant().isEmpty() ? "" : "（线上 " + roll.distant().size() + " 人）";
        facts.add(
                new Fact(
                        "应到",
                        roll.due().size() + " 人",
                        "实到",
                        roll.present().size() + " 人" + distant));
        facts.add(new Fact("请假", excused(roll), "缺席", marked(roll, Mark.ABSENT)));
        if (roll.count(Mark.EXEMPT) > 0) {
            facts.add(new Fact("不作硬性要求", marked(roll, Mark.EXEMPT), "", ""));
        }
        if (!roll.guests().isEmpty() || !roll.hosted().isEmpty()) {
            facts.add(new Fact("列席", people(roll.guests()), "流入党员", people(roll.hosted())));
        }
        var lecture = shown.lecture();
        if (lecture != null || meeting.late()) {
            facts.add(
                    new Fact(
                            "收看党课",
                            lecture == null ? "" : lecture.topic(),
                            "补录",
                            meeting.late() ? text(meeting.reason()) : ""));
        }
        return facts;
    }

    private static String head(@Nullable Person person) {
        return person == null ? "" : text(person.name());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String excused(Meeting.Roll roll) {
        return roll.excused().entrySet().stream()
                .filter(one -> roll.mark(one.getKey()) == Mark.EXCUSED)
                .map(one -> name(one.getKey()) + "（" + one.getValue().label() + "）")
                .sorted()
                .collect(Collectors.joining("、"));
    }

    private String marked(Meeting.Roll roll, Mark mark) {
        return people(roll.due().stream().filter(one -> roll.mark(one) == mark).toList());
    }

    String people(Collection<UUID> people) {
        return people.stream().map(this::name).sorted().collect(Collectors.joining("、"));
    }

    String name(UUID member) {
        return names.getOrDefault(member, MeetingViews.SOMEBODY);
    }

    private static List<Said> words(Meeting meeting) {
        var text = meeting.text();
        var words = new ArrayList<Said>();
        var agenda = text.agenda();
        if (!agenda.isEmpty()) {
            words.add(
                    new Said(
                            "议程",
                            IntStream.range(0, agenda.size())
                                    .mapToObj(at -> item(at + 1, agenda.get(at)))
                                    .toList()));
        }
        if (text.record() != null) {
            words.add(new Said("记录", text.record().lines().toList()));
        }
        if (text.resolution() != null) {
            words.add(new Said("决议", text.resolution().lines().toList()));
        }
        return words;
    }

    private static String item(int number, Item item) {
        var said = item.text() == null ? "" : "：" + item.text();
        return number + "．" + item.title() + (item.done() ? "" : "（没有进行）") + said;
    }

    private Voted voted(Vote vote) {
        var counts = vote.counts();
        return new Voted(
                vote.matter() + without(vote),
                counts.due(),
                counts.present(),
                counts.written(),
                counts.inFavour(),
                counts.against(),
                counts.abstained(),
                vote.passed() ? "通过" : "没有通过");
    }

    /** Who did not count among those due, with class and consent (R-DEV-29). */
    private String without(Vote vote) {
        return vote.excluded().isEmpty()
                ? ""
                : vote.excluded().stream()
                        .map(
                                one ->
                                        "%s（%s；%s）"
                                                .formatted(
                                                        name(one.member()),
                                                        one.reason().label(),
                                                        one.consent()))
                        .collect(Collectors.joining("、", "（不计入应到：", "）"));
    }

    private String annotation(MeetingAnnotation one) {
        return one.says() + "（" + one.by() + "，" + day(one.at()) + "）";
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String signed(Meeting meeting) {
        var left = Left.of(meeting.state());
        var check = left.check();
        var checked =
                check == null
                        ? ""
                        : "　上级检查："
                                + (meeting.state() instanceof MeetingState.Returned ? "退回" : "通过")
                                + "（"
                                + check.name()
                                + "，"
                                + day(check.at())
                                + "）";
        return "记录人：" + signed(left.recorder()) + "　主持人：" + signed(left.chair()) + checked;
    }

    private String signed(@Nullable Signature signature) {
        return signature == null ? "（没有签字）" : signature.name() + "（" + day(signature.at()) + "）";
    }
}
