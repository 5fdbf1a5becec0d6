package org.sunmao.organization.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.NewReview;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.internal.Stands.Stand;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entering organizations and bodies, each with its entry in the journal. */
@Service
class OrganizationRegister implements Organizations {

    private final OrganizationWriter writer;
    private final ChangeWriter changes;
    private final OrganizationStore store;
    private final TellingNames telling;
    private final Tree tree;
    private final Codes codes;
    private final Journal journal;
    private final Reviews reviews;
    private final JdbcClient jdbc;

    OrganizationRegister(
            OrganizationWriter writer,
            ChangeWriter changes,
            OrganizationStore store,
            TellingNames telling,
            Tree tree,
            Codes codes,
            Journal journal,
            Reviews reviews,
            JdbcClient jdbc) {
        this.writer = writer;
        this.changes = changes;
        this.store = store;
        this.telling = telling;
        this.tree = tree;
        this.codes = codes;
        this.journal = journal;
        this.reviews = reviews;
        this.jdbc = jdbc;
    }

    @Override
    public void enter(Scope scope, List<NewOrganization> organizations) {
        organizations.forEach(this::check);
        changes.shareTree();
        var numbers = writer.numbers(organizations.size());
        var known = new Stands(jdbc);
        var stands = new HashMap<OrganizationId, List<Stand>>();
        for (var i = 0; i < organizations.size(); i++) {
            var organization = organizations.get(i);
            var parent = organization.parent();
            checkThere(organization, stands, scope.day());
            stands.put(
                    organization.id(),
                    known.enter(
                            organization.id().value(),
                            parent == null ? null : parent.value(),
                            numbers.get(i),
                            organization.establishedOn()));
        }
        writer.add(organizations, numbers, stands);
        journal.append(
                scope.actor(), organizations.stream().map(OrganizationRegister::act).toList());
    }

    @Override
    public void enterBodies(Scope scope, List<NewBody> bodies) {
        bodies.forEach(this::check);
        writer.addBodies(bodies);
        journal.append(scope.actor(), bodies.stream().map(OrganizationRegister::act).toList());
    }

    @Override
    public void enterReviews(Scope scope, List<NewReview> entered) {
        reviews.enter(scope, entered);
    }

    @Override
    public List<Named> ancestors(UUID organization, LocalDate day) {
        return tree.path(organization, day).map(path -> store.above(path, day)).orElse(List.of());
    }

    @Override
    public Map<UUID, String> telling(Scope scope, Collection<UUID> organizations) {
        return telling.of(scope, organizations);
    }

    @Override
    public Optional<Holder> holder(UUID organization, LocalDate day) {
        return store.holder(organization, day);
    }

    @Override
    public Map<UUID, Holder> holders(Collection<UUID> organizations, LocalDate day) {
        return store.holders(organizations, day);
    }

    private void checkThere(
            NewOrganization organization, Map<OrganizationId, List<Stand>> entered, LocalDate day) {
        var parent = organization.parent();
        if (parent != null
                && !entered.containsKey(parent)
                && tree.path(parent.value(), day).isEmpty()) {
            throw new InputRefused("/parent", "上级党组织不存在");
        }
    }

    private void check(NewOrganization organization) {
        check(CodeTable.ORGANIZATION_KIND, "/kind", organization.kind());
        check(CodeTable.FIELD, "/field", organization.field());
        if (organization.branchClass() != null) {
            check(CodeTable.BRANCH_CLASS, "/branchClass", organization.branchClass());
        }
    }

    private void check(NewBody body) {
        check(CodeTable.BODY_KIND, "/kind", body.kind());
        check(CodeTable.FIELD, "/field", body.field());
        var code = body.creditCode();
        if (code != null && !code.valid()) {
            throw new InputRefused("/creditCode", "统一社会信用代码的校验码不对");
        }
    }

    private void check(CodeTable table, String place, String code) {
        if (!codes.selectable(table, code)) {
            throw new InputRefused(place, "代码表里没有“" + code + "”");
        }
    }

    private static Act act(NewOrganization organization) {
        var id = organization.id().value();
        return new Act(
                id,
                "organization.enter",
                "organization",
                id,
                organization.establishedOn(),
                List.of(),
                Map.of("after", organization));
    }

    private static Act act(NewBody body) {
        var id = body.id().value();
        return new Act(
                body.organization().value(),
                "organization.enter-body",
                "body",
                id,
                body.since(),
                List.of(),
                Map.of("after", body));
    }
}
