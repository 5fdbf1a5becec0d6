package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sunmao.access.Tree;
import org.sunmao.locality.internal.FigureStore.Held;
import org.sunmao.rules.Localities;
import org.sunmao.rules.Rule.Decision;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The figures that localities decided, in memory: rules are asked for at every step. Read anew
 * after each decision of this process, and every few seconds for those of another.
 */
@Component
class LocalFigures implements Localities {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Snapshot(List<Held> figures, long readAt) {}

    private final FigureStore store;
    private final Tree tree;
    private final Rulebook rulebook;
    private volatile @Nullable Snapshot snapshot;

    LocalFigures(FigureStore store, Tree tree, Rulebook rulebook) {
        this.store = store;
        this.tree = tree;
        this.rulebook = rulebook;
    }

    @Override
    public List<Local> above(RuleId rule, LocalDate on, @Nullable UUID organization) {
        var figures = all().stream().filter(one -> one.rule().equals(rule) && one.on(on)).toList();
        if (figures.isEmpty()) {
            return List.of();
        }
        var here = organization == null ? null : tree.path(organization, on).orElse("");
        return figures.stream()
                .map(one -> local(one, on))
                .filter(Objects::nonNull)
                .filter(one -> here == null ? single(one.path(), on) : here.startsWith(one.path()))
                .sorted(Comparator.comparingInt(one -> one.path().length()))
                .toList();
    }

    @Override
    public Set<LocalDate> turns(RuleId rule) {
        var turns = new HashSet<LocalDate>();
        for (var held : all()) {
            if (held.rule().equals(rule)) {
                turns.add(held.from());
                if (held.to() != null) {
                    turns.add(held.to());
                }
            }
        }
        return turns;
    }

    /** Whether it is the top, and the only one: then it may decide for the whole house. */
    private boolean single(String path, LocalDate on) {
        return tree.onlyRoot(path, on);
    }

    /** All that was ever decided and stands, by its first day. */
    List<Held> all() {
        var known = snapshot;
        if (known == null || System.nanoTime() - known.readAt() > FRESH.toNanos()) {
            known = new Snapshot(store.all(), System.nanoTime());
            snapshot = known;
        }
        return known.figures();
    }

    /** To be told within the transaction that decides. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        snapshot = null;
                    }
                });
    }

    /** Null where the organization was not there on the day, or the rule has no such figure. */
    private @Nullable Local local(Held held, LocalDate on) {
        var path = tree.path(held.organization(), on).orElse(null);
        var law = rulebook.rule(held.rule(), on).figures().get(held.name());
        var value = law == null ? null : Values.read(law, held.value()).orElse(null);
        if (path == null || value == null) {
            return null;
        }
        var name = tree.name(held.organization(), on).orElse("");
        var decision = new Decision(held.proposal(), held.organization(), name, held.from());
        return new Local(held.name(), value, decision, path);
    }
}
