package org.sunmao.message.internal;

import org.sunmao.message.internal.Budget.Had;
import org.sunmao.message.internal.Budget.Permit;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A digest that may be made.
 *
 * @param monthly whether it is the last one of its month
 */
record Draft(boolean monthly, List<Item> items) {

    /**
     * What is to be told now to somebody, if anything is and the budget allows it.
     *
     * @param soonDays what is due within so many days cannot wait
     */
    static Optional<Draft> of(
            List<Item> items, Budget budget, Had had, LocalDateTime now, int soonDays) {
        if (items.isEmpty() || budget.quiet(now.toLocalTime())) {
            return Optional.empty();
        }
        var day = now.toLocalDate();
        var soon = day.plusDays(soonDays);
        var permit = budget.permit(day, had, items.stream().anyMatch(item -> item.grave(soon)));
        if (permit == Permit.NONE) {
            return Optional.empty();
        }
        var ordered = items.stream().sorted(Item.ORDER).toList();
        return Optional.of(new Draft(permit == Permit.MONTHLY, ordered));
    }
}
