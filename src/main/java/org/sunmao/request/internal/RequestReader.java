package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.request.internal.Item.Kind;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what was sent, and tells everything at once that is missing or cannot be. */
@Component
class RequestReader {

    static final RuleId GATE = new RuleId("AF-08");

    private static final int TITLE = 60;
    private static final int DOCUMENT = 120;
    private static final int PURPOSE = 300;
    private static final int LABEL = 40;
    private static final int MOST_MINUTES = 600;
    private static final int MOST_DAYS = 366;
    private static final int MOST_KINDS = 20;

    private final Rulebook rulebook;

    RequestReader(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * What could be read of a wish. What is missing is null, and stands among the faults.
     *
     * @param items those that could be read, in their places; the others are null
     */
    record Read(
            UUID organization,
            @Nullable String title,
            @Nullable String document,
            @Nullable String article,
            @Nullable String purpose,
            List<@Nullable Item> items,
            @Nullable Frequency frequency,
            LocalDate from,
            @Nullable Integer days,
            @Nullable LocalDate until,
            @Nullable Integer minutes,
            @Nullable UUID top,
            List<String> kinds,
            @Nullable UUID approver,
            List<RequestFault> faults) {}

    Read read(UUID organization, RequestWish sent, LocalDate today) {
        var faults = new ArrayList<RequestFault>();
        var from = day(sent.from(), "from", faults);
        var first = from == null ? today : from;
        if (first.isBefore(today)) {
            faults.add(fault("from", "起始日已过，请从今天或以后开始", null));
        }
        var until = until(organization, sent, first, today, faults);
        var frequency = frequency(sent.frequency(), faults);
        var target = sent.target();
        if (target == null || target.top() == null) {
            faults.add(fault("target", "请选择向哪些党组织提出", GATE));
        }
        if (sent.approver() == null) {
            faults.add(fault("approver", "缺少批准人，请从上级或本级的党务工作者里选一位", GATE));
        }
        return new Read(
                organization,
                text(sent.title(), "title", TITLE, "请写明题目", faults),
                text(sent.document(), "document", DOCUMENT, "缺少依据，请写明文件的名称和文号", faults),
                text(sent.article(), "article", TITLE, "缺少依据的条款，请写明是哪一条", faults),
                text(sent.purpose(), "purpose", PURPOSE, "缺少用途，请写明收上来做什么用", faults),
                items(organization, sent.items(), today, faults),
                frequency,
                first,
                days(organization, sent.days(), today, faults),
                until,
                minutes(sent.minutes(), faults),
                target == null ? null : target.top(),
                kinds(target, faults),
                sent.approver(),
                faults);
    }

    private static @Nullable Frequency frequency(@Nullable String sent, List<RequestFault> faults) {
        var frequency = Frequency.find(sent).orElse(null);
        if (frequency == null) {
            var missing = sent == null || sent.isBlank();
            faults.add(
                    missing
                            ? fault("frequency", "缺少频次，请选择多久报一次", GATE)
                            : fault("frequency", "没有这种频次，请重新选择", null));
        }
        return frequency;
    }

    private @Nullable LocalDate until(
            UUID organization,
            RequestWish sent,
            LocalDate first,
            LocalDate today,
            List<RequestFault> faults) {
        var until = day(sent.until(), "until", faults);
        var months = rulebook.rule(GATE, today, organization).figure("months");
        if (until == null) {
            if (sent.until() == null || sent.until().isBlank()) {
                faults.add(fault("until", "缺少截止日，请写明哪一天起不再要求", GATE));
            }
        } else if (until.isBefore(first)) {
            faults.add(fault("until", "截止日在起始日之前，请改正", null));
        } else if (!until.isBefore(first.plusMonths(months))) {
            var latest = first.plusMonths(months).minusDays(1);
            var says = "最多持续 %d 个月，截止日请不晚于 %s".formatted(months, latest);
            faults.add(fault("until", says, GATE));
        }
        return until;
    }

    private @Nullable Integer days(
            UUID organization, @Nullable Integer sent, LocalDate today, List<RequestFault> faults) {
        var least = rulebook.rule(GATE, today, organization).figure("leastDays");
        if (sent == null) {
            faults.add(fault("days", "请写明每期有几天可以填报", null));
        } else if (sent < least) {
            faults.add(fault("days", "每期至少留 " + least + " 天", GATE));
        } else if (sent > MOST_DAYS) {
            faults.add(fault("days", "每期最多 " + MOST_DAYS + " 天", null));
        }
        return sent;
    }

    private static @Nullable Integer minutes(@Nullable Integer sent, List<RequestFault> faults) {
        if (sent == null || sent < 1 || sent > MOST_MINUTES) {
            var says = "请估计填报一次要几分钟，1 到 " + MOST_MINUTES;
            faults.add(fault("minutes", says, sent == null ? GATE : null));
            return null;
        }
        return sent;
    }

    private List<@Nullable Item> items(
            UUID organization,
            @Nullable List<RequestWish.@Nullable WishedItem> sent,
            LocalDate today,
            List<RequestFault> faults) {
        var most = rulebook.rule(GATE, today, organization).figure("items");
        if (sent == null || sent.isEmpty()) {
            faults.add(fault("items", "请写明要填报什么，至少一项", GATE));
            return List.of();
        }
        if (sent.size() > most) {
            var says = "一次最多 %d 项，现在有 %d 项，请减少".formatted(most, sent.size());
            faults.add(fault("items", says, GATE));
            return List.of();
        }
        var items = new ArrayList<@Nullable Item>();
        for (var i = 0; i < sent.size(); i++) {
            items.add(item(sent.get(i), "items/" + i, faults));
        }
        return items;
    }

    private static @Nullable Item item(
            RequestWish.@Nullable WishedItem sent, String at, List<RequestFault> faults) {
        var label = sent == null ? null : sent.label();
        var read = text(label, at + "/label", LABEL, "请写明填报什么", faults);
        var kind = sent == null ? null : Kind.find(sent.kind()).orElse(null);
        if (kind == null) {
            faults.add(fault(at + "/kind", "请选择填数字、日期还是文字", null));
        }
        return read == null || kind == null ? null : new Item(read, kind);
    }

    private static List<String> kinds(
            RequestWish.@Nullable WishedTarget target, List<RequestFault> faults) {
        var kinds = target == null ? null : target.kinds();
        if (kinds == null) {
            return List.of();
        }
        if (kinds.size() > MOST_KINDS || kinds.stream().anyMatch(RequestReader::unfit)) {
            faults.add(fault("target/kinds", "没有这种党组织类别，请重新选择", null));
            return List.of();
        }
        return kinds.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }

    private static boolean unfit(@Nullable String kind) {
        return kind == null || !kind.matches("[a-z-]{1,40}");
    }

    private static @Nullable String text(
            @Nullable String sent,
            String pointer,
            int longest,
            String missing,
            List<RequestFault> faults) {
        var text = kept(() -> WishText.optional(sent, pointer), faults);
        if (text != null) {
            return kept(() -> WishText.within(text, pointer, longest), faults);
        }
        if (faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
            faults.add(fault(pointer, missing, GATE));
        }
        return null;
    }

    private static @Nullable LocalDate day(
            @Nullable String sent, String pointer, List<RequestFault> faults) {
        return kept(() -> WishText.day(sent, pointer), faults);
    }

    private static <T> @Nullable T kept(Supplier<@Nullable T> read, List<RequestFault> faults) {
        try {
            return read.get();
        } catch (InputRefused refused) {
            refused.errors().forEach(at -> faults.add(fault(at.pointer(), at.detail(), null)));
            return null;
        }
    }

    private static RequestFault fault(String pointer, String says, @Nullable RuleId rule) {
        return new RequestFault(pointer, says, rule, null);
    }
}
