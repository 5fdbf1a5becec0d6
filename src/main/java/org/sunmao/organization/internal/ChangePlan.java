package org.sunmao.organization.internal;

import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeFacts.End;
import org.sunmao.organization.internal.ChangeFacts.Organization;
import org.sunmao.organization.internal.ChangeFacts.Refusal;
import org.sunmao.organization.internal.ChangeFacts.Succession;
import org.sunmao.organization.internal.ChangeFacts.Transfer;
import org.sunmao.organization.internal.ChangeFacts.Warning;
import org.sunmao.organization.internal.ChangeStep.ChangeKind;
import org.sunmao.organization.internal.ChangeStep.Elsewhere;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.ChangeStep.Merge;
import org.sunmao.organization.internal.ChangeStep.Move;
import org.sunmao.organization.internal.ChangeStep.Rename;
import org.sunmao.organization.internal.ChangeStep.Revoke;
import org.sunmao.organization.internal.ChangeStep.Split;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * All steps of a change together, as of one day: what they come to, or what stands in their way.
 * Steps have no order but that of reading; two that say different things of one organization are
 * refused. Knows no clock and no database.
 */
final class ChangePlan {

    /** Either there are refusals, or the effects may be carried out. */
    record Outcome(List<Refusal> refusals, List<Warning> warnings, Effects effects) {

        boolean refused() {
            return !refusals.isEmpty();
        }
    }

    private final LocalDate on;
    private final ChangeFacts facts;
    private final List<ChangeStep> steps;
    private final Set<UUID> coming = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<UUID, Establish> founded = new LinkedHashMap<>();
    private final Map<UUID, String> names = new LinkedHashMap<>();
    private final Map<UUID, String> kinds = new LinkedHashMap<>();
    private final Map<UUID, UUID> moved = new LinkedHashMap<>();
    private final Map<UUID, End> ended = new LinkedHashMap<>();
    private final Map<UUID, UUID> sent = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();

    private ChangePlan(List<ChangeStep> steps, LocalDate on, ChangeFacts facts) {
        this.on = on;
        this.facts = facts;
        this.steps = steps;
        for (var step : steps) {
            if (step instanceof Establish founding) {
                coming.add(founding.id());
            }
        }
    }

    /**
     * @param rules the rules as in force on the day
     */
    static Outcome of(
            List<ChangeStep> steps, LocalDate on, ChangeFacts facts, Function<RuleId, Rule> rules) {
        var plan = new ChangePlan(steps, on, facts);
        plan.checkDay();
        for (var i = 0; i < steps.size(); i++) {
            plan.read(i, steps.get(i));
        }
        plan.inherit();
        var effects = plan.effects();
        var warnings = new ArrayList<Warning>();
        if (plan.refusals.isEmpty()) {
            var checks = new ChangeChecks(steps, on, facts, effects, rules);
            checks.run();
            plan.refusals.addAll(checks.refusals());
            warnings.addAll(checks.warnings());
        }
        return new Outcome(List.copyOf(plan.refusals), warnings, effects);
    }

    private Effects effects() {
        return new Effects(
                List.copyOf(founded.values()), names, kinds, moved, ended, transfers, successions);
    }

    private static final int FURTHEST_YEARS = 2;

    private void checkDay() {
        if (on.isAfter(facts.today().plusYears(FURTHEST_YEARS))) {
            refusals.add(
                    new Refusal(
                            -1,
                            "/effectiveOn",
                            null,
                            "生效日期最多在两年以内",
                            "请改为 " + facts.today().plusYears(FURTHEST_YEARS) + " 或以前"));
        }
    }

    private void read(int i, ChangeStep step) {
        step.changed().forEach(named -> checkThere(i, named.pointer(), named.organization()));
        step.places().stream()
                .filter(place -> !coming.contains(place.organization()))
                .forEach(place -> checkThere(i, place.pointer(), place.organization()));
        switch (step) {
            case Establish founding -> founded.put(founding.id(), founding);
            case Rename(var id, var name) -> once(i, names, id, name, "改名");
            case ChangeKind(var id, var kind) -> once(i, kinds, id, kind, "变更类别");
            case Move(var id, var parent) -> once(i, moved, id, parent, "调整隶属关系");
            case Merge merge -> merge(i, merge);
            case Split split -> split(i, split);
            case Revoke(var id, var target, var exceptions) -> {
                end(i, "/organization", id, new End("revoke", target));
                elsewhere(i, List.of(id), exceptions);
            }
        }
    }

    private void merge(int i, Merge merge) {
        for (var at = 0; at < merge.organizations().size(); at++) {
            var id = merge.organizations().get(at);
            end(i, "/organizations/" + at, id, new End("merge", merge.into()));
        }
        elsewhere(i, merge.organizations(), merge.exceptions());
    }

