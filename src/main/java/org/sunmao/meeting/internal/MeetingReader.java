package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Absent;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.NewMeeting.Roll;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;
import org.sunmao.meeting.internal.MeetingWish.WishedAbsence;
import org.sunmao.meeting.internal.MeetingWish.WishedExclusion;
import org.sunmao.meeting.internal.MeetingWish.WishedItem;
import org.sunmao.meeting.internal.MeetingWish.WishedPerson;
import org.sunmao.meeting.internal.MeetingWish.WishedRoll;
import org.sunmao.meeting.internal.MeetingWish.WishedVote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads what was sent, and tells everything at once that is missing or cannot be. */
final class MeetingReader {

    private static final int TOPIC = 200;
    private static final int PLACE = 100;
    private static final int NAME = 60;
    private static final int KEY = 40;
    private static final int TEXT = 2000;
    private static final int RECORD = 20_000;
    private static final int RESOLUTION = 4000;
    private static final int REASON = 300;
    private static final int LONGEST = 1440;
    private static final int MOST_PEOPLE = 1000;
    private static final int MOST_ITEMS = 60;
    private static final int MOST_VOTES = 50;
    private static final int MOST_COUNTED = 100_000;

    private final Faults faults = new Faults();

    private MeetingReader() {}

    /**
     * Reads a meeting.
     *
     * @param type what it is; of a change, that of the meeting
     */
    static NewMeeting read(
            UUID organization, @Nullable MeetingType type, MeetingWish sent, Recording recording) {
        return new MeetingReader().meeting(organization, type, sent, recording);
    }

    static Roll read(WishedRoll sent) {
        var reader = new MeetingReader();
        var roll = reader.roll(sent);
        reader.faults.refuse();
        return roll;
    }

    private NewMeeting meeting(
            UUID organization, @Nullable MeetingType known, MeetingWish sent, Recording recording) {
        var type = known == null ? type(sent.type(), "type") : known;
        var on = faults.day(sent.on(), "on");
        if (on == null && (sent.on() == null || sent.on().isBlank())) {
            faults.add("on", "请填写开会的日期");
        }
        var form = sent.form() == null ? null : type(sent.form(), "form");
        var when = when(on == null ? LocalDate.EPOCH : on, sent);
        var topic = faults.required(sent.topic(), "topic", TOPIC, "请填写会议的主题");
        var heads = new Heads(person(sent.chair(), "chair"), person(sent.recorder(), "recorder"));
        var roll = roll(roll(sent));
        var text =
                new Text(
                        items(sent.agenda()),
                        faults.text(sent.record(), "record", RECORD),
                        faults.text(sent.resolution(), "resolution", RESOLUTION));
        var votes = votes(sent.votes());
        var reason = faults.text(sent.reason(), "reason", REASON);
        var held = held(sent.state());
        faults.refuse();
        return new NewMeeting(
                organization,
                Objects.requireNonNull(type),
                form,
                held,
                when,
                topic,
                heads,
                roll,
                text,
                votes,
                sent.lecture(),
                reason,
                recording);
    }

    private static WishedRoll roll(MeetingWish sent) {
        return new WishedRoll(sent.absent(), sent.distant(), sent.guests(), sent.hosted());
    }

    private boolean held(@Nullable String state) {
        if (state != null && !state.equals("held") && !state.equals("noticed")) {
            faults.add("state", "只能是已经开过的（held）或者先通知的（noticed）");
        }
        return !"noticed".equals(state);
    }

    private @Nullable MeetingType type(@Nullable String sent, String pointer) {
        var type = sent == null ? null : MeetingType.find(sent).orElse(null);
        if (type == null) {
            faults.add(pointer, sent == null ? "请选择记哪一类会议或者活动" : "没有这一类，请重新选择");
        }
        return type;
    }

