package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.locality.internal.FigureStore.Held;
import org.sunmao.locality.internal.RuleView.LocalFigure;
import org.sunmao.locality.internal.RuleView.RuleFigure;
import org.sunmao.locality.internal.RuleView.RuleTable;
import org.sunmao.locality.internal.RuleView.RuleVersion;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Strictness;
import org.sunmao.rules.Value.Table;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as they are shown. */
@Component
class FigureViews {

    private final ProposalViews views;
    private final Clock clock;

    FigureViews(ProposalViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate since(BookRule entry, LocalDate day) {
        var version = entry.since().floorKey(day);
        return version == null ? entry.since().firstKey() : version;
    }

    List<RuleFigure> here(Scope scope, Rule rule, Rule law, List<Held> decided) {
        var told = new ArrayList<RuleFigure>();
        rule.figures()
                .forEach(
                        (name, figure) ->
                                told.add(figure(scope, rule, law, name, figure, decided)));
        return told;
    }

    private RuleFigure figure(
            Scope scope, Rule rule, Rule law, String name, Figure figure, List<Held> decided) {
        var by = figure.decision();
        var own = law.figures().getOrDefault(name, figure);
        return new RuleFigure(
                name,
                Clauses.of(rule, name),
                figure.is().told(),
                own.is().told(),
                figure.unit(),
                figure.local(),
                figure.bounds().min(),
                figure.bounds().max(),
                Strictness.of(own).name().toLowerCase(Locale.ROOT),
                figure.note(),
                figure.is() instanceof Table(var columns, var rows)
                        ? new RuleTable(columns, rows)
                        : null,
                by == null
                        ? null
                        : decided.stream()
                                .filter(one -> one.proposal().equals(by.id()))
                                .filter(one -> one.from().equals(by.since()))
                                .findFirst()
                                .map(one -> local(scope, law, one))
                                .orElse(null));
    }

    LocalFigure local(Scope scope, Rule law, Held held) {
        var figure = law.figures().get(held.name());
        return new LocalFigure(
                held.proposal(),
                views.place(scope, held.organization()),
                held.name(),
                figure == null ? held.name() : Clauses.of(law, held.name()),
                held.value(),
                figure == null ? "" : figure.unit(),
                held.from(),
                held.to(),
                held.reason());
    }

    /** The newest first. */
    List<RuleVersion> versions(BookRule entry) {
        var told = new ArrayList<RuleVersion>();
        entry.since().forEach((from, figures) -> told.add(version(entry, from, figures)));
        return told.reversed();
    }

    private static RuleVersion version(
            BookRule entry, LocalDate from, Map<String, Figure> figures) {
        var rule = entry.nearest(from);
        return new RuleVersion(
                from,
                end(entry, from),
                figures.entrySet().stream()
                        .map(one -> told(Clauses.of(rule, one.getKey()), one.getValue()))
                        .toList());
    }

    private static @Nullable LocalDate end(BookRule entry, LocalDate from) {
        var next = entry.since().higherKey(from);
        return next == null ? entry.until() : next;
    }

    private static String told(String clause, Figure figure) {
        var value = (figure.is().told() + " " + figure.unit()).strip();
        return clause.contains(figure.is().told()) ? clause : clause + "：" + value;
    }
}
