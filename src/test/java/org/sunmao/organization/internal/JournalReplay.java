package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Recorded;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Makes the tree and the memberships of every day again from the entries of the journal alone: day
 * by day, without a thought for speed.
 */
final class JournalReplay {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    /** A value for each day. */
    private static final class Calendar {

        private final @Nullable String[] days;

        Calendar(int size, @Nullable String value) {
            days = new String[size];
            Arrays.fill(days, value);
        }

        @Nullable String on(LocalDate day) {
            return days[at(day)];
        }

        /** Holds from the day until the value was next known to change. */
        void change(LocalDate on, @Nullable String value) {
            var stood = on(on);
            for (var i = at(on); i < days.length && Objects.equals(days[i], stood); i++) {
                days[i] = value;
            }
        }

        /** Was wrong on all the days on which it stood without a break. */
        void correct(LocalDate on, @Nullable String value) {
            var stood = on(on);
            for (var i = at(on) - 1; i >= 0 && Objects.equals(days[i], stood); i--) {
                days[i] = value;
            }
            change(on, value);
        }

        /** From the day on, wherever the one stands, the other stands. */
        void replace(LocalDate on, @Nullable String before, @Nullable String after) {
            for (var i = at(on); i < days.length; i++) {
                if (Objects.equals(days[i], before)) {
                    days[i] = after;
                }
            }
        }

        private int at(LocalDate day) {
            return Math.max(0, (int) ChronoUnit.DAYS.between(FIRST, day));
        }
    }

    private static final class Life {
        private LocalDate from = FIRST;
        private LocalDate to = LocalDate.MAX;
        private final Map<String, Calendar> values = new HashMap<>();

        @Nullable String on(String name, LocalDate day) {
            return Objects.requireNonNull(values.get(name)).on(day);
        }

        boolean lives(LocalDate day) {
            return !from.isAfter(day) && to.isAfter(day);
        }
    }

    /** What an organization came to on a day. */
    record RollUp(
            String name,
            String kind,
            @Nullable String parent,
            int members,
            int full,
            int probationary,
            int below) {}

    private final int size;
    private final Map<String, Life> organizations = new HashMap<>();
    private final Map<String, Life> members = new HashMap<>();

    JournalReplay(List<Recorded> entries, Map<UUID, UUID> subjects, LocalDate until) {
        this.size = (int) ChronoUnit.DAYS.between(FIRST, until) + 2;
        for (var entry : entries) {
            var subject = Objects.requireNonNull(subjects.get(entry.id())).toString();
            replay(entry, subject, map(entry.values().get("before")), map(after(entry)));
        }
    }

    private void replay(Recorded entry, String subject, Map<?, ?> before, Map<?, ?> after) {
        var on = entry.effectiveOn();
        switch (entry.action()) {
            case "organization.enter", "organization.establish" -> {
                var life = begin(organizations, subject, on);
                life.values.put("name", new Calendar(size, text(after.get("name"))));
                life.values.put("kind", new Calendar(size, text(after.get("kind"))));
                life.values.put("parent", new Calendar(size, text(after.get("parent"))));
            }
            case "organization.change" -> edit(of(organizations, subject), on, after, false);
            case "organization.correct" -> edit(of(organizations, subject), on, after, true);
            case "organization.reorganize" ->
                    replace(of(organizations, subject), on, before, after);
            case "organization.merge", "organization.split", "organization.revoke" ->
                    of(organizations, subject).to = on;
            case "member.enter" -> {
                var life = begin(members, subject, on);
                life.values.put(
                        "organization", new Calendar(size, text(after.get("organization"))));
                var status = text(after.get("status"));
                life.values.put(
                        "status",
                        new Calendar(size, String.valueOf(status).toLowerCase(Locale.ROOT)));
            }
            case "member.change" -> edit(of(members, subject), on, after, false);
            case "member.correct" -> edit(of(members, subject), on, after, true);
            case "member.move" -> replace(of(members, subject), on, before, after);
            default -> {}
        }
    }

    private static void edit(Life life, LocalDate on, Map<?, ?> after, boolean correction) {
        for (var value : after.entrySet()) {
            var calendar = life.values.get(String.valueOf(value.getKey()));
            var text = text(value.getValue());
            if (value.getKey().equals("establishedOn")) {
                life.from = LocalDate.parse(String.valueOf(text));
            } else if (calendar != null && correction) {
                calendar.correct(on, text);
            } else if (calendar != null) {
                calendar.change(on, text);
            }
        }
    }

    private static void replace(Life life, LocalDate on, Map<?, ?> before, Map<?, ?> after) {
        for (var name : after.keySet()) {
            var calendar = life.values.get(String.valueOf(name));
            if (calendar != null) {
                calendar.replace(on, text(before.get(name)), text(after.get(name)));
            }
        }
    }

    /** All organizations there ever were. */
    List<UUID> organizations() {
        return organizations.keySet().stream().sorted().map(UUID::fromString).toList();
    }

    @Nullable RollUp rollUp(UUID id, LocalDate day) {
        var asked = id.toString();
        var life = of(organizations, asked);
        if (!life.lives(day)) {
            return null;
        }
        var full = 0;
        var all = 0;
        for (var member : members.values()) {
            var holder = member.lives(day) ? member.on("organization", day) : null;
            if (holder != null
                    && of(organizations, holder).lives(day)
                    && within(asked, holder, day)) {
                all++;
                full += "full".equals(member.on("status", day)) ? 1 : 0;
            }
        }
        var below =
                organizations.entrySet().stream()
                        .filter(o -> o.getValue().lives(day) && !o.getKey().equals(asked))
                        .filter(o -> within(asked, o.getKey(), day))
                        .count();
        return new RollUp(
                String.valueOf(life.on("name", day)),
                String.valueOf(life.on("kind", day)),
                life.on("parent", day),
                all,
                full,
                all - full,
                (int) below);
    }

    boolean lives(UUID organization, LocalDate day) {
        return of(organizations, organization.toString()).lives(day);
    }

    /** Which organization holds a member on a day. */
    @Nullable String holder(UUID member, LocalDate day) {
        var life = of(members, member.toString());
        return life.lives(day) ? life.on("organization", day) : null;
    }

    /** All members there ever were. */
    List<UUID> members() {
        return members.keySet().stream().sorted().map(UUID::fromString).toList();
    }

    boolean within(String top, String id, LocalDate day) {
        for (String at = id; at != null; at = of(organizations, at).on("parent", day)) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    private static Life begin(Map<String, Life> lives, String id, LocalDate on) {
        var life = new Life();
        life.from = on;
        lives.put(id, life);
        return life;
    }

    private static Life of(Map<String, Life> lives, String id) {
        return Objects.requireNonNull(lives.get(id), id);
    }

    private static @Nullable Object after(Recorded entry) {
        return entry.values().get("after");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** An id may stand as it is, or as a record of one value. */
    private static @Nullable String text(@Nullable Object value) {
        var inner = value instanceof Map<?, ?> map ? map.get("value") : value;
        return inner == null ? null : inner.toString();
    }
}
