package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.admission.internal.Catalogue.PaperKind;
import org.sunmao.admission.internal.Committees.Above;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.meeting.Meetings;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fills the papers of a case with what is known of it, so that nothing is written twice. */
@Component
class AdmissionForms {

    private final Catalogue catalogue;
    private final StepStore steps;
    private final StageJson json;
    private final Committees committees;
    private final TakenViews takenViews;
    private final Tree tree;
    private final Codes codes;
    private final Rulebook rulebook;
    private final Meetings meetings;

    AdmissionForms(
            Catalogue catalogue,
            StepStore steps,
            StageJson json,
            Committees committees,
            TakenViews takenViews,
            Tree tree,
            Codes codes,
            Rulebook rulebook,
            Meetings meetings) {
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.steps = steps;
        this.json = json;
        this.committees = committees;
        this.takenViews = takenViews;
        this.tree = tree;
        this.codes = codes;
        this.rulebook = rulebook;
    }

    /** From when until when somebody is on probation, as far as that is decided. */
    private record Days(
            @Nullable LocalDate from, @Nullable LocalDate until, @Nullable LocalDate member) {

        static Days of(Stage stage, List<Taken> taken) {
            return switch (stage) {
                case Probationer it -> new Days(it.since(), it.until(), null);
                case Decided it -> new Days(it.was().since(), it.was().until(), null);
                case Member it -> new Days(accepted(taken), it.since(), it.since());
                case Archived it -> new Days(accepted(taken), it.since(), it.since());
                default -> new Days(null, null, null);
            };
        }

        private static @Nullable LocalDate accepted(List<Taken> taken) {
            return taken.stream()
                    .filter(one -> one.code() == StepCode.VOTE)
                    .map(Taken::on)
                    .reduce((_, later) -> later)
                    .orElse(null);
        }
    }

    /**
     * @param own whether it is for the person, who is told what they wrote themselves
     * @param told who prints it, and when
     */
    AdmissionForm fill(
            Scope scope, Admission admission, PaperKind paper, boolean own, String told) {
        var taken = steps.of(admission.id());
        var shown = own ? taken.stream().filter(AdmissionForms::own).toList() : taken;
        var filled =
                new FormSteps(
                        catalogue,
                        shown,
                        json,
                        takenViews.names(shown),
                        minutes(scope, admission, shown));
        var line = committees.of(admission.organization(), scope.day());
        var whose = admission.whose();
        var days = Days.of(admission.stage(), taken);
        var all = filled.all();
        return new AdmissionForm(
                admission.id() + " " + paper.code(),
                told,
                hint(scope, admission, paper),
                whose.name(),
                codes.label(CodeTable.SEX, whose.sex()),
                label(CodeTable.NATION, whose.nation()),
                AdmissionForm.day(whose.bornOn()),
                label(CodeTable.EDUCATION, whose.education()),
                label(CodeTable.JOB_POST, whose.jobPost()),
                AdmissionForm.day(admission.applied()),
                tree.name(admission.organization(), scope.day()).orElse(""),
                committee(line),
                registrar(line),
                all,
                filled.each(StepCode.ASSESS),
                filled.each(StepCode.PROBATION_ASSESS),
                "" + filled.times(StepCode.ASSESS),
                resolution(all, StepCode.VOTE),
                resolution(all, StepCode.CONVERSION_VOTE),
                AdmissionForm.day(days.from()),
                AdmissionForm.day(days.until()),
                AdmissionForm.day(days.member()));
    }

    /** What stays with a branch that handed the case over is not read here. */
    private Map<UUID, MeetingWords> minutes(Scope scope, Admission admission, List<Taken> taken) {
        var found = new HashMap<UUID, MeetingWords>();
        for (var one : taken) {
            if (one.meeting() != null) {
                var name = admission.whose().name();
                meetings.minutes(scope, one.meeting())
                        .map(minutes -> new MeetingWords(minutes, name))
                        .ifPresent(words -> found.put(one.meeting(), words));
            }
        }
        return found;
    }

    private static boolean own(Taken one) {
        return one.code().by() == StepCode.By.PERSON;
    }

    private static String resolution(Map<String, Map<String, Object>> steps, StepCode code) {
        return String.valueOf(Objects.requireNonNull(steps.get(code.code())).get("resolution"));
    }

    private String label(CodeTable table, @Nullable String code) {
        return code == null ? "" : codes.label(table, code);
    }

    private static String committee(Line line) {
        return line.approving() == null ? "________" : line.approving().name();
    }

    /** The department of the committee above the one that approves. */
    private static String registrar(Line line) {
        var above = line.above();
        var at = line.approving() == null ? 0 : above.indexOf(line.approving());
        return above.stream()
                .limit(at)
                .reduce((_, nearer) -> nearer)
                .map(Above::name)
                .map(name -> name + "组织部")
                .orElse("________组织部");
    }

    /** The rules of the step whose paper it is. */
    private String hint(Scope scope, Admission admission, PaperKind paper) {
        var cited =
                catalogue.entries().stream()
                        .filter(entry -> entry.papers().contains(paper))
                        .findFirst()
                        .map(Entry::rules)
                        .orElse(List.of())
                        .stream()
                        .limit(2)
                        .map(rule -> rulebook.rule(rule, scope.day(), admission.organization()))
                        .map(rule -> rule.cite())
                        .distinct()
                        .collect(Collectors.joining("；"));
        return "已经登记的内容自动带出，空白处手写。依据：" + cited + "。";
    }
}
