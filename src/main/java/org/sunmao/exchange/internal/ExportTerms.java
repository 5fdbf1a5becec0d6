package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.exchange.internal.Export.Layout;
import org.sunmao.register.Column;
import org.sunmao.register.Listing;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may be taken out, and on what terms (PRV-12). */
@Component
class ExportTerms {

    static final RuleId RULE = new RuleId("PRV-12");

    private static final Map<String, String> LABELS =
            Map.of(
                    "member", "党员名册",
                    "organization", "党组织名册",
                    "body", "单位名册",
                    "officer", "任职名册");

    /**
     * The terms as a screen shows them.
     *
     * @param approvalAbove more rows than these need somebody else's approval
     * @param days how long a file may be fetched
     * @param most more rows than these do not go out at once
     */
    record ExportTermsView(
            int approvalAbove,
            int days,
            int most,
            String rule,
            String says,
            String cites,
            List<KindView> kinds) {}

    /**
     * @param national where the headings of the national system come from; null if there are none
     */
    record KindView(
            String kind,
            String label,
            List<ExportColumn> columns,
            @Nullable String national,
            boolean nationalConfirmed) {}

    /**
     * @param national the heading it has in the national system, if it has one
     */
    record ExportColumn(String field, String label, boolean sensitive, @Nullable String national) {}

    private final Map<String, Listing> listings;
    private final NationalForm national;
    private final Rulebook rulebook;
    private final Clock clock;

    ExportTerms(List<Listing> listings, NationalForm national, Rulebook rulebook, Clock clock) {
        this.listings =
                listings.stream().collect(Collectors.toMap(Listing::kind, Function.identity()));
        this.national = national;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The terms of an organization; its own or those from above. */
    Rule rule(@Nullable UUID organization) {
        return rulebook.rule(RULE, LocalDate.now(clock), organization);
    }

    int figure(String name, @Nullable UUID organization) {
        return rule(organization).figure(name);
    }

    RuleRefused refused(String reason) {
        return new RuleRefused(rulebook.rule(RULE, LocalDate.now(clock)), reason);
    }

    Listing listing(@Nullable String kind) {
        var listing = kind == null ? null : listings.get(kind);
        if (listing == null) {
            throw new InputRefused("kind", "请选择要导出的名册");
        }
        return listing;
    }

    static String label(String kind) {
        return LABELS.getOrDefault(kind, kind);
    }

    /** The columns by the names of their fields, in that order. */
    List<Column> columns(Listing listing, List<String> fields, Layout layout) {
        if (fields.isEmpty() || new HashSet<>(fields).size() != fields.size()) {
            throw new InputRefused("columns", "请至少选择一列，每列只选一次");
        }
        var columns = fields.stream().map(field -> column(listing, field)).toList();
        return layout == Layout.STANDARD ? columns : nationalOnes(listing, columns);
    }

    private static Column column(Listing listing, String field) {
        return listing.columns().stream()
                .filter(column -> column.field().name().equals(field))
                .findFirst()
                .orElseThrow(() -> new InputRefused("columns", "名册里没有 " + field + " 这一列"));
    }

    /** Those that the national form has, in its order. */
    private List<Column> nationalOnes(Listing listing, List<Column> columns) {
        var form =
                national.of(listing.kind())
                        .orElseThrow(() -> new InputRefused("layout", "这种名册没有全国系统的表头"));
        var order = form.columns().stream().map(NationalForm.Heading::field).toList();
        var there =
                columns.stream()
                        .filter(column -> order.contains(column.field().name()))
                        .sorted(Comparator.comparingInt(c -> order.indexOf(c.field().name())))
                        .toList();
        if (there.isEmpty()) {
            throw new InputRefused("columns", "所选的列都不在全国系统的表头里，请改选");
        }
        return there;
    }

    String heading(String kind, Column column, Layout layout) {
        var field = column.field();
        return layout == Layout.STANDARD
                ? field.label()
                : national.of(kind).flatMap(f -> f.heading(field.name())).orElse(field.label());
    }

    ExportTermsView view(@Nullable UUID organization) {
        var rule = rule(organization);
        return new ExportTermsView(
                rule.figure("approvalAbove"),
                rule.figure("days"),
                rule.figure("most"),
                rule.id().value(),
                rule.told(),
                rule.cite(),
                listings.values().stream()
                        .sorted(Comparator.comparing(Listing::kind))
                        .map(this::view)
                        .toList());
    }

    private KindView view(Listing listing) {
        var form = national.of(listing.kind());
        return new KindView(
                listing.kind(),
                label(listing.kind()),
                listing.columns().stream()
                        .map(
                                column ->
                                        new ExportColumn(
                                                column.field().name(),
                                                column.field().label(),
                                                column.sensitive(),
                                                form.flatMap(f -> f.heading(column.field().name()))
                                                        .orElse(null)))
                        .toList(),
                form.map(NationalForm.Form::source).orElse(null),
                form.map(NationalForm.Form::confirmed).orElse(false));
    }
}