    private void split(int i, Split split) {
        var id = split.organization();
        var rest = split.rest();
        for (var at = 0; at < split.parts().size(); at++) {
            var part = split.parts().get(at);
            var into = part.into();
            if (into.equals(id)) {
                refuse(i, "/parts/" + at + "/into", "不能分到它自己，请选择别的党组织");
            }
            successions.add(new Succession(id, into, "split"));
            for (var of = 0; of < part.members().size(); of++) {
                var pointer = "/parts/" + at + "/members/" + of;
                send(i, pointer, List.of(id), part.members().get(of), into);
            }
        }
        if (rest != null) {
            end(i, "/organization", id, new End("split", rest));
        }
    }

    private void end(int i, String pointer, UUID id, End end) {
        var target = end.target();
        if (ended.putIfAbsent(id, end) != null) {
            refuse(i, pointer, "“" + name(id) + "”在本次变更中已经撤销或并入一次，不能重复");
            return;
        }
        if (target == null) {
            return;
        }
        if (target.equals(id)) {
            refuse(i, pointer, "不能并入它自己，请选择别的党组织");
            return;
        }
        transfers.add(new Transfer(id, null, target));
        successions.add(new Succession(id, target, end.how()));
    }

    private void elsewhere(int i, List<UUID> from, List<Elsewhere> exceptions) {
        for (var at = 0; at < exceptions.size(); at++) {
            var one = exceptions.get(at);
            send(i, "/exceptions/" + at + "/member", from, one.member(), one.target());
        }
    }

    private void send(int i, String pointer, List<UUID> from, UUID member, UUID to) {
        var held = facts.holders().get(member);
        if (held == null || !from.contains(held.organization())) {
            refuse(i, pointer, "这名党员的组织关系在 " + on + " 不在这里，请核对");
            return;
        }
        if (sent.putIfAbsent(member, to) != null) {
            refuse(i, pointer, "这名党员已经安排了去向，不能重复");
            return;
        }
        transfers.add(new Transfer(held.organization(), member, to));
    }

    /** Organizations below one that ends go where all else goes, unless a step says otherwise. */
    private void inherit() {
        for (var end : List.copyOf(ended.entrySet())) {
            var organization = facts.organizations().get(end.getKey());
            var target = end.getValue().target();
            if (organization == null || target == null) {
                continue;
            }
            for (var child : organization.children()) {
                var above = child.equals(target) ? organization.parent() : target;
                if (!ended.containsKey(child) && above != null) {
                    moved.putIfAbsent(child, above);
                }
            }
        }
        for (var i = 0; i < steps.size(); i++) {
            contradictions(i, steps.get(i));
        }
    }

    private void contradictions(int i, ChangeStep step) {
        if (step.ended().isEmpty()) {
            for (var named : step.changed()) {
                if (ended.containsKey(named.organization())) {
                    var name = name(named.organization());
                    refuse(i, named.pointer(), "“" + name + "”在本次变更中撤销，不能同时变更");
                }
            }
        }
        for (var place : step.places()) {
            var id = place.organization();
            if (ended.containsKey(id) && !step.ended().contains(id)) {
                refuse(i, place.pointer(), "“" + name(id) + "”在本次变更中撤销，请选择别的党组织");
            }
        }
    }

    private <T> void once(int i, Map<UUID, T> said, UUID id, T value, String what) {
        if (said.putIfAbsent(id, value) != null) {
            refuse(i, "/organization", "“" + name(id) + "”在本次变更中已经" + what + "一次，不能重复");
        }
    }

    /** Known, founded by the day, not ended. */
    private void checkThere(int i, String pointer, UUID id) {
        var organization = facts.organizations().get(id);
        if (organization == null) {
            refuse(i, pointer, "没有这个党组织，请重新选择");
            return;
        }
        var ending = organization.endedOn();
        if (ending != null) {
            refuse(i, pointer, "“" + organization.name() + "”已于 " + ending + " 撤销，请选择别的党组织");
        } else if (organization.establishedOn().isAfter(on)) {
            later(i, pointer, organization, organization.establishedOn());
        }
    }

    private void later(int i, String pointer, Organization organization, LocalDate day) {
        refusals.add(
                new Refusal(
                        i,
                        "/steps/" + i + pointer,
                        null,
                        "“%s”于 %s 成立，生效日期不能早于这一天".formatted(organization.name(), day),
                        "请把生效日期改为 " + day + " 或以后"));
    }

    private void refuse(int i, String pointer, String says) {
        refusals.add(new Refusal(i, "/steps/" + i + pointer, null, says, null));
    }

    private String name(UUID id) {
        var known = facts.organizations().get(id);
        return known == null ? "" : known.name();
    }
}
