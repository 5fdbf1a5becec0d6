package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.PlanCopy.Kept;
import org.sunmao.meeting.internal.PlanOrder.PlannedOrder;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a plan as it was sent, and tells all that is wrong with it at once. */
final class PlanReader {

    private static final int MOST = 400;
    private static final int TOPIC = 200;
    private static final int REASON = 300;

    /** A plan that may be kept. */
    record Plan(int themeDay, List<Kept> lines) {}

    private final int year;
    private final List<Place> faults = new ArrayList<>();

    private PlanReader(int year) {
        this.year = year;
    }

    static Plan read(int year, PlanOrder order) {
        return new PlanReader(year).read(order);
    }

    private Plan read(PlanOrder order) {
        var themeDay = order.themeDay();
        if (themeDay == null || themeDay < 1 || themeDay > YearProposal.LAST_FIXED_DAY) {
            throw new InputRefused("themeDay", "主题党日的固定日请填 1 至 28 之间的一天，每个月都有这一天");
        }
        var sent = order.items() == null ? List.<@Nullable PlannedOrder>of() : order.items();
        if (sent.size() > MOST) {
            throw new InputRefused("items", "一年的计划最多 " + MOST + " 项，请删减");
        }
        var lines = new ArrayList<Kept>();
        for (var at = 0; at < sent.size(); at++) {
            line(themeDay, at, sent.get(at)).ifPresent(lines::add);
        }
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Plan(themeDay, lines);
    }

    private Optional<Kept> line(int themeDay, int at, @Nullable PlannedOrder sent) {
        var pointer = "items/" + at;
        if (sent == null) {
            faults.add(new Place(pointer, "这一项是空的，请删去"));
            return Optional.empty();
        }
        try {
            return Optional.of(line(themeDay, pointer, sent));
        } catch (InputRefused refused) {
            faults.addAll(refused.errors());
            return Optional.empty();
        }
    }

    private Kept line(int themeDay, String pointer, PlannedOrder sent) {
        var type =
                Optional.ofNullable(sent.type())
                        .flatMap(MeetingType::find)
                        .orElseThrow(() -> new InputRefused(pointer + "/type", "请选择会议或者活动的类型"));
        var on = day(pointer + "/on", sent.on());
        var topic = LifeText.optional(sent.topic(), pointer + "/topic", TOPIC);
        var reason = LifeText.optional(sent.movedReason(), pointer + "/movedReason", REASON);
        if (type == MeetingType.THEME_DAY && on.getDayOfMonth() != themeDay && reason == null) {
            throw new InputRefused(
                    pointer + "/movedReason",
                    "%d 月的主题党日不在固定的 %d 日，请写明原因".formatted(on.getMonthValue(), themeDay));
        }
        return new Kept(type, on, topic, reason);
    }

    private LocalDate day(String pointer, @Nullable String sent) {
        var on = LifeText.day(sent, pointer);
        if (on.getYear() != year) {
            throw new InputRefused(pointer, "这一天不在 " + year + " 年里，请改选日期");
        }
        return on;
    }
}
