package org.sunmao.organization.internal;

import static java.util.Objects.requireNonNull;

import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.internal.OrganizationJudge.Changing;
import org.sunmao.organization.internal.OrganizationRosterStore.Standing;
import org.sunmao.register.Editing;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Examination;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;
import org.sunmao.register.Timeline;
import org.sunmao.register.TimelineText;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One roster of organizations, judged and written. */
final class OrganizationExamination implements Examination {

    /** What it works with. */
    record Works(
            OrganizationJudge judge,
            OrganizationLives lives,
            Organizations register,
            RosterLocks locks,
            TimelineText text,
            Journal journal) {}

    private final Scope scope;
    private final Works works;
    private final Map<UUID, Standing> standing;
    private final OrganizationLines lines;
    private final RosterKinds kinds;

    OrganizationExamination(
            Scope scope,
            Works works,
            NameIndex index,
            Map<UUID, Standing> standing,
            RosterKinds kinds) {
        this.scope = scope;
        this.works = works;
        this.standing = standing;
        this.lines = new OrganizationLines(index);
        this.kinds = kinds;
    }

    @Override
    public List<Verdict> examine(List<Entry> entries) {
        var added = entries.stream().map(OrganizationLine::new).toList();
        lines.place(added);
        var lives = lives(added);
        added.forEach(line -> judge(line, lives));
        return added.stream().map(OrganizationExamination::verdict).toList();
    }

    /** Only of those that differ from what stands the whole life is looked at. */
    private Map<UUID, Timeline> lives(List<OrganizationLine> added) {
        var days = new HashMap<UUID, LocalDate>();
        for (var line : added) {
            var stands = line.there == null ? null : standing.get(line.there.id());
            if (stands != null && !OrganizationJudge.differing(line, stands).isEmpty()) {
                days.put(stands.id(), stands.establishedOn());
            }
        }
        return works.lives().load(days);
    }

    /** What stands above it in the file is judged before it. */
    private void judge(OrganizationLine line, Map<UUID, Timeline> lives) {
        if (line.outcome != null) {
            return;
        }
        var above = line.above;
        if (above != null && above.line() != null) {
            judge(above.line(), lives);
            superior(line, above.line());
        }
        var there = line.there;
        if (there != null && !line.failed()) {
            var stands = requireNonNull(standing.get(there.id()));
            var differing = OrganizationJudge.differing(line, stands);
            var before = lives.get(there.id());
            if (before != null && !differing.isEmpty()) {
                works.judge().changed(scope, line, stands, before, differing, kinds);
            }
        } else if (there == null && above != null) {
            works.judge().fresh(line, above, kinds);
        }
        line.outcome = OrganizationJudge.outcome(line);
    }

    private static void superior(OrganizationLine line, OrganizationLine above) {
        if (line.failed()) {
            return;
        }
        var row = "上级党组织在第 " + above.entry.row() + " 行，那一行";
        if (above.outcome == Outcome.FAILED) {
            line.found(parent("parent-failed", row + "有错误，请先改正那一行"));
        } else if (above.outcome == Outcome.ASKED) {
            line.found(parent("parent-asked", row + "还有问题没有回答，请先回答"));
        }
    }

    private static Finding parent(String code, String says) {
        return Finding.error(OrganizationFields.PARENT.name(), code, says);
    }

    private static Verdict verdict(OrganizationLine line) {
        var there = line.there;
        return new Verdict(
                line.entry.row(),
                requireNonNull(line.outcome),
                List.copyOf(line.findings),
                there == null ? null : there.id(),
                line.plan);
    }

    @Override
    public List<Written> write(List<Verdict> verdicts) {
        var written = new ArrayList<Written>();
        lock(verdicts);
        var acts = new ArrayList<Act>();
        for (var verdict : verdicts) {
            if (verdict.plan() instanceof Changing to) {
                works.lives().save(to.id(), to.before(), to.after());
                acts.add(
                        Editing.act(
                                "organization",
                                to.id(),
                                to.id(),
                                to.change(),
                                to.before(),
                                to.after()));
                var before = works.text().write(to.before());
                written.add(new Written(verdict.row(), to.id(), to.version() + 1, before));
            }
        }
        works.journal().append(scope.actor(), acts);
        written.addAll(enter(verdicts));
        return written.stream().sorted(Comparator.comparingInt(Written::row)).toList();
    }

    /** Parents before children: ids are given in the order in which rows were judged. */
    private List<Written> enter(List<Verdict> verdicts) {
        var made =
                verdicts.stream()
                        .filter(verdict -> verdict.plan() instanceof NewOrganization)
                        .sorted(Comparator.comparing(verdict -> organization(verdict).id().value()))
                        .toList();
        works.register()
                .enter(scope, made.stream().map(OrganizationExamination::organization).toList());
        return made.stream()
                .map(v -> new Written(v.row(), organization(v).id().value(), 0, null))
                .toList();
    }

    private static NewOrganization organization(Verdict verdict) {
        return (NewOrganization) requireNonNull(verdict.plan());
    }

    /** What is changed, and what something is entered below: its kind stays until this stands. */
    private void lock(List<Verdict> verdicts) {
        var touched = new HashSet<UUID>();
        for (var verdict : verdicts) {
            switch (verdict.plan()) {
                case Changing to -> touched.add(to.id());
                case NewOrganization made -> touched.add(requireNonNull(made.parent()).value());
                case null, default -> {}
            }
        }
        works.locks()
                .organizations(touched)
                .forEach(
                        (id, version) -> {
                            var stands = standing.get(id);
                            if (stands != null && stands.version() != version) {
                                throw RosterLocks.outrun();
                            }
                        });
    }
}
