package org.sunmao.organization.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.locality.Derivation;
import org.sunmao.organization.Headcounts;
import org.sunmao.organization.internal.Thresholds.Facts;
import org.sunmao.organization.internal.Thresholds.Told;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Of which organizations something else would be said about their numbers. */
@Component
class ThresholdDerivation implements Derivation {

    private static final String CONCERNED =
            """
            select p.id, f.name, f.kind, f.field from organization.place p
            join organization.profile f on f.id = p.id
              and f.valid_from <= :day and f.valid_to > :day
            where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day
              and f.kind in (:kinds) order by p.path limit :limit
            """;

    /** Each is counted with all below it; more would take too long while somebody waits. */
    private static final int MOST = 1000;

    private static final int EXAMPLES = 20;

    private static final Map<RuleId, Set<String>> KINDS =
            Map.of(
                    Thresholds.BRANCH,
                    Set.of(Kinds.BRANCH, Kinds.FLOATING),
                    Thresholds.LARGEST_BRANCH,
                    Set.of(Kinds.BRANCH, Kinds.FLOATING, Kinds.JOINT),
                    Thresholds.JOINT_BRANCH,
                    Set.of(Kinds.JOINT),
                    Thresholds.BRANCH_COMMITTEE,
                    Set.of(Kinds.BRANCH, Kinds.FLOATING, Kinds.JOINT),
                    Thresholds.LEVELS,
                    Set.of(Kinds.GENERAL_BRANCH, Kinds.COMMITTEE),
                    Thresholds.LEVELS_OF_VILLAGE,
                    Set.of(Kinds.BRANCH, Kinds.FLOATING, Kinds.GENERAL_BRANCH, Kinds.COMMITTEE),
                    Kinds.PARTY_GROUP,
                    Set.of(Kinds.GROUP));

    private record Concerned(UUID id, String name, String kind, String field) {}

    private static final RowMapper<Concerned> ROWS = new SimplePropertyRowMapper<>(Concerned.class);

    private final JdbcClient jdbc;
    private final Headcounts headcounts;
    private final OrganizationPages pages;
    private final Rulebook rulebook;
    private final Tree tree;

    ThresholdDerivation(
            JdbcClient jdbc,
            Headcounts headcounts,
            OrganizationPages pages,
            Rulebook rulebook,
            Tree tree) {
        this.jdbc = jdbc;
        this.headcounts = headcounts;
        this.pages = pages;
        this.rulebook = rulebook;
        this.tree = tree;
    }

    @Override
    public boolean knows(RuleId rule) {
        return KINDS.containsKey(rule);
    }

    @Override
    public Foreseen foresee(Scope scope, UUID organization, Supposed supposed) {
        var concerned = concerned(scope, organization, supposed.rule());
        var changed = new ArrayList<Changed>();
        for (var one : concerned.subList(0, Math.min(MOST, concerned.size()))) {
            changed(scope, one, supposed).ifPresent(changed::add);
        }
        var more = concerned.size() > MOST ? "（只核对了前 " + MOST + " 个）" : "";
        return new Foreseen(
                "按现有人数核对了 %d 个党组织%s，其中 %d 个的核对结果会改变"
                        .formatted(Math.min(MOST, concerned.size()), more, changed.size()),
                changed.size(),
                changed.stream().limit(EXAMPLES).toList());
    }

    private List<Concerned> concerned(Scope scope, UUID organization, RuleId rule) {
        var subtree = tree.path(organization, scope.day()).map(Subtree::below);
        return jdbc.sql(CONCERNED)
                .param("day", scope.day())
                .param("lo", subtree.orElse(Subtree.NONE).lo())
                .param("hi", subtree.orElse(Subtree.NONE).hi())
                .param("kinds", KINDS.getOrDefault(rule, Set.of()))
                .param("limit", MOST + 1)
                .query(ROWS)
                .list();
    }

    private Optional<Changed> changed(Scope scope, Concerned one, Supposed supposed) {
        var counts = headcounts.of(one.id(), scope.day());
        var officers = pages.board(one.id(), scope.day()).size();
        var facts = new Facts(one.kind(), one.field(), counts, 1, officers);
        var before = told(scope, facts, supposed.rule(), supposed.now().apply(one.id()));
        var after = told(scope, facts, supposed.rule(), supposed.then().apply(one.id()));
        return before.stream()
                        .map(Told::state)
                        .toList()
                        .equals(after.stream().map(Told::state).toList())
                ? Optional.empty()
                : Optional.of(new Changed(one.id(), one.name(), says(before), says(after)));
    }

    private List<Told> told(Scope scope, Facts facts, RuleId asked, Rule as) {
        Function<RuleId, Rule> rules = id -> id.equals(asked) ? as : rulebook.rule(id, scope.day());
        return new Thresholds(rules)
                .of(facts).stream().filter(told -> told.rule().id().equals(asked)).toList();
    }

    private static String says(List<Told> told) {
        return told.isEmpty() ? "不提示" : String.join("；", told.stream().map(Told::says).toList());
    }
}
