package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeFacts.Refusal;
import org.sunmao.organization.internal.ChangeFacts.Transfer;
import org.sunmao.organization.internal.ChangeFacts.Warning;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How many members each organization has after a change, and what the rules say to that. */
final class ChangeSizes {

    private static final class Count {
        int members;
        int full;
    }

    private final ChangeFacts facts;
    private final Effects effects;
    private final Afterwards after;
    private final Function<RuleId, Rule> rules;
    private final Map<UUID, Count> coming = new HashMap<>();
    private final Map<UUID, Count> going = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    ChangeSizes(
            ChangeFacts facts, Effects effects, Afterwards after, Function<RuleId, Rule> rules) {
        this.facts = facts;
        this.effects = effects;
        this.after = after;
        this.rules = rules;
        effects.transfers().stream().filter(t -> t.member() != null).forEach(this::one);
        effects.transfers().stream().filter(t -> t.member() == null).forEach(this::all);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Warning> warnings() {
        return warnings;
    }

    int coming(UUID id) {
        return count(coming, id).members;
    }

    void run(List<ChangeStep> steps) {
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Establish founding) {
                checkFounded(i, founding);
            }
        }
        var grown = new LinkedHashSet<>(effects.kinds().keySet());
        coming.keySet().stream().filter(id -> coming(id) > 0).forEach(grown::add);
        grown.stream().filter(id -> !effects.ended().containsKey(id)).forEach(this::checkSize);
        checkNames();
    }

    private void one(Transfer transfer) {
        var member = facts.holders().get(transfer.member());
        add(coming, transfer.to(), 1, member != null && member.full() ? 1 : 0);
        add(going, transfer.from(), 1, member != null && member.full() ? 1 : 0);
    }

    private void all(Transfer transfer) {
        var known = facts.get(transfer.from());
        var gone = count(going, transfer.from());
        add(
                coming,
                transfer.to(),
                Math.max(0, known.held() - gone.members),
                Math.max(0, known.full() - gone.full));
    }

    /** R-BR-01: three full members make a branch; fewer join with a neighbour (R-BR-03). */
    private void checkFounded(int i, Establish founding) {
        var full = count(coming, founding.id()).full;
        if (founding.kind().equals(Kinds.BRANCH)) {
            var least = rules.apply(Thresholds.BRANCH).figure("full");
            if (full < least) {
                refusals.add(
                        new Refusal(
                                i,
                                "/steps/" + i + "/organizationKind",
                                Thresholds.BRANCH.value(),
                                "“%s”将有正式党员 %d 名，不足 %d 名，不能单独成立党支部"
                                        .formatted(founding.name(), full, least),
                                "请在本次变更中划入党员，或与邻近单位成立联合党支部"));
            }
        }
        if (founding.kind().equals(Kinds.JOINT)) {
            var most = rules.apply(Thresholds.JOINT_BRANCH).figure("units");
            warnIf(
                    founding.bodies().size() > most,
                    Thresholds.JOINT_BRANCH,
                    "“%s”由 %d 个单位联合组建，超过了一般的 %d 个"
                            .formatted(founding.name(), founding.bodies().size(), most));
        }
        warnIf(
                founding.kind().equals(Kinds.COMMITTEE) && founding.field().equals("village"),
                Thresholds.LEVELS_OF_VILLAGE,
                "“" + founding.name() + "”是村党委，须经县级党委批准");
    }

    /** Of those that grow, what the thresholds would say afterwards. */
    private void checkSize(UUID id) {
        if (!Kinds.counted(after.kind(id))) {
            return;
        }
        var known = facts.organizations().get(id);
        var members = (known == null ? 0 : known.held()) + coming(id) - count(going, id).members;
        var full = (known == null ? 0 : known.full()) + count(coming, id).full;
        full -= count(going, id).full;
        var counts = new Headcount(members, full, members - full, 0, members);
        new Thresholds(rules)
                .of(new Thresholds.Facts(after.kind(id), after.field(id), counts, 0, 7)).stream()
                        .filter(told -> told.state() == Thresholds.State.ATTEND)
                        .forEach(
                                told ->
                                        warn(
                                                told.rule().id(),
                                                "“" + after.name(id) + "”：" + told.says()));
    }

    private void checkNames() {
        var named = new LinkedHashSet<>(effects.names().keySet());
        effects.founded().forEach(founding -> named.add(founding.id()));
        named.addAll(effects.moved().keySet());
        for (var id : named) {
            var parent = after.parent(id);
            var name = after.name(id);
            var taken =
                    parent != null
                            && after.children(parent).stream()
                                    .anyMatch(o -> !o.equals(id) && after.name(o).equals(name));
            warnIf(taken, null, "同一上级下已经有“" + name + "”，请核对名称");
        }
    }

    private void warnIf(boolean wanted, @Nullable RuleId rule, String says) {
        if (wanted) {
            warn(rule, says);
        }
    }

    private void warn(@Nullable RuleId rule, String says) {
        var warning = new Warning(rule == null ? null : rule.value(), says);
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private static void add(Map<UUID, Count> counts, UUID id, int members, int full) {
        var count = counts.computeIfAbsent(id, _ -> new Count());
        count.members += members;
        count.full += full;
    }

    private static Count count(Map<UUID, Count> counts, UUID id) {
        return counts.getOrDefault(id, new Count());
    }
}
