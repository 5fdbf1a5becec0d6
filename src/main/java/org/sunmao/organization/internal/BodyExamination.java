package org.sunmao.organization.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.CreditCode;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.internal.BodyRosterStore.Standing;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Examination;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;
import org.sunmao.register.Timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** One roster of bodies, judged and written. */
final class BodyExamination implements Examination {

    /** No line of superiors is that long; a file that says so is not followed further. */
    private static final int DEEPEST = 50;

    /** What it works with. */
    record Works(
            BodyRosterStore store,
            BodyLives lives,
            BodyLinking linking,
            Organizations register,
            RosterLocks locks,
            BodyBefore before,
            Journal journal) {}

    /** A change of one that is there: of its values, of what is formed in it, or of both. */
    record Changing(
            UUID id,
            int version,
            Change change,
            Timeline before,
            Timeline after,
            List<UUID> links) {}

    private final Scope scope;
    private final Works works;
    private final BodyLines lines;
    private final Map<UUID, Set<UUID>> links;
    private final Map<UUID, Integer> versions = new HashMap<>();
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Deque<BodyLine> judging = new ArrayDeque<>();

    BodyExamination(Scope scope, Works works, NameIndex names) {
        this.scope = scope;
        this.works = works;
        var standing = works.store().standing(scope);
        this.lines = new BodyLines(names, standing);
        this.links = works.store().links(scope);
        for (var one : standing) {
            versions.put(one.id(), one.version());
            if (one.parent() != null) {
                parents.put(one.id(), one.parent());
            }
        }
    }

    @Override
    public List<Verdict> examine(List<Entry> entries) {
        var added = entries.stream().map(e -> new BodyLine(e, BodyId.next().value())).toList();
        lines.place(added);
        taken.addAll(
                works.store()
                        .taken(
                                added.stream()
                                        .map(line -> line.code)
                                        .filter(Objects::nonNull)
                                        .toList()));
        var lives =
                works.lives()
                        .load(
                                added.stream()
                                        .filter(line -> line.there != null && differs(line))
                                        .map(line -> line.id)
                                        .toList());
        added.forEach(line -> judge(line, lives));
        return added.stream().map(BodyExamination::verdict).toList();
    }

    private void judge(BodyLine line, Map<UUID, Timeline> lives) {
        if (line.outcome != null) {
            return;
        }
        judging.push(line);
        superior(line, lives);
        code(line);
        if (!line.failed()) {
            var there = line.there;
            if (there != null) {
                changed(line, there, lives);
            } else {
                fresh(line);
            }
        }
        if (!line.failed() && !line.asked() && line.above != null) {
            parents.put(line.id, line.above);
        }
        line.outcome = outcome(line);
        judging.pop();
    }

    private void superior(BodyLine line, Map<UUID, Timeline> lives) {
        var above = line.aboveLine;
        if (above == null) {
            if (line.above != null && circles(line)) {
                line.found(BodyLines.circle());
            }
            return;
        }
        if (judging.contains(above)) {
            for (var one : judging) {
                one.found(BodyLines.circle());
                if (one == above) {
                    return;
                }
            }
        }
        if (judging.size() > DEEPEST) {
            line.found(parent("too-deep", "上级单位一层接一层超过 " + DEEPEST + " 层，请核对上级单位"));
            return;
        }
        judge(above, lives);
        if (line.failed()) {
            return;
        }
        var row = "上级单位在第 " + above.entry.row() + " 行，那一行";
        if (above.outcome == Outcome.FAILED) {
            line.found(parent("parent-failed", row + "有错误，请先改正那一行"));
        } else if (above.outcome == Outcome.ASKED) {
            line.found(parent("parent-asked", row + "还有问题没有回答，请先回答"));
        } else if (circles(line)) {
            line.found(BodyLines.circle());
        }
    }

