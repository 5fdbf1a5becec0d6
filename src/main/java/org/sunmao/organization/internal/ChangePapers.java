package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.organization.Function;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.Relations;
import org.sunmao.organization.internal.ChangeCases.Case;
import org.sunmao.organization.internal.ChangeDocuments.Kind;
import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeOutcome.Touched;
import org.sunmao.organization.internal.ChangePaper.Decision;
import org.sunmao.organization.internal.ChangePaper.Fate;
import org.sunmao.organization.internal.ChangePaper.Filing;
import org.sunmao.organization.internal.ChangePaper.Handover;
import org.sunmao.organization.internal.ChangePaper.Move;
import org.sunmao.organization.internal.ChangePaper.Request;
import org.sunmao.organization.internal.ChangePaper.Temporary;
import org.sunmao.organization.internal.ChangeProcess.Step;
import org.sunmao.organization.internal.ChangeRecord.Passed;
import org.sunmao.organization.internal.ChangeRecord.Said;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts together what the papers of a change say, and settles it with the step it belongs to. */
@Component
class ChangePapers {

    private final ChangePaperStore store;
    private final ChangeWords words;
    private final ChangeActs acts;
    private final ChangeSurvey survey;
    private final Relations relations;
    private final Organizations organizations;
    private final Tree tree;
    private final Codes codes;
    private final Rulebook rulebook;

    ChangePapers(
            ChangePaperStore store,
            ChangeWords words,
            ChangeActs acts,
            ChangeSurvey survey,
            Relations relations,
            Organizations organizations,
            Tree tree,
            Codes codes,
            Rulebook rulebook) {
        this.store = store;
        this.words = words;
        this.acts = acts;
        this.survey = survey;
        this.relations = relations;
        this.organizations = organizations;
        this.tree = tree;
        this.codes = codes;
        this.rulebook = rulebook;
    }

    /**
     * What the papers of a step say stays so from now on. Called before anything is carried out: of
     * what was carried out, the papers of the decision tell.
     *
     * @param passed with what is said at this step
     */
    void settle(Step step, Case examined, Passed passed) {
        for (var kind : ChangeDocuments.kinds(examined.steps())) {
            if (kind.settledBy(step)) {
                var change = examined.change().id();
                var says = kind == Kind.FILING ? filed(examined, passed) : null;
                store.add(
                        change,
                        kind.code(),
                        says == null ? compose(examined, passed, false) : says);
            }
        }
    }

    /** As the decision says; with the lists of those who were moved in the end. */
    private @Nullable ChangePaper filed(Case examined, Passed passed) {
        var change = examined.change().id();
        var said = Objects.requireNonNull(passed.filing());
        var filing = new Filing(day(said), said.number(), said.note());
        return store.get(change, Kind.DECISION.code())
                .map(
                        decided -> {
                            var moved = store.get(change, Kind.TRANSFER_LIST.code());
                            var paper = decided.says().with(filing);
                            return moved.map(list -> paper.with(list.says().moves())).orElse(paper);
                        })
                .orElse(null);
    }

    /** What a paper would say as things stand. */
    ChangePaper compose(Case examined, Passed passed, boolean draft) {
        var change = examined.change();
        var effects = examined.plan().effects();
        var possible = !examined.plan().refused();
        var house = house(change, examined.steps());
        var names = words.names(examined.steps(), change.effectiveOn());
        return new ChangePaper(
                change.id().toString(),
                null,
                draft,
                ChangePaper.matter(change.title()),
                change.effectiveOn(),
                change.reason(),
                name(change.organization()),
                house.approver().name(),
                house.registrar(),
                examined.steps().stream()
                        .map(step -> words.says(step, names).replaceFirst("。$", ""))
                        .toList(),
                possible ? fates(examined) : List.of(),
                temporaries(examined),
                possible ? moves(examined) : List.of(),
                possible ? handovers(examined, effects) : List.of(),
                request(passed.request()),
                decision(passed.decision()),
                null);
    }

    /** Who decides, and with whom it is filed. */
    record House(Named approver, String registrar) {}

