package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.access.Foresight;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.journal.Actor;
import org.sunmao.web.InputRefused;

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
              set_config('sunmao.subject', ?, true), set_config('sunmao.purpose', '', true),
              set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    private static final String ABOUT =
            """
            select set_config('sunmao.subject', ?, true), set_config('sunmao.purpose', ?, true)
            """;

    /** How often work is tried that the database broke off to free another from a deadlock. */
    private static final int ATTEMPTS = 3;

    private static final int FORESEEN_YEARS = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final Tree tree;
    private final ObjectProvider<Foresight> foresight;
    private final Clock clock;

    ScopedTransactions(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Tree tree,
            ObjectProvider<Foresight> foresight,
            Clock clock) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
        this.tree = tree;
        this.foresight = foresight;
        this.clock = clock;
    }

    @Override
    public <T> T read(SignedIn who, @Nullable LocalDate asOf, Function<Scope, T> work) {
        return reading(asOf, day -> scope(who, day), work);
    }

    @Override
    public <T> T readOwnOrganization(
            SignedIn who, @Nullable LocalDate asOf, Function<Scope, T> work) {
        return reading(asOf, day -> ownOrganization(who, day), work);
    }

    private <T> T reading(
            @Nullable LocalDate asOf, Function<LocalDate, Scope> scope, Function<Scope, T> work) {
        var today = LocalDate.now(clock);
        var day = asOf == null ? today : asOf;
        if (!day.isAfter(today)) {
            return within(reading, () -> scope.apply(day), work);
        }
        if (day.isAfter(today.plusYears(FORESEEN_YEARS))) {
            throw new InputRefused("asOf", "只能看到今后 " + FORESEEN_YEARS + " 年以内的日子，请改选日期");
        }
        return patiently(() -> foreseeing(day, scope, work));
    }

    /** What is decided for days to come is done, looked at, and undone. */
    private <T> T foreseeing(
            LocalDate day, Function<LocalDate, Scope> scope, Function<Scope, T> work) {
        return rehearse(
                "foresee",
                _ -> {
                    foresight.getObject().applyUntil(day);
                    var set = scope.apply(day);
                    tell(set);
                    return work.apply(set);
                });
    }

    private Scope ownOrganization(SignedIn who, LocalDate day) {
        var organization = who.organization();
        var path = organization == null ? null : tree.path(organization, day).orElse(null);
        var only = path == null ? Subtree.NONE : Subtree.only(path);
        return new Scope(who.actor(), false, only, null, day, isToday(day));
    }

    @Override
    public <T> T write(SignedIn who, Function<Scope, T> work) {
        return patiently(() -> within(writing, () -> scope(who, LocalDate.now(clock)), work));
    }

    /**
     * Writes accounts, grants and sessions, which belong to no organization: their entries in the
     * journal lie in nobody's scope, so the database is told of the whole register. The work is
     * handed the asker's own scope, and must keep to it by itself.
     */
    <T> T administer(SignedIn who, Function<Scope, T> work) {
        return patiently(
                () ->
                        within(
                                writing,
                                () -> everything("administer"),
                                system -> work.apply(scope(who, system.day()))));
    }

    private static <T> T patiently(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.get();
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
        return within(writing, () -> everything(purpose), work);
    }

    @Override
    public <T> T rehearse(String purpose, Function<Scope, T> work) {
        var result =
                writing.execute(
                        transaction -> {
                            transaction.setRollbackOnly();
                            var scope = everything(purpose);
                            tell(scope);
                            return work.apply(scope);
                        });
        return Objects.requireNonNull(result);
    }

    private Scope everything(String purpose) {
        var actor = new Actor(null, purpose);
        return new Scope(actor, true, Subtree.ALL, null, LocalDate.now(clock), true);
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

    private Scope scope(SignedIn who, LocalDate day) {
        var organization = who.organization();
        if (organization == null || !who.role().readsSubtree()) {
            return new Scope(who.actor(), false, Subtree.NONE, who.member(), day, isToday(day));
        }
        var path = tree.path(organization, day);
        var subtree = path.map(Subtree::below).orElse(Subtree.NONE);
        var everything = path.isPresent() && tree.onlyRoot(path.get(), day);
        return new Scope(who.actor(), everything, subtree, who.member(), day, isToday(day));
    }

    private boolean isToday(LocalDate day) {
        return day.equals(LocalDate.now(clock));
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
