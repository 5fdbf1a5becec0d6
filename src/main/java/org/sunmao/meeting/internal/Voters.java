package org.sunmao.meeting.internal;

import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.internal.Ground.DuePerson;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who of those due may vote.
 *
 * @param names of members within the scope, as far as anybody asked
 */
record Voters(Set<UUID> entitled, Map<UUID, String> names) {

    static Voters of(Collection<DuePerson> due, Map<UUID, String> names) {
        var entitled = new LinkedHashSet<UUID>();
        due.stream().filter(DuePerson::full).map(DuePerson::id).forEach(entitled::add);
        return new Voters(entitled, names);
    }

    /** Those who stand on the list of the minutes: the register may have changed since. */
    Voters on(Meeting.Roll roll) {
        var listed = new LinkedHashSet<>(entitled);
        listed.retainAll(roll.due());
        return new Voters(listed, names);
    }

    Voters without(List<Excluded> excluded) {
        if (excluded.isEmpty()) {
            return this;
        }
        var left = new LinkedHashSet<>(entitled);
        excluded.forEach(one -> left.remove(one.member()));
        return new Voters(left, names);
    }

    int present(Meeting.Roll roll) {
        return (int) entitled.stream().filter(roll.present()::contains).count();
    }

    String name(UUID member) {
        return names.getOrDefault(member, MeetingViews.SOMEBODY);
    }
}
