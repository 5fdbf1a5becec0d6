package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeFacts.Organization;
import org.sunmao.organization.internal.ChangeFacts.Refusal;
import org.sunmao.organization.internal.ChangeFacts.Warning;
import org.sunmao.organization.internal.ChangeStep.ChangeKind;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.ChangeStep.Merge;
import org.sunmao.organization.internal.ChangeStep.Move;
import org.sunmao.organization.internal.ChangeStep.Rename;
import org.sunmao.organization.internal.ChangeStep.Revoke;
import org.sunmao.organization.internal.ChangeStep.Split;
import org.sunmao.organization.internal.Kinds.Unfit;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Whether the tree may come to what the steps of a change say together. */
final class ChangeChecks {

    private final List<ChangeStep> steps;
    private final LocalDate on;
    private final ChangeFacts facts;
    private final Effects effects;
    private final ChangeSizes sizes;
    private final Afterwards after;
    private final List<Refusal> refusals = new ArrayList<>();

    ChangeChecks(
            List<ChangeStep> steps,
            LocalDate on,
            ChangeFacts facts,
            Effects effects,
            Function<RuleId, Rule> rules) {
        this.steps = steps;
        this.on = on;
        this.facts = facts;
        this.effects = effects;
        this.after = new Afterwards(facts, effects);
        this.sizes = new ChangeSizes(facts, effects, after, rules);
    }

    List<Refusal> refusals() {
        var all = new ArrayList<Refusal>(refusals);
        all.addAll(sizes.refusals());
        return all;
    }

    List<Warning> warnings() {
        return sizes.warnings();
    }