    /** Whether what it is to stand below stands below it, as the rows before have it. */
    private boolean circles(BodyLine line) {
        UUID at = line.above;
        for (var steps = 0; at != null && steps <= parents.size(); steps++) {
            if (at.equals(line.id)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    private static Finding parent(String code, String says) {
        return Finding.error(BodyFields.PARENT.name(), code, says);
    }

    private void code(BodyLine line) {
        var there = line.there;
        var own = there == null ? null : there.creditCode();
        if (line.code != null && !line.code.equals(own) && taken.contains(line.code)) {
            line.found(
                    Finding.error(
                            BodyFields.CREDIT_CODE.name(),
                            "code-taken",
                            "这个统一社会信用代码已登记在别的单位名下，请核对"));
        }
    }

    private void fresh(BodyLine line) {
        BodyFields.ALL.stream()
                .filter(field -> field.required() && line.text(field) == null)
                .forEach(field -> line.found(RosterFindings.required(field, "单位")));
        if (line.failed() || line.asked()) {
            return;
        }
        var values = line.entry.values();
        line.plan =
                new NewBody(
                        new BodyId(line.id),
                        line.above == null ? null : new BodyId(line.above),
                        new OrganizationId(requireNonNull(line.charge)),
                        line.name,
                        requireNonNull(line.text(BodyFields.KIND)),
                        requireNonNull(line.text(BodyFields.FIELD)),
                        line.text(BodyFields.DIVISION),
                        line.code == null ? null : new CreditCode(line.code),
                        (Integer) values.get(BodyFields.HEADCOUNT.name()),
                        scope.day(),
                        line.links.stream().map(OrganizationId::new).toList());
    }

    private void changed(BodyLine line, Standing there, Map<UUID, Timeline> lives) {
        if (!differs(line) || line.asked()) {
            return;
        }
        var change = new Change(differing(line, there), scope.day(), false);
        var before = requireNonNull(lives.get(there.id()));
        var after = change.applyTo(before, BodyFields.ALL);
        line.plan = new Changing(there.id(), there.version(), change, before, after, lacking(line));
    }

    private boolean differs(BodyLine line) {
        return !differing(line, requireNonNull(line.there)).isEmpty() || !lacking(line).isEmpty();
    }

    private List<UUID> lacking(BodyLine line) {
        var linked = links.getOrDefault(line.id, Set.of());
        return line.links.stream().filter(link -> !linked.contains(link)).toList();
    }

    /** What a row says otherwise than it stands; names that are written otherwise are the same. */
    private static Map<String, @Nullable Object> differing(BodyLine line, Standing there) {
        var differing = new HashMap<String, @Nullable Object>();
        var standing = there.values();
        line.entry
                .values()
                .forEach(
                        (name, value) -> {
                            if (standing.containsKey(name) && !value.equals(standing.get(name))) {
                                differing.put(name, value);
                            }
                        });
        if (NameIndex.normal(line.name).equals(NameIndex.normal(there.name()))
                || line.name.isEmpty()) {
            differing.remove(BodyFields.NAME.name());
        }
        if (line.charge != null && !line.charge.equals(there.organization())) {
            differing.put(BodyFields.ORGANIZATION.name(), line.charge);
        }
        if (line.above != null && !line.above.equals(there.parent())) {
            differing.put(BodyFields.PARENT.name(), line.above);
        }
        return differing;
    }

    private static Outcome outcome(BodyLine line) {
        if (line.failed()) {
            return Outcome.FAILED;
        }
        if (line.asked()) {
            return Outcome.ASKED;
        }
        return switch (line.plan) {
            case null -> Outcome.SAME;
            case Changing _ -> Outcome.CHANGED;
            default -> Outcome.MADE;
        };
    }

    private static Verdict verdict(BodyLine line) {
        return new Verdict(
                line.entry.row(),
                requireNonNull(line.outcome),
                List.copyOf(line.findings),
                line.there == null ? null : line.id,
                line.plan);
    }

    /** What is made first: what is there may come to stand below it. */
    @Override
    public List<Written> write(List<Verdict> verdicts) {
        lock(verdicts);
        var written = new ArrayList<>(enter(verdicts));
        var acts = new ArrayList<Act>();
        for (var verdict : verdicts) {
            if (verdict.plan() instanceof Changing to) {
                var kept = works.before().write(to, scope.day());
                works.lives().save(to.id(), to.before(), to.after());
                if (!to.change().values().isEmpty()) {
                    var charge = requireNonNull(to.after().last().get("organization"));
                    acts.add(
                            Editing.act(
                                    "body",
                                    (UUID) charge,
                                    to.id(),
                                    to.change(),
                                    to.before(),
                                    to.after()));
                }
                acts.addAll(works.linking().link(scope, to.id(), to.after(), to.links()));
                written.add(new Written(verdict.row(), to.id(), to.version() + 1, kept));
            }
        }
        works.journal().append(scope.actor(), acts);
        return written.stream().sorted(Comparator.comparingInt(Written::row)).toList();
    }

    private List<Written> enter(List<Verdict> verdicts) {
        var made = verdicts.stream().filter(verdict -> verdict.plan() instanceof NewBody).toList();
        works.register().enterBodies(scope, made.stream().map(BodyExamination::body).toList());
        return made.stream().map(v -> new Written(v.row(), body(v).id().value(), 0, null)).toList();
    }

    private static NewBody body(Verdict verdict) {
        return (NewBody) requireNonNull(verdict.plan());
    }

    /** The tree of bodies, what is changed, and the organizations that are linked. */
    private void lock(List<Verdict> verdicts) {
        works.lives().lockTree();
        var bodies = new HashSet<UUID>();
        var organizations = new HashSet<UUID>();
        for (var verdict : verdicts) {
            switch (verdict.plan()) {
                case Changing to -> {
                    bodies.add(to.id());
                    organizations.addAll(to.links());
                }
                case NewBody made ->
                        made.organizations().forEach(o -> organizations.add(o.value()));
                case null, default -> {}
            }
        }
        works.locks().organizations(organizations);
        works.locks()
                .bodies(bodies)
                .forEach(
                        (id, version) -> {
                            if (!version.equals(versions.get(id))) {
                                throw RosterLocks.outrun();
                            }
                        });
    }
}
