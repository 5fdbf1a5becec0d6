package org.sunmao.organization.internal;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;

import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.OrganizationIndex.One;
import org.sunmao.organization.People;
import org.sunmao.organization.internal.OfficerRosterStore.Standing;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Examination;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One roster of officers, judged and written in pieces. */
final class OfficerExamination implements Examination {

    /** What it works with. */
    record Works(
            OfficerRosterStore store,
            PostStore posts,
            PostWriter writer,
            PostRights rights,
            PostActs acts,
            People people,
            RosterLocks locks,
            OfficerBefore text,
            Journal journal) {}

    /** A post to be made. */
    record Appointed(Post post) {}

    /** A post that is there, to which something is added. */
    record Added(Post before, Post after) {}

    private final Scope scope;
    private final Works works;
    private final NameIndex index;
    private final Map<UUID, Standing> homes;
    private final OfficerPeople people;
    private final OfficerJudge judge;

    /** The posts as the register has them, by organization: read when they are first needed. */
    private final Map<UUID, List<Post>> stood = new HashMap<>();

    OfficerExamination(Scope scope, Works works, NameIndex index) {
        this.scope = scope;
        this.works = works;
        this.index = index;
        this.homes = works.store().homes(scope);
        this.people = new OfficerPeople(index);
        this.judge = new OfficerJudge(works.store());
    }

    @Override
    public List<Verdict> examine(List<Entry> entries) {
        var lines = entries.stream().map(OfficerLine::new).toList();
        people.learn(works.people(), scope, lines);
        lines.forEach(this::place);
        read(lines);
        lines.forEach(people::byNumber);
        judge.learn(lines);
        lines.forEach(this::judge);
        return lines.stream().map(OfficerExamination::verdict).toList();
    }

    private void place(OfficerLine line) {
        required(line, OfficerListing.ORGANIZATION);
        required(line, PostFields.KIND);
        required(line, PostFields.FROM);
        if (line.text(PostFields.NAME) == null
                && line.text(OfficerListing.CITIZEN_NUMBER) == null) {
            line.found(RosterFindings.required(PostFields.NAME, "任职"));
        }
        var text = line.text(OfficerListing.ORGANIZATION);
        if (text != null) {
            var match = index.match(text);
            match.fault(OfficerListing.ORGANIZATION, text).ifPresent(line::found);
            line.organization = match instanceof One(var one) ? one.id() : null;
        }
    }

    private static void required(OfficerLine line, Field field) {
        if (!line.entry.values().containsKey(field.name())) {
            line.found(RosterFindings.required(field, "任职"));
        }
    }

    private void read(List<OfficerLine> lines) {
        var wanted =
                lines.stream()
                        .map(line -> line.organization)
                        .filter(id -> id != null && !stood.containsKey(id))
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        if (!wanted.isEmpty()) {
            var read = works.store().posts(wanted);
            stood.putAll(read);
            judge.learn(read);
        }
    }

    private void judge(OfficerLine line) {
        if (line.failed()) {
            return;
        }
        judge.find(line);
        if (line.failed()) {
            return;
        }
        var there = line.there;
        if (there != null) {
            var home = requireNonNull(homes.get(there.organization())).home();
            judge.added(line, there, home);
            return;
        }
        required(line, PostFields.APPOINTMENT);
        people.byName(line);
        if (!line.failed() && !line.asked()) {
            var home = requireNonNull(homes.get(requireNonNull(line.organization))).home();
            judge.appointed(line, home, UuidCreator.getTimeOrderedEpoch());
        }
    }

    private static Verdict verdict(OfficerLine line) {
        var there = line.there;
        var outcome =
                line.failed()
                        ? Outcome.FAILED
                        : line.asked()
                                ? Outcome.ASKED
                                : switch (line.plan) {
                                    case null -> Outcome.SAME;
                                    case Added _ -> Outcome.CHANGED;
                                    default -> Outcome.MADE;
                                };
        return new Verdict(
                line.entry.row(),
                outcome,
                List.copyOf(line.findings),
                there == null ? null : there.id(),
                line.plan);
    }

    @Override
    public List<Written> write(List<Verdict> verdicts) {
        var organizations = new HashSet<UUID>();
        verdicts.forEach(verdict -> post(verdict, organizations));
        lock(organizations);
        var made = new ArrayList<Post>();
        var written = new ArrayList<Written>();
        var acts = new ArrayList<Act>();
        for (var verdict : verdicts) {
            switch (verdict.plan()) {
                case Appointed(var post) -> {
                    made.add(post);
                    acts.addAll(works.acts().appointed(post));
                    written.add(new Written(verdict.row(), post.id(), 0, null));
                }
                case Added(var before, var after) -> {
                    acts.addAll(add(before, after));
                    written.add(
                            new Written(
                                    verdict.row(),
                                    after.id(),
                                    before.version() + 1,
                                    works.text().write(before)));
                }
                case null, default -> {}
            }
        }
        works.writer().add(made);
        works.rights().begin(scope, made);
        works.journal().append(scope.actor(), acts);
        stood.putAll(works.store().posts(organizations));
        return written.stream().sorted(Comparator.comparingInt(Written::row)).toList();
    }

    private static void post(Verdict verdict, Set<UUID> organizations) {
        switch (verdict.plan()) {
            case Appointed(var post) -> organizations.add(post.organization());
            case Added(var before, _) -> organizations.add(before.organization());
            case null, default -> {}
        }
    }

    private List<Act> add(Post before, Post after) {
        works.posts().change(after);
        works.rights().follow(scope, before, after);
        return after.to().equals(before.to())
                ? works.acts().changed(before, after)
                : works.acts().ended(after, after.to());
    }

    /** Whoever writes posts by hand locks the organization, so nothing changes from here on. */
    private void lock(Set<UUID> organizations) {
        var versions = works.locks().organizations(organizations);
        var stand = works.store().posts(organizations);
        for (var id : organizations) {
            var home = homes.get(id);
            if (home == null
                    || !Integer.valueOf(home.version()).equals(versions.get(id))
                    || !Objects.equals(stand.get(id), stood.get(id))) {
                throw RosterLocks.outrun();
            }
        }
    }
}