    private When when(LocalDate on, MeetingWish sent) {
        var minutes = sent.minutes();
        if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
            faults.add("minutes", "时长请填 1 到 " + LONGEST + " 分钟");
        }
        return new When(
                on,
                faults.time(sent.begins(), "begins"),
                minutes,
                faults.text(sent.place(), "place", PLACE));
    }

    private @Nullable Person person(@Nullable WishedPerson sent, String pointer) {
        if (sent == null) {
            return null;
        }
        var name = faults.text(sent.name(), pointer + "/name", NAME);
        return sent.member() == null && name == null ? null : new Person(sent.member(), name);
    }

    private Roll roll(WishedRoll sent) {
        return new Roll(
                absent(sent.absent()),
                people(sent.distant(), "distant"),
                people(sent.guests(), "guests"),
                people(sent.hosted(), "hosted"));
    }

    private List<Absent> absent(@Nullable List<@Nullable WishedAbsence> sent) {
        var absent = new ArrayList<Absent>();
        for (var one : within(sent, "absent", MOST_PEOPLE, "人")) {
            var at = "absent/" + absent.size();
            if (one == null || one.member() == null) {
                faults.add(at, "请选择是谁没有到会");
                continue;
            }
            absent.add(new Absent(one.member(), reason(one.reason(), at)));
        }
        return absent;
    }

    private @Nullable Reason reason(@Nullable String sent, String at) {
        if (sent == null) {
            return null;
        }
        var found = Arrays.stream(Reason.values()).filter(one -> one.code().equals(sent)).toList();
        if (found.isEmpty()) {
            faults.add(at + "/reason", "没有这种原因，请从事假、病假、公务、外出、其他里选择");
            return null;
        }
        return found.getFirst();
    }

    private List<UUID> people(@Nullable List<@Nullable UUID> sent, String pointer) {
        return within(sent, pointer, MOST_PEOPLE, "人").stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private <T> List<@Nullable T> within(
            @Nullable List<@Nullable T> sent, String pointer, int most, String unit) {
        if (sent == null) {
            return List.of();
        }
        if (sent.size() > most) {
            faults.add(pointer, "最多 %d %s，现在有 %d %s".formatted(most, unit, sent.size(), unit));
            return List.of();
        }
        return sent;
    }

    private List<Item> items(@Nullable List<@Nullable WishedItem> sent) {
        var items = new ArrayList<Item>();
        for (var one : within(sent, "agenda", MOST_ITEMS, "项")) {
            var at = "agenda/" + items.size();
            var key = faults.text(one == null ? null : one.key(), at + "/key", KEY);
            var title = faults.text(one == null ? null : one.title(), at + "/title", TOPIC);
            if (one == null || (key == null && title == null)) {
                faults.add(at, "请写明是什么议程");
                continue;
            }
            items.add(
                    new Item(
                            key == null ? "other" : key,
                            title == null ? Agendas.title(key) : title,
                            Boolean.TRUE.equals(one.done()),
                            faults.text(one.text(), at + "/text", TEXT)));
        }
        return items;
    }

    private List<NewVote> votes(@Nullable List<@Nullable WishedVote> sent) {
        var votes = new ArrayList<NewVote>();
        for (var one : within(sent, "votes", MOST_VOTES, "项")) {
            var at = "votes/" + votes.size();
            if (one == null) {
                faults.add(at, "请写明表决什么");
                continue;
            }
            votes.add(
                    new NewVote(
                            faults.required(one.matter(), at + "/matter", TOPIC, "请写明表决什么"),
                            one.rule(),
                            Boolean.TRUE.equals(one.secret()),
                            counted(one.inFavour(), at + "/inFavour"),
                            counted(one.against(), at + "/against"),
                            one.abstained() == null
                                    ? null
                                    : counted(one.abstained(), at + "/abstained"),
                            counted(one.written(), at + "/written"),
                            excluded(one.excluded(), at + "/excluded"),
                            false));
        }
        return votes;
    }

    private List<Excluded> excluded(
            @Nullable List<@Nullable WishedExclusion> sent, String pointer) {
        var excluded = new ArrayList<Excluded>();
        for (var one : within(sent, pointer, MOST_PEOPLE, "人")) {
            var at = pointer + "/" + excluded.size();
            var reason =
                    one == null || one.reason() == null
                            ? null
                            : Exclusion.find(one.reason()).orElse(null);
            if (one == null || one.member() == null || reason == null) {
                faults.add(at, "请选择谁不计入应到，属于哪一类");
                continue;
            }
            var consent = faults.text(one.consent(), at + "/consent", REASON);
            excluded.add(new Excluded(one.member(), reason, consent == null ? "" : consent));
        }
        return excluded;
    }

    private int counted(@Nullable Integer sent, String pointer) {
        if (sent == null) {
            return 0;
        }
        if (sent < 0 || sent > MOST_COUNTED) {
            faults.add(pointer, "票数请填 0 或者以上的数");
            return 0;
        }
        return sent;
    }
}
