package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.member.CitizenNumber;
import org.sunmao.organization.OrganizationIndex;
import org.sunmao.organization.OrganizationIndex.One;
import org.sunmao.organization.People;
import org.sunmao.organization.People.Known;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Examination;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Level;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Judges the rows of one roster of admissions, and writes those that may stand. */
final class AdmissionExamination implements Examination {

    /** What every examination works with. */
    @Component
    record Tools(People people, AdmissionStore store, RowHistories histories, RowWriting writing) {}

    private final Scope scope;
    private final OrganizationIndex organizations;
    private final Tools tools;

    AdmissionExamination(Scope scope, OrganizationIndex organizations, Tools tools) {
        this.scope = scope;
        this.organizations = organizations;
        this.tools = tools;
    }

    @Override
    public List<Verdict> examine(List<Entry> entries) {
        var numbers =
                entries.stream()
                        .map(entry -> entry.values().get(AdmissionColumns.CITIZEN_NUMBER.name()))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList();
        var known = tools.people().byNumber(scope, numbers);
        return entries.stream().map(entry -> examine(entry, known)).toList();
    }

    private Verdict examine(Entry entry, Map<String, Known> known) {
        var values = entry.values();
        var findings = new ArrayList<Finding>();
        complete(values, findings);
        var branch = place(values, AdmissionColumns.ORGANIZATION, findings);
        var approving = place(values, AdmissionColumns.APPROVED_BY, findings);
        if (branch != null && !AdmissionDesk.BRANCHES.contains(branch.kind())) {
            findings.add(error(AdmissionColumns.ORGANIZATION, "not-a-branch", "入党申请由党支部接收，请填写党支部"));
        }
        if (branch == null || !findings.isEmpty()) {
            return failed(entry, findings);
        }
        var number = String.valueOf(values.get(AdmissionColumns.CITIZEN_NUMBER.name()));
        var person = known.get(number);
        var same = standing(values, number, person, findings);
        if (same != null) {
            return new Verdict(entry.row(), Outcome.SAME, List.of(), same, null);
        }
        var by = approving == null ? null : approving.id();
        var history = tools.histories().read(values, branch.id(), by, scope.day());
        registered(history.read().stage(), person, findings);
        if (!findings.isEmpty()) {
            return failed(entry, findings);
        }
        history.breaches().forEach(breach -> findings.add(broken(breach)));
        var id = person == null ? tools.store().person(number).orElse(null) : person.person().id();
        return new Verdict(
                entry.row(), Outcome.MADE, findings, null, new RowHistories.Planned(history, id));
    }

    private static void complete(Map<String, Object> values, List<Finding> findings) {
        AdmissionColumns.COLUMNS.stream()
                .map(Column::field)
                .filter(field -> field.required() && !values.containsKey(field.name()))
                .forEach(field -> findings.add(lacking(field)));
        AdmissionColumns.BESIDE.forEach(
                (day, needed) -> {
                    if (values.containsKey(day.name())) {
                        needed.stream()
                                .filter(field -> !values.containsKey(field.name()))
                                .forEach(field -> findings.add(lacking(field)));
                    }
                });
        if (values.get(AdmissionColumns.CITIZEN_NUMBER.name()) instanceof String number
                && values.get(AdmissionColumns.BORN_ON.name()) instanceof LocalDate bornOn
                && !bornOn.equals(new CitizenNumber(number).bornOn())) {
            findings.add(
                    error(AdmissionColumns.BORN_ON, "citizen-number-birth", "出生日期与公民身份号码里的不同，请核对"));
        }
    }

    private OrganizationIndex.@Nullable Known place(
            Map<String, Object> values, Field field, List<Finding> findings) {
        var text = values.get(field.name());
        if (text == null) {
            return null;
        }
        var match = organizations.match(text.toString());
        match.fault(field, text.toString()).ifPresent(findings::add);
        return match instanceof One(var one) ? one : null;
    }

    /** The same way, if it is kept already; another that is open is an error. */
    private @Nullable UUID standing(
            Map<String, Object> values,
            String number,
            @Nullable Known known,
            List<Finding> findings) {
        var person =
                known == null
                        ? tools.store().person(number).orElse(null)
                        : Objects.requireNonNull(known.person().id());
        if (person == null) {
            return null;
        }
        var applied = values.get(AdmissionColumns.APPLIED.name());
        for (var one : tools.store().of(scope, person)) {
            if (one.applied().equals(applied)) {
                return one.id();
            }
        }
        if (tools.store().open(person)) {
            findings.add(
                    error(
                            AdmissionColumns.CITIZEN_NUMBER,
                            "already-open",
                            "这个人的入党手续正在系统里办理，请在名单里打开，逐步补录"));
        }
        return null;
    }

    /** Members are on their own register first; nobody is entered there by the way. */
    private static void registered(Stage stage, @Nullable Known person, List<Finding> findings) {
        var approved =
                stage instanceof Probationer
                        || stage instanceof Decided
                        || stage instanceof Member
                        || stage instanceof Archived;
        if (approved && person == null) {
            findings.add(
                    error(
                            AdmissionColumns.APPROVE,
                            "not-on-the-register",
                            "已经批准入党，党员名册里却没有这个人，请先导入党员名册"));
        }
        if (!approved && person != null) {
            findings.add(
                    error(
                            AdmissionColumns.APPROVE,
                            "already-on-the-register",
                            "党员名册里已经有这个人，请把批准接收以前的各步日期填完整"));
        }
    }

    private static Finding lacking(Field field) {
        return error(field, "required", "请填写" + field.label());
    }

    private static Finding error(Field field, String code, String says) {
        return Finding.error(field.name(), code, says);
    }

    private static Finding broken(Breach breach) {
        return new Finding(
                null,
                Level.WARNING,
                "broken-" + breach.rule().value().toLowerCase(Locale.ROOT),
                breach.says() + "；确实这样办的，导入以后写明原因，报上级党委审签",
                breach.rule().value());
    }

    private static Verdict failed(Entry entry, List<Finding> findings) {
        return new Verdict(entry.row(), Outcome.FAILED, findings, null, null);
    }

    @Override
    public List<Written> write(List<Verdict> verdicts) {
        var written = new ArrayList<Written>();
        for (var verdict : verdicts) {
            var planned = (RowHistories.Planned) Objects.requireNonNull(verdict.plan());
            written.add(tools.writing().write(scope, verdict.row(), planned));
        }
        return written;
    }
}
