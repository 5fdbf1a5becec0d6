package org.sunmao.organization.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.OfficerExamination.Added;
import org.sunmao.organization.internal.OfficerExamination.Appointed;
import org.sunmao.organization.internal.OfficerRosterStore.Labelled;
import org.sunmao.organization.internal.PostKind.Group;
import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.register.Field;
import org.sunmao.register.FieldReader;
import org.sunmao.register.Roster.Finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Judges rows of officers one after the other, each as if those before it were written. */
final class OfficerJudge {

    private final OfficerRosterStore store;
    private final Map<UUID, List<Post>> posts = new HashMap<>();
    private final Map<UUID, List<Labelled>> labels = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();

    /** The rows that spoke of a post before, by the post. */
    private final Map<UUID, Integer> rows = new HashMap<>();

    OfficerJudge(OfficerRosterStore store) {
        this.store = store;
    }

    /** The posts that the register has in organizations. */
    void learn(Map<UUID, List<Post>> read) {
        read.forEach((id, list) -> posts.put(id, new ArrayList<>(list)));
    }

    /** Labels are carried wherever they were given: those who may be given one are looked up. */
    void learn(List<OfficerLine> lines) {
        var members = new HashSet<UUID>();
        for (var line : lines) {
            if (label(line) && line.person != null && asked.add(line.person.person().id())) {
                members.add(line.person.person().id());
            }
        }
        for (var one : store.labelled(members)) {
            labels.computeIfAbsent(one.member(), _ -> new ArrayList<>()).add(one);
        }
    }

    private static boolean label(OfficerLine line) {
        var kind = line.kind();
        return kind != null && kind.group() == Group.LABEL;
    }

    private List<Labelled> labels(UUID member) {
        if (asked.add(member)) {
            labels.computeIfAbsent(member, _ -> new ArrayList<>())
                    .addAll(store.labelled(List.of(member)));
        }
        return labels.computeIfAbsent(member, _ -> new ArrayList<>());
    }

    /** The same post of the same person from the same day is the same. */
    void find(OfficerLine line) {
        var person = line.person == null ? null : line.person.person().id();
        var name = line.name();
        var there = of(line).stream().filter(post -> means(post, line, person, name)).toList();
        if (there.size() > 1) {
            line.found(OfficerPeople.several(String.valueOf(name), there.size()));
        } else if (!there.isEmpty()) {
            line.there = there.getFirst();
            var row = rows.putIfAbsent(line.there.id(), line.entry.row());
            if (row != null) {
                line.there = null;
                line.found(Finding.error(null, "duplicate-row", "与第 " + row + " 行说的是同一任职，请只留一行"));
            } else if (person != null && !person.equals(line.there.member())) {
                line.found(byHand(OfficerListing.CITIZEN_NUMBER, "这一任职登记时没有选定党员，请在页面上更正"));
            }
        }
    }

    private static boolean means(
            Post post, OfficerLine line, @Nullable UUID person, @Nullable String name) {
        var same =
                (person != null && post.member() != null)
                        ? person.equals(post.member())
                        : post.name().equals(name);
        return same && post.kind() == line.kind() && post.from().equals(line.day(PostFields.FROM));
    }

    private List<Post> of(OfficerLine line) {
        return posts.computeIfAbsent(requireNonNull(line.organization), _ -> new ArrayList<>());
    }

    /** What is added to a post in time; all else changes only if it was wrong, by hand. */
    void added(OfficerLine line, Post there, Home home) {
        var standing = PostFields.values(there);
        var values = new HashMap<String, @Nullable Object>(standing);
        for (var field : PostFields.ADDED) {
            var value = line.entry.values().get(field.name());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        var appointment = line.text(PostFields.APPOINTMENT);
        if (appointment != null && !appointment.equals(there.appointment())) {
            line.found(byHand(PostFields.APPOINTMENT, "登记的任职方式与此不同；登记错了的，请在页面上更正"));
        }
        if (!there.open() && differs(values, standing, PostFields.TO)) {
            line.found(byHand(PostFields.TO, "已于 " + there.to() + " 卸任；日期登记错了的，请在页面上更正"));
        }
        whole(line, values);
        if (line.failed() || values.equals(standing)) {
            return;
        }
        var after = PostFields.post(there.id(), there.version(), there.organization(), values);
        PostRules.days(after, home).map(r -> finding("days-not-fit", r)).ifPresent(line::found);
        if (!line.failed()) {
            line.plan = new Added(there, after);
            of(line).replaceAll(post -> post.id().equals(after.id()) ? after : post);
        }
    }

    private static boolean differs(
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> standing,
            Field field) {
        var value = values.get(field.name());
        return value != null && !value.equals(standing.get(field.name()));
    }

    private static Finding byHand(Field field, String says) {
        return Finding.error(field.name(), "correct-by-hand", says);
    }

    /** A number of a reply needs its day, and a reason for leaving the day of it. */
    private static void whole(OfficerLine line, Map<String, ? extends @Nullable Object> values) {
        if (values.get(PostFields.APPROVAL_NUMBER.name()) != null
                && values.get(PostFields.APPROVED_ON.name()) == null) {
            line.found(
                    Finding.error(
                            PostFields.APPROVED_ON.name(),
                            "approval-without-day",
                            "填了批复文号，请同时填写批复日期"));
        }
        if (values.get(PostFields.END_REASON.name()) != null
                && values.get(PostFields.TO.name()) == null) {
            line.found(
                    Finding.error(PostFields.TO.name(), "reason-without-day", "填了卸任原因，请同时填写卸任日期"));
        }
    }

    /** A post that the register does not have. */
    void appointed(OfficerLine line, Home home, UUID id) {
        whole(line, line.entry.values());
        if (line.failed()) {
            return;
        }
        var known = line.person;
        var person = known == null ? null : known.person();
        var values = new HashMap<String, @Nullable Object>();
        PostFields.ALL.forEach(
                field -> values.put(field.name(), line.entry.values().get(field.name())));
        values.put(PostFields.NAME.name(), person == null ? line.name() : person.name());
        values.put(PostFields.MEMBER.name(), person == null ? null : person.id());
        var post = PostFields.post(id, 0, requireNonNull(line.organization), values);
        PostRules.place(post, home).map(r -> finding("post-not-here", r)).ifPresent(line::found);
        PostRules.days(post, home).map(r -> finding("days-not-fit", r)).ifPresent(line::found);
        PostRules.person(post, home, person)
                .map(r -> finding("person-not-fit", r))
                .ifPresent(line::found);
        PostRules.beside(post, of(line))
                .or(() -> labelled(post))
                .map(r -> finding("post-taken", r))
                .ifPresent(line::found);
        if (!line.failed()) {
            line.plan = new Appointed(post);
            of(line).add(post);
            rows.put(post.id(), line.entry.row());
            if (post.member() != null && post.kind().group() == Group.LABEL) {
                labels(post.member()).add(new Labelled(post.member(), post.from(), post.to()));
            }
        }
    }

    private Optional<Refused> labelled(Post post) {
        var member = post.member();
        return member != null
                        && post.kind().group() == Group.LABEL
                        && labels(member).stream().anyMatch(one -> one.overlaps(post))
                ? Optional.of(PostRules.label(post.name()))
                : Optional.empty();
    }

    private static Finding finding(String code, Refused refused) {
        var name = refused.field().equals("member") ? PostFields.NAME.name() : refused.field();
        var field = FieldReader.find(PostFields.ALL, name).orElseThrow();
        return RosterFindings.ruled(field, code, refused.reason(), refused.rule());
    }
}