    void run() {
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            checkDays(i, step);
            checkPlaces(i, step);
            check(i, step);
        }
        checkInherited();
        if (refusals.isEmpty()) {
            sizes.run(steps);
        }
    }

    private void check(int i, ChangeStep step) {
        switch (step) {
            case Establish founding -> establish(i, founding);
            case Move(var id, _) -> {
                checkTop(i, "/organization", id);
                checkBelow(i, "/parent", id);
            }
            case ChangeKind(var id, var kind) -> changeKind(i, id, kind);
            case Merge merge -> merge(i, merge);
            case Split split -> {
                if (split.rest() != null) {
                    checkTop(i, "/organization", split.organization());
                }
                checkHolding(i, split);
            }
            case Revoke revoke -> {
                checkTop(i, "/organization", revoke.organization());
                checkLeft(i, revoke);
                checkHolding(i, revoke);
            }
            case Rename _ -> {}
        }
    }

    /** Nothing that began after the day may say otherwise. */
    private void checkDays(int i, ChangeStep step) {
        for (var named : step.changed()) {
            var known = facts.get(named.organization());
            var later = known.later();
            var ends = effects.ended().containsKey(known.id());
            switch (step) {
                case Rename _ -> refuseLater(i, named.pointer(), known, later.renamed());
                case ChangeKind _ -> refuseLater(i, named.pointer(), known, later.kindChanged());
                case Move _ -> {
                    refuseLater(i, named.pointer(), known, later.moved());
                    refuseFoundedOn(i, named.pointer(), known);
                }
                case Merge _, Split _, Revoke _ -> {
                    if (ends) {
                        refuseLater(i, named.pointer(), known, later.moved());
                        refuseLater(i, named.pointer(), known, later.described());
                        refuseFoundedOn(i, named.pointer(), known);
                    }
                }
                case Establish _ -> {}
            }
        }
        for (var place : step.places()) {
            var known = facts.organizations().get(place.organization());
            if (known != null) {
                refuseLater(i, place.pointer(), known, known.later().moved());
                refuseLater(i, place.pointer(), known, known.later().kindChanged());
            }
        }
    }

    private void refuseLater(int i, String pointer, Organization of, @Nullable LocalDate later) {
        if (later != null) {
            refuse(
                    i,
                    pointer,
                    null,
                    "“%s”在 %s 登记过变化，晚于 %s，不能再这样变更".formatted(of.name(), later, on),
                    "请把生效日期改为 " + later + " 或以后");
        }
    }

    private void refuseFoundedOn(int i, String pointer, Organization known) {
        if (!on.isAfter(known.establishedOn())) {
            refuse(
                    i,
                    pointer,
                    null,
                    "“%s”于 %s 成立，不能在同一天再调整或撤销".formatted(known.name(), known.establishedOn()),
                    "请把生效日期改为 " + known.establishedOn().plusDays(1) + " 或以后");
        }
    }

    /** A place must lead up to a top, and not back to where one came from. */
    private void checkPlaces(int i, ChangeStep step) {
        var id =
                switch (step) {
                    case Move(var organization, _) -> organization;
                    case Establish founding -> founding.id();
                    case Rename _, ChangeKind _, Merge _, Split _, Revoke _ -> null;
                };
        if (id != null && after.circles(id)) {
            refuse(i, "/parent", null, "不能放在它自己或它的下级党组织下面", "请选择别的上级党组织");
        }
    }

    private void checkTop(int i, String pointer, UUID id) {
        if (facts.get(id).parent() == null) {
            refuse(i, pointer, null, "“" + facts.get(id).name() + "”是最高一级，不能调整或撤销", null);
        }
    }

    private void checkBelow(int i, String pointer, UUID id) {
        Kinds.below(after.kindAbove(id), after.kind(id))
                .ifPresent(no -> refuse(i, pointer, no.rule(), no.reason(), "请选择别的上级党组织"));
    }

    private void establish(int i, Establish founding) {
        checkBelow(i, "/parent", founding.id());
        if (founding.kind().equals(Kinds.TEMPORARY) && founding.task() == null) {
            refuse(i, "/task", Kinds.TEMPORARY_BRANCH, "临时党支部为执行任务而设，请写明任务", null);
        }
        if (founding.branchClass() != null && !Kinds.classed(founding.kind())) {
            refuse(i, "/branchClass", null, "只有党支部、联合党支部、流动党员党支部和党总支才分类", "请清空这一项");
        }
        for (var at = 0; at < founding.bodies().size(); at++) {
            if (!facts.bodies().containsKey(founding.bodies().get(at))) {
                refuse(i, "/bodies/" + at, null, "没有这个单位，请重新选择", null);
            }
        }
    }

    private void changeKind(int i, UUID id, String kind) {
        checkBelow(i, "/organizationKind", id);
        for (var child : after.children(id)) {
            Kinds.below(kind, after.kind(child))
                    .ifPresent(no -> refuse(i, "/organizationKind", no.rule(), no.reason(), null));
        }
        if (facts.get(id).held() > 0 && !after.leaves(id)) {
            after.holds(id).ifPresent(no -> unfit(i, "/organizationKind", no));
        }
    }

    private void merge(int i, Merge merge) {
        var into = after.kind(merge.into());
        for (var at = 0; at < merge.organizations().size(); at++) {
            var pointer = "/organizations/" + at;
            var id = merge.organizations().get(at);
            var kind = facts.get(id).kind();
            checkTop(i, pointer, id);
            Kinds.merging(kind, into).ifPresent(no -> unfit(i, pointer, no));
        }
        checkHolding(i, merge);
    }

    /** Whoever goes somewhere must be able to be held there. */
    private void checkHolding(int i, ChangeStep step) {
        var places = new HashSet<UUID>();
        for (var place : step.places()) {
            var to = place.organization();
            if (sizes.coming(to) > 0 && places.add(to)) {
                after.holds(to).ifPresent(no -> unfit(i, place.pointer(), no));
            }
        }
    }

    private void checkLeft(int i, Revoke revoke) {
        if (revoke.target() != null) {
            return;
        }
        var known = facts.get(revoke.organization());
        var left = new ArrayList<String>();
        var held = known.held() - revoke.exceptions().size();
        if (held > 0) {
            left.add(held + " 名党员的组织关系");
        }
        var children = after.children(known.id()).size();
        if (children > 0) {
            left.add(children + " 个下级党组织");
        }
        if (known.ties() > 0) {
            left.add(known.ties() + " 项单位的归口或关联");
        }
        if (!left.isEmpty()) {
            refuse(
                    i,
                    "/target",
                    ChangeProcess.ADJUST,
                    "“" + known.name() + "”还有" + String.join("、", left),
                    "请指定转到哪个党组织");
        }
    }

    /** What goes along without being named is checked at the step that takes its parent away. */
    private void checkInherited() {
        for (var i = 0; i < steps.size(); i++) {
            var pointer = steps.get(i) instanceof Merge ? "/into" : "/target";
            for (var ended : steps.get(i).ended()) {
                for (var child : facts.get(ended).children()) {
                    if (after.inherited(child, ended)) {
                        checkInherited(i, pointer, child);
                    }
                }
            }
        }
    }

    private void checkInherited(int i, String pointer, UUID child) {
        if (after.circles(child)) {
            refuse(i, pointer, null, "目标在它自己的下级党组织之中", "请选择别的党组织，或先调整下级党组织的隶属关系");
            return;
        }
        var kind = after.kind(child);
        Optional.ofNullable(after.kindAbove(child))
                .flatMap(above -> Kinds.taking(above, kind))
                .ifPresent(no -> unfit(i, pointer, no));
    }

    private void unfit(int i, String pointer, Unfit unfit) {
        refuse(i, pointer, unfit.rule(), unfit.reason(), unfit.remedy());
    }

    private void refuse(
            int i, String pointer, @Nullable RuleId rule, String says, @Nullable String remedy) {
        var id = rule == null ? null : rule.value();
        refusals.add(new Refusal(i, "/steps/" + i + pointer, id, says, remedy));
    }
}