    /** The nearest committee that is not itself changed; the organization department above it. */
    House house(ChangeRecord change, List<ChangeStep> steps) {
        var changed = new ArrayList<UUID>();
        steps.forEach(s -> s.changed().forEach(c -> changed.add(c.organization())));
        var own = change.organization();
        var eve = change.effectiveOn().minusDays(1);
        var line = new ArrayList<>(organizations.ancestors(own, eve).reversed());
        line.addFirst(new Named(own, name(own)));
        var deciding =
                line.stream()
                        .filter(o -> !changed.contains(o.id()) && survey.committee(o.id()))
                        .findFirst()
                        .orElse(line.getLast());
        var above = line.subList(line.indexOf(deciding) + 1, line.size());
        var registrar =
                above.stream().filter(o -> survey.committee(o.id())).findFirst().orElse(deciding);
        return new House(deciding, registrar.name() + "组织部");
    }

    private List<Fate> fates(Case examined) {
        var facts = examined.facts();
        return acts.touched(facts, examined.plan().effects(), List.of()).stream()
                .map(
                        one -> {
                            var known = facts.organizations().get(one.id());
                            var members = known == null ? null : Long.valueOf(known.held());
                            return new Fate(before(one), becomes(one), members);
                        })
                .toList();
    }

    /** By the name it had: a new one has only its own. */
    private static String before(Touched one) {
        var before = one.before();
        return one.what().equals("renamed") && before != null ? before : one.name();
    }

    private static String becomes(Touched one) {
        return switch (one.what()) {
            case "new" -> "新设立，隶属" + one.after();
            case "ended" -> one.after() == null ? "撤销" : "并入" + one.after() + "，自身撤销";
            case "moved" -> "由隶属" + one.before() + "改为隶属" + one.after();
            case "renamed" -> "更名为" + one.after();
            case "kind" -> "由" + one.before() + "改为" + one.after();
            default -> "接收党员和档案";
        };
    }

    private List<Temporary> temporaries(Case examined) {
        var on = examined.change().effectiveOn();
        var here = examined.change().organization();
        var usual = rulebook.rule(Kinds.TEMPORARY_BRANCH, on, here).figure("reviewMonths");
        var temporaries = new ArrayList<Temporary>();
        for (var step : examined.steps()) {
            if (step instanceof Establish founding
                    && founding.kind().equals(Kinds.TEMPORARY)
                    && founding.task() != null) {
                var months = Objects.requireNonNullElse(founding.reviewMonths(), usual);
                temporaries.add(
                        new Temporary(
                                founding.name(),
                                founding.task(),
                                masked(founding.kind()),
                                on.plusMonths(months)));
            }
        }
        return temporaries;
    }

    private static List<String> masked(String kind) {
        var may = Function.of(kind);
        return Arrays.stream(Function.values())
                .filter(function -> !may.contains(function))
                .map(Function::label)
                .toList();
    }

    private List<Move> moves(Case examined) {
        var effects = examined.plan().effects();
        var on = examined.change().effectiveOn();
        var moved = relations.foreseen(on, ChangeWork.transfers(effects));
        var people = relations.people(moved.stream().map(Relations.Moved::member).toList());
        var moves = new ArrayList<Move>();
        for (var one : moved) {
            var person = people.get(one.member());
            if (person != null) {
                moves.add(
                        new Move(
                                person.name(),
                                codes.label(CodeTable.SEX, person.sex()),
                                YearMonth.from(person.bornOn()),
                                ChangePreviews.named(examined, one.from()).name(),
                                ChangePreviews.named(examined, one.to()).name(),
                                one.from()));
            }
        }
        return moves;
    }

    private static List<Handover> handovers(Case examined, Effects effects) {
        var handovers = new ArrayList<Handover>();
        effects.ended()
                .forEach(
                        (id, end) -> {
                            var target = end.target();
                            if (target != null) {
                                handovers.add(
                                        new Handover(
                                                ChangePreviews.named(examined, id).name(),
                                                ChangePreviews.named(examined, target).name()));
                            }
                        });
        return handovers;
    }

    private static @Nullable Request request(@Nullable Said said) {
        return said == null ? null : new Request(said.day(), said.note());
    }

    private static @Nullable Decision decision(@Nullable Said said) {
        return said == null
                ? null
                : new Decision(
                        day(said),
                        Objects.requireNonNullElse(said.number(), ""),
                        Objects.requireNonNullElse(said.meeting(), ""),
                        said.note());
    }

    private static LocalDate day(Said said) {
        return Objects.requireNonNullElse(said.on(), said.day());
    }

    private String name(UUID organization) {
        return tree.name(organization).orElse("");
    }
}
