package org.sunmao.member.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.locality.Derivation;
import org.sunmao.rules.RuleId;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How many members another class would be proposed for, if they counted as old from another age.
 */
@Component
class ClassDerivation implements Derivation {

    private static final String AGED =
            """
            select f.organization, count(*)::integer as people from member.profile f
            where f.valid_to = 'infinity' and not f.floating
              and f.born_on > :youngest and f.born_on <= :oldest
              and f.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            group by f.organization order by people desc, f.organization
            """;
    private static final String ELDER = "elderAge";
    private static final int EXAMPLES = 20;

    private record Aged(UUID organization, int people) {}

    private static final RowMapper<Aged> ROWS = new SimplePropertyRowMapper<>(Aged.class);

    private final JdbcClient jdbc;
    private final Tree tree;

    ClassDerivation(JdbcClient jdbc, Tree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    @Override
    public boolean knows(RuleId rule) {
        return rule.equals(MemberCards.CLASSES);
    }

    @Override
    public Foreseen foresee(Scope scope, UUID organization, Supposed supposed) {
        var now = supposed.now().apply(organization).figure(ELDER);
        var then = supposed.then().apply(organization).figure(ELDER);
        var people = 0;
        var changed = new ArrayList<Changed>();
        for (var one : aged(scope, organization, Math.min(now, then), Math.max(now, then))) {
            var before = supposed.now().apply(one.organization()).figure(ELDER);
            var after = supposed.then().apply(one.organization()).figure(ELDER);
            if (before != after) {
                people += one.people();
                changed.add(changed(scope, one, before, after));
            }
        }
        return new Foreseen(
                "%d 名党员的分类建议会改变，分布在 %d 个党组织；已确认的分类不变".formatted(people, changed.size()),
                people,
                changed.stream().limit(EXAMPLES).toList());
    }

    /** Those who are as old as one age and not yet as old as the other. */
    private List<Aged> aged(Scope scope, UUID organization, int from, int to) {
        var subtree = tree.path(organization, scope.day()).map(Subtree::below).orElse(Subtree.NONE);
        return jdbc.sql(AGED)
                .param("youngest", scope.day().minusYears(to))
                .param("oldest", scope.day().minusYears(from))
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .query(ROWS)
                .list();
    }

    private Changed changed(Scope scope, Aged one, int before, int after) {
        return new Changed(
                one.organization(),
                tree.name(one.organization(), scope.day()).orElse(""),
                before + " 周岁起按老弱提出",
                after + " 周岁起按老弱提出，" + one.people() + " 人改变");
    }
}
