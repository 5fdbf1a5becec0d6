package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.ChangeCases.Case;
import org.sunmao.organization.internal.ChangeProcess.Closed;
import org.sunmao.organization.internal.ChangeProcess.Deadlines;
import org.sunmao.organization.internal.ChangeProcess.Step;
import org.sunmao.organization.internal.ChangeView.ElsewhereView;
import org.sunmao.organization.internal.ChangeView.Made;
import org.sunmao.organization.internal.ChangeView.OpenStep;
import org.sunmao.organization.internal.ChangeView.PartView;
import org.sunmao.organization.internal.ChangeView.Said;
import org.sunmao.organization.internal.ChangeView.StepView;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together the page of a change, as the asker may see it. */
@Component
class ChangePages {

    private static final String SYSTEM = "系统";

    private final ChangeCases cases;
    private final ChangeWords words;
    private final ChangeDocuments documents;
    private final Accounts accounts;
    private final Tree tree;
    private final Rulebook rulebook;

    ChangePages(
            ChangeCases cases,
            ChangeWords words,
            ChangeDocuments documents,
            Accounts accounts,
            Tree tree,
            Rulebook rulebook) {
        this.cases = cases;
        this.words = words;
        this.documents = documents;
        this.accounts = accounts;
        this.tree = tree;
        this.rulebook = rulebook;
    }

    ChangeView view(SignedIn who, Scope scope, ChangeRecord change) {
        var examined = cases.examine(change, scope.day());
        var passed = change.passed();
        var names = accounts(change);
        var applied = passed.application();
        return new ChangeView(
                change.id(),
                change.version(),
                named(change.organization()),
                change.title(),
                change.state(),
                change.now().label(),
                change.effectiveOn(),
                change.reason(),
                steps(change, examined.steps()),
                new Made(names.getOrDefault(change.madeBy(), SYSTEM), change.madeAt()),
                said(passed.request(), names),
                said(passed.decision(), names),
                said(passed.refusal(), names),
                said(passed.filing(), names),
                said(passed.withdrawal(), names),
                applied == null || !took(change) ? null : applied.at(),
                change.blocked(),
                open(who, scope, examined),
                documents.of(change, examined.steps()));
    }

    private static boolean took(ChangeRecord change) {
        return change.state().equals("applied") || change.state().equals("filed");
    }

    Named named(UUID organization) {
        return new Named(organization, tree.name(organization).orElse(""));
    }

    /** What may be done now, asked of the process itself: the screen cannot disagree. */
    private List<OpenStep> open(SignedIn who, Scope scope, Case examined) {
        var facts = cases.facts(who, scope, examined);
        var state = examined.change().now();
        var figures =
                rulebook.rule(ChangeProcess.SET_UP, scope.day(), examined.change().organization());
        var deadlines = new Deadlines(figures.figure("reply"), figures.figure("filing"));
        return Arrays.stream(Step.values())
                .map(
                        step -> {
                            var verdict = ChangeProcess.take(state, step, facts);
                            var closed = verdict instanceof Closed no ? no : null;
                            var rule = closed == null ? null : closed.rule();
                            return new OpenStep(
                                    step.code(),
                                    step.label(),
                                    closed == null ? "open" : "closed",
                                    rule == null ? null : rule.value(),
                                    cites(rule, scope),
                                    closed == null ? null : closed.reason(),
                                    closed == null ? null : closed.remedy(),
                                    ChangeProcess.due(state, step, deadlines).orElse(null));
                        })
                .toList();
    }

    private @Nullable String cites(@Nullable RuleId rule, Scope scope) {
        return rule == null ? null : rulebook.rule(rule, scope.day()).cite();
    }

    private List<StepView> steps(ChangeRecord change, List<ChangeStep> steps) {
        var names = words.names(steps, change.effectiveOn());
        var views = new ArrayList<StepView>();
        for (var i = 0; i < steps.size(); i++) {
            var sent = change.steps().get(i);
            views.add(step(sent, words.says(steps.get(i), names), spoken(steps.get(i), names)));
        }
        return views;
    }

    /** Whom a step speaks of, by the words that stand in it. */
    private static Map<String, String> spoken(ChangeStep step, Map<UUID, String> names) {
        var spoken = new LinkedHashMap<String, String>();
        var bodies =
                step instanceof ChangeStep.Establish founding
                        ? founding.bodies().stream()
                        : Stream.<UUID>of();
        Stream.of(
                        step.changed().stream().map(ChangeStep.Named::organization),
                        step.places().stream().map(ChangeStep.Named::organization),
                        bodies)
                .flatMap(ids -> ids)
                .forEach(id -> spoken.put(id.toString(), names.getOrDefault(id, "")));
        return spoken;
    }

    private static StepView step(
            Map<String, @Nullable Object> sent, String says, Map<String, String> names) {
        return new StepView(
                String.valueOf(sent.get("kind")),
                text(sent, "ref"),
                text(sent, "parent"),
                text(sent, "name"),
                text(sent, "organizationKind"),
                text(sent, "field"),
                text(sent, "branchClass"),
                text(sent, "division"),
                texts(sent, "bodies"),
                text(sent, "task"),
                (Integer) sent.get("reviewMonths"),
                text(sent, "organization"),
                texts(sent, "organizations"),
                text(sent, "into"),
                text(sent, "target"),
                text(sent, "rest"),
                objects(sent, "parts")
                        .map(one -> new PartView(text(one.get("into")), list(one.get("members"))))
                        .toList(),
                objects(sent, "exceptions")
                        .map(
                                one ->
                                        new ElsewhereView(
                                                text(one.get("member")), text(one.get("target"))))
                        .toList(),
                says,
                names);
    }

    private static @Nullable String text(Map<String, @Nullable Object> sent, String name) {
        var value = sent.get(name);
        return value == null ? null : value.toString();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static @Nullable List<String> texts(Map<String, @Nullable Object> sent, String name) {
        return sent.get(name) == null ? null : list(sent.get(name));
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Stream<Map<?, ?>> objects(Map<String, @Nullable Object> sent, String name) {
        return sent.get(name) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one)
                : Stream.of();
    }

    private Map<UUID, String> accounts(ChangeRecord change) {
        var passed = change.passed();
        var ids =
                Stream.of(
                                passed.request(),
                                passed.decision(),
                                passed.refusal(),
                                passed.filing(),
                                passed.withdrawal())
                        .filter(Objects::nonNull)
                        .map(ChangeRecord.Said::by)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        ids.add(change.madeBy());
        return accounts.names(ids);
    }

    private static @Nullable Said said(ChangeRecord.@Nullable Said said, Map<UUID, String> names) {
        if (said == null) {
            return null;
        }
        var by = said.by();
        return new Said(
                by == null ? SYSTEM : names.getOrDefault(by, SYSTEM),
                said.at(),
                said.on(),
                said.number(),
                said.meeting(),
                said.note());
    }
}
