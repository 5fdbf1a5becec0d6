package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.tally.internal.CountStore.Node;
import org.sunmao.tally.internal.CountStore.Part;
import org.sunmao.tally.internal.StatisticsBreakdown.StatisticsPart;
import org.sunmao.web.AsOf;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;

/** The statistics of an organization as of a day, and one number of them level by level. */
@Service
class Statistics {

    static final RuleId BASIS = new RuleId("COD-05");
    static final RuleId SMALL = new RuleId("PRV-11");

    private static final MonthDay CUT_OFF = MonthDay.of(12, 31);

    private final Scopes scopes;
    private final Tree tree;
    private final Tables tables;
    private final CountStore store;
    private final Rulebook rulebook;
    private final Clock clock;

    Statistics(
            Scopes scopes,
            Tree tree,
            Tables tables,
            CountStore store,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.tree = tree;
        this.tables = tables;
        this.store = store;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    StatisticsView of(SignedIn who, AsOf asOf, @Nullable UUID asked) {
        var organization = organization(who, asked);
        var day = day(asOf);
        var before = yearBefore(day);
        var membersBefore = membersOn(who, before, organization);
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    var part = part(scope, organization);
                    var sheets = new Sheets(rulebook, day, store.of(part));
                    var rows = tables.on(day).stream().map(sheets::table).toList();
                    return new StatisticsView(
                            named(organization, day),
                            day,
                            preview(day),
                            false,
                            says(day),
                            sheets.compared(rows, before, membersBefore));
                });
    }

    StatisticsView published(SignedIn who, AsOf asOf, @Nullable UUID asked) {
        var rule = rulebook.rule(SMALL, day(asOf));
        return new Publication(rule).of(of(who, asOf, asked));
    }

    StatisticsBreakdown below(
            SignedIn who, AsOf asOf, @Nullable UUID asked, String tableId, String key) {
        var organization = organization(who, asked);
        var day = day(asOf);
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    var part = part(scope, organization);
                    var table =
                            tables.on(day).stream()
                                    .filter(known -> known.id().equals(tableId))
                                    .findFirst()
                                    .orElseThrow(NotFound::new);
                    var cell = table.cell(key).orElseThrow(NotFound::new);
                    return below(part, organization, table, cell);
                });
    }

    private StatisticsBreakdown below(Part part, UUID organization, Table table, Cell cell) {
        var scope = part.scope();
        var sums = store.below(part, cell);
        var items =
                store.children(scope, organization).stream()
                        .map(child -> item(child, sums.getOrDefault(child.path(), 0L)))
                        .toList();
        return new StatisticsBreakdown(
                named(organization, scope.day()),
                scope.day(),
                preview(scope.day()),
                table.id(),
                table.title(),
                cell.key(),
                cell.label(),
                cell.of().list(),
                Sheets.filter(cell, part.cuts()),
                sums.values().stream().mapToLong(Long::longValue).sum(),
                sums.getOrDefault(part.path(), 0L),
                items);
    }

    private static StatisticsPart item(Node child, long count) {
        return new StatisticsPart(child.id(), child.name(), child.kind(), count);
    }

    /**
     * The members on another day; null where the organization was not there, or not the asker's.
     */
    private @Nullable Long membersOn(SignedIn who, LocalDate day, UUID organization) {
        return scopes.read(
                        who,
                        day,
                        scope ->
                                tree.path(organization, day)
                                        .filter(scope.subtree()::contains)
                                        .map(path -> store.members(part(scope, organization))))
                .orElse(null);
    }

    /** An organization outside the scope is not there. */
    private Part part(Scope scope, UUID organization) {
        var path = tree.path(organization, scope.day()).orElseThrow(NotFound::new);
        if (!scope.subtree().contains(path)) {
            throw new NotFound();
        }
        return new Part(scope, path, tables.cuts(scope.day()));
    }

    private static UUID organization(SignedIn who, @Nullable UUID asked) {
        var organization = asked == null ? who.organization() : asked;
        if (organization == null) {
            throw new NotFound();
        }
        return organization;
    }

    private Named named(UUID organization, LocalDate day) {
        return new Named(organization, tree.name(organization, day).orElseThrow(NotFound::new));
    }

    private List<String> says(LocalDate day) {
        var basis = rulebook.rule(BASIS, day);
        var told = basis.told();
        return preview(day) ? List.of("预览：按现有登记和已批准的变动推算到 " + day + "。", told) : List.of(told);
    }

    private LocalDate day(AsOf asOf) {
        var day = asOf.day();
        return day == null ? LocalDate.now(clock) : day;
    }

    private boolean preview(LocalDate day) {
        return day.isAfter(LocalDate.now(clock));
    }

    /** The last cut-off before a day. */
    private static LocalDate yearBefore(LocalDate day) {
        return CUT_OFF.atYear(day.getYear() - 1);
    }
}
