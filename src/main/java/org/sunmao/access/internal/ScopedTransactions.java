package org.sunmao.access.internal;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.journal.Actor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Begins a transaction, finds what the asker's role covers, and tells the database. */
@Component
class ScopedTransactions implements Scopes {

    /**
     * A subtree may be one branch or a city: a plan made for every case serves neither, so each
     * statement is planned for its own values.
     */
    private static final String SET =
            """
            select set_config('sunmao.everything', ?, true), set_config('sunmao.lo', ?, true),
              set_config('sunmao.hi', ?, true), set_config('sunmao.day', ?, true),
              set_config('sunmao.subject', ?, true),
              set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    private static final String ABOUT =
            """
            select set_config('sunmao.subject', ?, true), set_config('sunmao.purpose', ?, true)
            """;

    /** How often work is tried that the database broke off to free another from a deadlock. */
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final Tree tree;
    private final Clock clock;

    ScopedTransactions(
            JdbcClient jdbc, PlatformTransactionManager transactions, Tree tree, Clock clock) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public <T> T read(SignedIn who, Function<Scope, T> work) {
        return within(reading, () -> scope(who), work);
    }

    @Override
    public <T> T readOwnOrganization(SignedIn who, Function<Scope, T> work) {
        return within(reading, () -> ownOrganization(who), work);
    }

    private Scope ownOrganization(SignedIn who) {
        var today = LocalDate.now(clock);
        var organization = who.organization();
        var path = organization == null ? null : tree.path(organization, today).orElse(null);
        var only = path == null ? Subtree.NONE : Subtree.only(path);
        return new Scope(who.actor(), false, only, null, today);
    }

    @Override
    public <T> T write(SignedIn who, Function<Scope, T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return within(writing, () -> scope(who), work);
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void about(UUID subject, String purpose) {
        jdbc.sql(ABOUT).param(subject.toString()).param(purpose).query((_, _) -> true).single();
    }

    @Override
    public <T> T system(String purpose, Function<Scope, T> work) {
        var today = LocalDate.now(clock);
        var scope = new Scope(new Actor(null, purpose), true, Subtree.ALL, null, today);
        return within(writing, () -> scope, work);
    }

    private <T> T within(
            TransactionTemplate transaction, Supplier<Scope> scope, Function<Scope, T> work) {
        var result =
                transaction.execute(
                        _ -> {
                            var set = scope.get();
                            tell(set);
                            return work.apply(set);
                        });
        return Objects.requireNonNull(result);
    }

    private Scope scope(SignedIn who) {
        var today = LocalDate.now(clock);
        var organization = who.organization();
        if (organization == null || !who.role().readsSubtree()) {
            return new Scope(who.actor(), false, Subtree.NONE, who.member(), today);
        }
        var path = tree.path(organization, today);
        var subtree = path.map(Subtree::below).orElse(Subtree.NONE);
        var everything = path.isPresent() && tree.onlyRoot(path.get(), today);
        return new Scope(who.actor(), everything, subtree, who.member(), today);
    }

    private void tell(Scope scope) {
        jdbc.sql(SET)
                .param(scope.everything() ? "on" : "off")
                .param(scope.subtree().lo())
                .param(scope.subtree().hi())
                .param(scope.day().toString())
                .param(scope.subject() == null ? "" : scope.subject().toString())
                .query((_, _) -> true)
                .single();
    }
}
