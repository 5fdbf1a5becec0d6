package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.rules.Localities.Local;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Decision;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.rules.Strictness;
import org.sunmao.rules.Value;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a locality may decide this figure, and to be this. */
@Component
class FigureChecks {

    private static final String VALUE = "value";

    /** What holds for all alike: signing in, what is kept, and numbers that are added up. */
    private static final List<String> FOR_ALL = List.of("SEC-", "PRV-", "R-SS-");

    /** Exports are asked for and approved in one organization. */
    private static final RuleId EXPORTS = new RuleId("PRV-12");

    private final Rulebook rulebook;
    private final Tree tree;
    private final ProposalStore store;
    private final LocalFigures figures;

    FigureChecks(Rulebook rulebook, Tree tree, ProposalStore store, LocalFigures figures) {
        this.figures = figures;
        this.rulebook = rulebook;
        this.tree = tree;
        this.store = store;
    }

    /** A wish that has been found possible. */
    record Possible(Rule law, Figure figure, @Nullable Local supposed) {}

    /**
     * @throws NotFound for an organization outside the scope
     * @throws RuleRefused if the rule does not admit it
     * @throws InputRefused if it cannot be understood
     */
    Possible check(Scope scope, Proposal wish) {
        var path = path(scope, wish.organization());
        var law = rulebook.rule(wish.rule(), wish.startsOn());
        var figure = law.figures().get(wish.name());
        if (figure == null) {
            throw new InputRefused("name", "这条规则没有这个数字，请刷新后重选");
        }
        if (!figure.local()) {
            throw new RuleRefused(law, "这个数字由" + law.source().place() + "统一规定，各地不能更改", VALUE);
        }
        if (forAll(wish.rule()) && path.indexOf('/', 1) < path.length() - 1) {
            throw new RuleRefused(law, "这条规定全系统一致，只能由最上级党组织更改，请报县级党务工作者", "organization");
        }
        days(scope, wish);
        return new Possible(law, figure, supposed(law, figure, wish, path));
    }

    /** One question at a time, and a real one. */
    void checkNew(Scope scope, Proposal wish, Possible possible) {
        if (store.pending(wish.organization(), wish.rule(), wish.name())) {
            throw new InputRefused(VALUE, "这个数字已有一项待审批的更改，请等它有结果，或先撤回");
        }
        var here = here(wish);
        var own = here != null && here.organization().equals(wish.organization());
        var supposed = possible.supposed();
        if (supposed == null) {
            if (!own) {
                throw new InputRefused(VALUE, "这里没有本级自己的规定，不用恢复");
            }
            return;
        }
        var now =
                rulebook.rule(wish.rule(), wish.startsOn(), wish.organization())
                        .figures()
                        .get(wish.name());
        if (wish.endsOn() == null && now != null && now.is().equals(supposed.value())) {
            throw new InputRefused(VALUE, "与现行的数值相同，不用更改");
        }
    }

    private static boolean forAll(RuleId rule) {
        return !rule.equals(EXPORTS) && FOR_ALL.stream().anyMatch(rule.value()::startsWith);
    }

    private @Nullable Decision here(Proposal wish) {
        return Optional.ofNullable(
                        rulebook.rule(wish.rule(), wish.startsOn(), wish.organization())
                                .figures()
                                .get(wish.name()))
                .map(Figure::decision)
                .orElse(null);
    }

    private String path(Scope scope, UUID organization) {
        return tree.path(organization, scope.day())
                .filter(path -> scope.everything() || scope.subtree().contains(path))
                .orElseThrow(NotFound::new);
    }

    private static void days(Scope scope, Proposal wish) {
        if (wish.startsOn().isBefore(scope.day())) {
            throw new InputRefused("from", "起始日不能早于今天（" + scope.day() + "），过去的事仍按当时的规定办");
        }
        if (wish.startsOn().isAfter(scope.day().plusYears(10))) {
            throw new InputRefused("from", "起始日最晚在今后十年以内");
        }
        var end = wish.endsOn();
        if (end != null && !end.isAfter(wish.startsOn())) {
            throw new InputRefused("until", "截止日应当晚于起始日");
        }
        if (end != null && end.isAfter(wish.startsOn().plusYears(100))) {
            throw new InputRefused("until", "截止日太远；没有期限的，请留空");
        }
    }

    private @Nullable Local supposed(Rule law, Figure figure, Proposal wish, String path) {
        var written = wish.value();
        if (written == null) {
            return null;
        }
        var value = Values.read(figure, written).orElseThrow(() -> unreadable(figure));
        value.number()
                .ifPresent(
                        number -> {
                            within(law, figure, number);
                            above(law, figure, wish, number);
                        });
        return new Local(wish.name(), value, decision(wish), path);
    }

    private static InputRefused unreadable(Figure figure) {
        return new InputRefused(
                VALUE,
                switch (figure.is()) {
                    case Value.Whole _ -> "请填写整数，如 " + figure.is().told();
                    case Value.Decimal _ -> "请填写数字，如 " + figure.is().told();
                    case Value.Text _ -> "请填写文字，最多 200 字";
                    case Value.Table _ -> "表格形式的标准现在还不能由各地更改";
                });
    }

    private static void within(Rule law, Figure figure, BigDecimal value) {
        var min = figure.bounds().min();
        var max = figure.bounds().max();
        if (min != null && value.compareTo(min) < 0) {
            throw beyond(law, figure, "不得少于 " + min.toPlainString());
        }
        if (max != null && value.compareTo(max) > 0) {
            throw beyond(law, figure, "不得多于 " + max.toPlainString());
        }
        if (min == null && value.signum() < 0) {
            throw new InputRefused(VALUE, "不能是负数");
        }
    }

    private static RuleRefused beyond(Rule law, Figure figure, String bound) {
        var says = "按" + law.source().place() + "，这个数字" + bound + " " + figure.unit() + "，请改填";
        return new RuleRefused(law, says.strip(), VALUE);
    }

    /** Where only stricter values may be, what is decided above is the next bound. */
    private void above(Rule law, Figure figure, Proposal wish, BigDecimal value) {
        var strictness = Strictness.of(figure);
        for (var upper : figures.above(wish.rule(), wish.startsOn(), wish.organization())) {
            var by = upper.decision();
            var bound = upper.value().number().orElse(value);
            if (upper.figure().equals(wish.name())
                    && !by.organization().equals(wish.organization())
                    && !strictness.admits(value, bound)) {
                throw new RuleRefused(
                        law,
                        "上级%s自 %s 起规定为 %s %s，下级只能更严，不能更宽"
                                .formatted(
                                        by.name(), by.since(), upper.value().told(), figure.unit()),
                        VALUE);
            }
        }
    }

    private static Decision decision(Proposal wish) {
        return new Decision(wish.id(), wish.organization(), "", wish.startsOn());
    }

    RuleId rule(String id) {
        if (!RuleId.fits(id) || rulebook.entry(new RuleId(id)).isEmpty()) {
            throw new NotFound();
        }
        return new RuleId(id);
    }
}
