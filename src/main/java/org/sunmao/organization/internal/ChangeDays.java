package org.sunmao.organization.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.access.Foresight;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.Subtree;
import org.sunmao.journal.Act;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Journal;
import org.sunmao.organization.internal.ChangeProcess.Step;
import org.sunmao.organization.internal.ChangeRecord.Said;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Carries planned changes out on their day, each in a transaction of its own, and missed days in
 * their order.
 *
 * <p>A plain hourly look is enough: what is due stands in the table, the row is locked while it is
 * worked at and passed over by every other process, and what was done is planned no more. So any
 * number of processes may look at once, and one that was down looks when it starts.
 */
@Component
class ChangeDays implements Foresight {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDays.class);
    private static final String FAILED = "执行时系统出错，没有生效；系统会继续重试，请联系管理员查看日志";

    private final Scopes scopes;
    private final ChangeStore store;
    private final ChangeCases cases;
    private final ChangeLocks locks;
    private final ChangeWork work;
    private final ChangePapers papers;
    private final Journal journal;
    private final TransactionTemplate nested;
    private final Clock clock;

    ChangeDays(
            Scopes scopes,
            ChangeStore store,
            ChangeCases cases,
            ChangeLocks locks,
            ChangeWork work,
            ChangePapers papers,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.cases = cases;
        this.locks = locks;
        this.work = work;
        this.papers = papers;
        this.journal = journal;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "5 0 * * * *", zone = "${sunmao.zone}")
    void run() {
        var tried = new HashSet<UUID>();
        while (next(tried)) {
            LOG.debug("planned changes tried: {}", tried.size());
        }
    }

    private boolean next(Set<UUID> tried) {
        var failed = new HashSet<UUID>();
        try {
            return scopes.system(
                    ChangeWork.REORGANIZE,
                    scope -> {
                        var due = store.due(scope.day(), tried);
                        due.map(ChangeRecord::id).ifPresent(tried::add);
                        due.map(ChangeRecord::id).ifPresent(failed::add);
                        due.ifPresent(change -> carryOut(scope, change));
                        return due.isPresent();
                    });
        } catch (RuntimeException e) {
            LOG.error("a planned change was not carried out", e);
            failed.forEach(this::fail);
            return !failed.isEmpty();
        }
    }

    private void carryOut(Scope scope, ChangeRecord change) {
        locks.lock(cases.steps(change), change.effectiveOn(), scope.day());
        var examined = cases.examine(change, scope.day());
        if (examined.plan().refused()) {
            block(scope, change, examined.plan().refusals().getFirst().told());
            return;
        }
        papers.settle(Step.APPLY, examined, change.passed());
        work.carryOut(scope, change, examined.facts(), examined.plan().effects());
        var said = new Said(null, clock.instant(), scope.day(), null, null, null, null);
        store.pass(change.id(), "applied", change.passed().with(Step.APPLY, said));
        journal.append(scope.actor(), act("apply", change, "已生效", ""));
    }

    private void fail(UUID id) {
        scopes.system(
                ChangeWork.REORGANIZE,
                scope -> {
                    var change = store.get(scope, id);
                    change.filter(c -> c.state().equals("planned"))
                            .ifPresent(c -> block(scope, c, FAILED));
                    return change.isPresent();
                });
    }

    private void block(Scope scope, ChangeRecord change, String reason) {
        if (!reason.equals(change.blocked())) {
            store.block(change.id(), reason);
            journal.append(scope.actor(), act("block", change, "待生效", reason));
        }
    }

    private static Act act(String verb, ChangeRecord change, String state, String note) {
        return new Act(
                change.organization(),
                "change." + verb,
                "change",
                change.id(),
                change.effectiveOn(),
                List.of(),
                Map.of(
                        "before", Map.of("state", "待生效", "note", ""),
                        "after", Map.of("state", state, "note", note)));
    }

    /** What cannot be carried out as things stand is left out of what is foreseen. */
    @Override
    public void applyUntil(LocalDate day) {
        var today = LocalDate.now(clock);
        var actor = new Actor(null, ChangeWork.REORGANIZE);
        var scope = new Scope(actor, true, Subtree.ALL, null, today, true);
        var tried = new HashSet<UUID>();
        for (var due = store.planned(day, tried); due.isPresent(); ) {
            foresee(scope, due.get());
            tried.add(due.get().id());
            due = store.planned(day, tried);
        }
    }

    private void foresee(Scope scope, ChangeRecord change) {
        try {
            nested.executeWithoutResult(
                    _ -> {
                        var examined = cases.examine(change, scope.day());
                        if (!examined.plan().refused()) {
                            var effects = examined.plan().effects();
                            work.carryOut(scope, change, examined.facts(), effects);
                        }
                    });
        } catch (RuntimeException e) {
            LOG.warn("a planned change cannot be foreseen: {}", change.id(), e);
        }
    }
}
