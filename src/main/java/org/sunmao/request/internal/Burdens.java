package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.request.internal.Burden.BurdenCap;
import org.sunmao.request.internal.Burden.BurdenMonth;
import org.sunmao.request.internal.Burden.CitedRule;
import org.sunmao.request.internal.TargetStore.Load;
import org.sunmao.request.internal.TargetStore.Meant;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what requests take of people's time. */
@Component
class Burdens {

    static final RuleId METER = new RuleId("AF-24");

    private final TargetStore targets;
    private final Rulebook rulebook;

    Burdens(TargetStore targets, Rulebook rulebook) {
        this.targets = targets;
        this.rulebook = rulebook;
    }

    BurdenCap cap(UUID organization, LocalDate day) {
        var rule = rulebook.rule(METER, day, organization);
        return new BurdenCap(rule.figure("monthlyMinutes"), name(rule, day));
    }

    static CitedRule name(Rule rule, LocalDate day) {
        var local = !rule.source().confirmed().equals("yes");
        return new CitedRule(rule.id().value(), rule.title(), rule.cite(), local, day);
    }

    /**
     * Of one request.
     *
     * @param organizations how many are asked
     * @param top whose cap holds
     */
    Burden of(
            UUID request,
            UUID top,
            Meant meant,
            int organizations,
            List<Period> periods,
            int minutes) {
        var cap = cap(top, meant.day());
        var own = new TreeMap<YearMonth, Integer>();
        periods.forEach(period -> own.merge(period.month(), minutes, Integer::sum));
        var loads =
                targets.loads(request, meant, own, cap.minutes()).stream()
                        .collect(Collectors.toMap(Load::month, Function.identity()));
        var months =
                own.entrySet().stream()
                        .map(of -> month(of, organizations, loads.get(of.getKey()), cap))
                        .toList();
        var each = periods.size() * minutes;
        var total = (long) each * organizations;
        return new Burden(
                organizations,
                periods.size(),
                minutes,
                each,
                total,
                Burden.hours(total),
                months,
                cap,
                over(months, cap));
    }

    private static BurdenMonth month(
            Map.Entry<YearMonth, Integer> own,
            int organizations,
            @Nullable Load load,
            BurdenCap cap) {
        var minutes = own.getValue();
        var over = load == null ? 0 : load.over();
        return new BurdenMonth(
                own.getKey(),
                minutes,
                (long) minutes * organizations,
                load == null ? 0 : load.most(),
                minutes > cap.minutes() ? organizations : over);
    }

    private static @Nullable String over(List<BurdenMonth> months, BurdenCap cap) {
        var worst =
                months.stream()
                        .filter(month -> month.over() > 0)
                        .max((one, other) -> Integer.compare(one.over(), other.over()));
        return worst.map(
                        month ->
                                ("%d 年 %d 月，有 %d 个党组织的各项要求合计超过每月 %d 分钟。" + "请减少项数、降低频次或者缩小范围")
                                        .formatted(
                                                month.month().getYear(),
                                                month.month().getMonthValue(),
                                                month.over(),
                                                cap.minutes()))
                .orElse(null);
    }
}
