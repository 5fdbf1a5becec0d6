package org.sunmao.exchange.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.exchange.internal.Export.By;
import org.sunmao.exchange.internal.Export.Decision;
import org.sunmao.exchange.internal.Export.Pending;
import org.sunmao.exchange.internal.Export.Ready;
import org.sunmao.exchange.internal.ExportReader.Wanted;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Asking for a list as a file, and deciding that somebody may have it (PRV-12). */
@Service
class Exports {

    /** A list that was counted. */
    private record Measured(List<String> words, long rows) {}

    private final Scopes scopes;
    private final ExportStore store;
    private final ExportTerms terms;
    private final ExportReader reader;
    private final ExportViews views;
    private final Journal journal;
    private final Clock clock;

    Exports(
            Scopes scopes,
            ExportStore store,
            ExportTerms terms,
            ExportReader reader,
            ExportViews views,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.terms = terms;
        this.reader = reader;
        this.views = views;
        this.journal = journal;
        this.clock = clock;
    }

    ExportView ask(SignedIn who, ExportReader.ExportOrder order) {
        var wanted = reader.read(order);
        var asked = terms.listing(wanted.kind()).asked(who, wanted.filter());
        var measured =
                scopes.read(
                        who,
                        wanted.day(),
                        scope -> new Measured(asked.words(scope), asked.count(scope)));
        check(who, measured.rows());
        return scopes.write(
                who,
                scope -> {
                    var export = export(who, wanted, measured);
                    store.add(export);
                    journal.append(
                            scope.actor(), act(scope, "export.ask", export, measured.rows()));
                    return views.of(who, scope, export);
                });
    }

    private void check(SignedIn who, long rows) {
        var most = terms.figure("most", who.organization());
        if (rows == 0) {
            throw terms.refused("没有符合条件的记录，不用导出。请改筛选条件");
        }
        if (rows > most) {
            throw terms.refused("共 " + rows + " 行，一次最多导出 " + most + " 行，请缩小范围后分次导出");
        }
    }

    private Export export(SignedIn who, Wanted wanted, Measured measured) {
        var now = clock.instant();
        var needsApproval = measured.rows() > terms.figure("approvalAbove", who.organization());
        return new Export(
                UuidCreator.getTimeOrderedEpoch(),
                new By(
                        who.account(),
                        who.member(),
                        who.name(),
                        Objects.requireNonNull(who.organization())),
                wanted.kind(),
                wanted.columns(),
                wanted.filter(),
                measured.words(),
                wanted.day(),
                wanted.unmasked(),
                wanted.reason(),
                wanted.form(),
                (int) measured.rows(),
                needsApproval ? new Pending() : new Ready(null),
                now,
                expiry(now, who.organization()),
                0);
    }

    Page<ExportView> list(SignedIn who, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        var decides = who.role().may(Right.EXPORTS_APPROVE);
        return scopes.read(
                who,
                scope -> {
                    var now = clock.instant();
                    var rows = store.list(scope, who.account(), decides, now, behind, limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.id().toString()));
                    return new Page<>(
                            page.items().stream().map(one -> views.of(who, scope, one)).toList(),
                            page.next());
                });
    }

    ExportView get(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope ->
                        store.get(scope, id)
                                .filter(export -> readable(who, export))
                                .map(export -> views.of(who, scope, export))
                                .orElseThrow(NotFound::new));
    }

    ExportView decide(SignedIn who, UUID id, boolean approved, @Nullable String reason) {
        return scopes.write(
                who,
                scope -> {
                    var export = store.lock(scope, id).orElseThrow(NotFound::new);
                    var now = clock.instant();
                    check(who, export, now);
                    var decision =
                            new Decision(
                                    who.account(),
                                    who.name(),
                                    approved ? reason : reader.required(reason, "请写明不同意的原因"),
                                    now);
                    store.decide(
                            id,
                            approved ? "ready" : "refused",
                            decision,
                            expiry(now, export.by().organization()));
                    var decided = store.get(scope, id).orElseThrow(NotFound::new);
                    var verb = approved ? "export.approve" : "export.refuse";
                    journal.append(scope.actor(), act(scope, verb, decided, export.rows()));
                    return views.of(who, scope, decided);
                });
    }

    private void check(SignedIn who, Export export, Instant now) {
        if (views.own(who, export)) {
            throw terms.refused("不能审批自己申请的导出，请由本级或上级党组织的其他人员审批");
        }
        if (!export.stateOn(now).equals("pending")) {
            throw terms.refused("这项导出已经有了结果或已失效，请刷新后查看");
        }
    }

    private static boolean readable(SignedIn who, Export export) {
        return export.by().account().equals(who.account()) || who.role().may(Right.EXPORTS_APPROVE);
    }

    private Instant expiry(Instant from, @Nullable UUID organization) {
        return from.plus(Duration.ofDays(terms.figure("days", organization)));
    }

    Act act(Scope scope, String action, Export export, long rows) {
        return new Act(
                export.by().organization(),
                action,
                "export",
                export.id(),
                scope.day(),
                List.of(ExportTerms.RULE.value()),
                views.told(export, rows));
    }
}
