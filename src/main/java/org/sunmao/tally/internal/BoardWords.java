package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.duty.Declared;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.tally.internal.BoardView.BoardSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a declaration and its rule are called on a board. */
@Component
class BoardWords {

    /** Sources nobody has seen: shown as set here. */
    private static final Set<String> LOCAL = Set.of("practice", "unconfirmed", "design");

    private static final Map<String, String> HELPERS =
            Map.of("superior", "上级党组织", "county", "县级党务工作者");

    private final Declared declared;
    private final Rulebook rulebook;

    BoardWords(Declared declared, Rulebook rulebook) {
        this.declared = declared;
        this.rulebook = rulebook;
    }

    /** The declarations that ask for something in each period. */
    List<String> rounds() {
        return declared.all().stream()
                .filter(demand -> demand.trigger() instanceof Demand.Trigger.Every)
                .map(Demand::name)
                .toList();
    }

    String title(String name) {
        return declared.find(name).map(Demand::title).orElse(name);
    }

    /** Who helps; null where nobody is named. */
    @Nullable String helper(String name) {
        return declared.find(name).map(Demand::helper).map(HELPERS::get).orElse(null);
    }

    /**
     * The rule behind a declaration.
     *
     * @param rule as its duties have it; null where there is none any more
     */
    BoardSource source(String name, @Nullable String rule, LocalDate day) {
        return declared.find(name)
                .map(Demand::rule)
                .or(() -> Optional.ofNullable(rule).map(RuleId::new))
                .flatMap(rulebook::entry)
                .map(known -> source(known.nearest(day)))
                .orElseGet(() -> new BoardSource(rule == null ? name : rule, name, "", true));
    }

    private static BoardSource source(Rule rule) {
        return new BoardSource(
                rule.id().value(),
                rule.title(),
                rule.cite(),
                LOCAL.contains(rule.source().confirmed()));
    }
}
