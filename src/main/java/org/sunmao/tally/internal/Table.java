package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.util.List;
import java.util.Optional;

/**
 * One table of the statistics.
 *
 * @param rule the rule that demands it; null for one of our own
 * @param of whose number is its total
 */
record Table(
        String id,
        String title,
        @Nullable RuleId rule,
        Counted of,
        List<Cell> cells,
        List<String> remarks) {

    Optional<Cell> cell(String key) {
        return cells.stream().filter(cell -> cell.key().equals(key)).findFirst();
    }
}
