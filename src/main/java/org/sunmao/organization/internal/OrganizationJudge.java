package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.OrganizationFields.BRANCH_CLASS;
import static org.sunmao.organization.internal.OrganizationFields.CHANGED;
import static org.sunmao.organization.internal.OrganizationFields.ESTABLISHED_ON;
import static org.sunmao.organization.internal.OrganizationFields.KIND;
import static org.sunmao.organization.internal.OrganizationFields.NAME;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.organization.Headcounts;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.organization.internal.Kinds.Refused;
import org.sunmao.organization.internal.OrganizationLine.Above;
import org.sunmao.organization.internal.OrganizationRosterStore.Standing;
import org.sunmao.register.Change;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Timeline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Judges rows of organizations one after the other, each as if those before it were written. */
@Component
class OrganizationJudge {

    /** A change of one that is there. */
    record Changing(UUID id, int version, Change change, Timeline before, Timeline after) {}

    private final Headcounts headcounts;
    private final PostStore posts;
    private final OrganizationRosterStore store;

    OrganizationJudge(Headcounts headcounts, PostStore posts, OrganizationRosterStore store) {
        this.headcounts = headcounts;
        this.posts = posts;
        this.store = store;
    }

    /** A row of one that the register does not have. */
    void fresh(OrganizationLine line, Above above, RosterKinds kinds) {
        CHANGED.stream()
                .filter(field -> field.required() && !line.has(field))
                .forEach(field -> line.found(RosterFindings.required(field, "党组织")));
        var values = line.entry.values();
        classed(values).ifPresent(line::found);
        var kind = (String) values.get(KIND.name());
        if (kind == null || line.failed()) {
            return;
        }
        Kinds.below(kinds.of(above), kind).map(OrganizationJudge::kind).ifPresent(line::found);
        if (!line.failed() && !RosterFindings.asked(line.findings)) {
            kinds.made(line, above, kind);
            line.plan = organization(values, kind, id(above));
        }
    }

    private static OrganizationId id(Above above) {
        var known = above.known();
        if (known != null) {
            return new OrganizationId(known.id());
        }
        var plan = Objects.requireNonNull(above.line()).plan;
        return ((NewOrganization) Objects.requireNonNull(plan)).id();
    }

    private static NewOrganization organization(
            Map<String, Object> values, String kind, OrganizationId parent) {
        return new NewOrganization(
                OrganizationId.next(),
                parent,
                String.valueOf(values.get(NAME.name())),
                kind,
                String.valueOf(values.get("field")),
                (String) values.get(BRANCH_CLASS.name()),
                (String) values.get("division"),
                (LocalDate) Objects.requireNonNull(values.get(ESTABLISHED_ON.name())));
    }

    /** What a row says otherwise than it stands; names that are written otherwise are the same. */
    static Map<String, @Nullable Object> differing(OrganizationLine line, Standing stands) {
        var differing = new HashMap<String, @Nullable Object>();
        var standing = stands.values();
        line.entry
                .values()
                .forEach(
                        (name, value) -> {
                            if (standing.containsKey(name) && !value.equals(standing.get(name))) {
                                differing.put(name, value);
                            }
                        });
        return differing;
    }

    /** A row of one that is there and is otherwise. */
    void changed(
            Scope scope,
            OrganizationLine line,
            Standing stands,
            Timeline before,
            Map<String, @Nullable Object> differing,
            RosterKinds kinds) {
        var there = Objects.requireNonNull(line.there);
        var change = new Change(differing, scope.day(), false);
        var after = change.applyTo(before, CHANGED);
        after.spans().stream()
                .flatMap(span -> classed(span.values()).stream())
                .findFirst()
                .ifPresent(line::found);
        kindOf(scope, there, differing, kinds).forEach(line::found);
        firstDay(there, before, after).ifPresent(line::found);
        if (!line.failed()) {
            if (differing.get(KIND.name()) instanceof String kind) {
                kinds.becomes(there.id(), kind);
            }
            line.plan = new Changing(there.id(), stands.version(), change, before, after);
        }
    }

    private List<Finding> kindOf(
            Scope scope, Known there, Map<String, @Nullable Object> differing, RosterKinds kinds) {
        if (!(differing.get(KIND.name()) instanceof String kind)) {
            return List.of();
        }
        var held = headcounts.of(there.id(), scope.day()).held();
        var refused =
                Kinds.holding(kind, held)
                        .or(() -> Kinds.below(kinds.above(there), kind))
                        .or(
                                () ->
                                        kinds.below(there.id()).stream()
                                                .flatMap(below -> Kinds.below(kind, below).stream())
                                                .findFirst());
        return refused.map(OrganizationJudge::kind).stream().toList();
    }

    private Optional<Finding> firstDay(Known there, Timeline before, Timeline after) {
        var id = there.id();
        var first = OrganizationLives.establishedOn(after);
        if (first.equals(before.begin())) {
            return Optional.empty();
        }
        var until = after.spans().getFirst().to();
        var placed = store.firstPlaceTo(id).orElse(until);
        var least = until.isBefore(placed) ? until : placed;
        if (!first.isBefore(least)) {
            return day("established-after-change", "登记的情况在 " + least + " 有过变化，成立日期须在这一天之前，请核对");
        }
        if (first.isAfter(before.begin())) {
            var held = headcounts.firstHeld(id).filter(first::isAfter);
            if (held.isPresent()) {
                return day(
                        "established-after-members",
                        "从 " + held.get() + " 起这里就有党员的组织关系，成立日期不能晚于这一天，请核对");
            }
            if (posts.of(id).stream().anyMatch(post -> post.from().isBefore(first))) {
                return day("established-after-posts", "登记的任职有从更早的一天开始的，成立日期不能更晚，请先核对任职");
            }
        }
        return Optional.empty();
    }

    /** Only branches are told apart by class. */
    private static Optional<Finding> classed(Map<String, ?> values) {
        var kind = (String) values.get(KIND.name());
        return values.get(BRANCH_CLASS.name()) != null && kind != null && !Kinds.classed(kind)
                ? Optional.of(
                        Finding.error(
                                BRANCH_CLASS.name(),
                                "class-of-no-branch",
                                "只有党支部、联合党支部、流动党员党支部和党总支才分类，请清空这一项"))
                : Optional.empty();
    }

    private static Finding kind(Refused refused) {
        return RosterFindings.ruled(KIND, "kind-not-fit", refused.reason(), refused.rule());
    }

    private static Optional<Finding> day(String code, String says) {
        return Optional.of(Finding.error(ESTABLISHED_ON.name(), code, says));
    }

    /** What is told of a row in the end. */
    static Outcome outcome(OrganizationLine line) {
        if (line.failed()) {
            return Outcome.FAILED;
        }
        if (RosterFindings.asked(line.findings)) {
            return Outcome.ASKED;
        }
        return switch (line.plan) {
            case null -> Outcome.SAME;
            case Changing _ -> Outcome.CHANGED;
            default -> Outcome.MADE;
        };
    }
}
