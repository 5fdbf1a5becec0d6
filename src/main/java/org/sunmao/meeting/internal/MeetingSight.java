package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/** Who may read what two talked about: they themselves, and the secretary of the organization. */
final class MeetingSight {

    private MeetingSight() {}

    /** Whether the words of a meeting are open to who asks. */
    static boolean open(SignedIn who, Meeting meeting, String kind, @Nullable UUID parent) {
        var chair = meeting.heads().chair();
        return !meeting.confidential()
                || ofTwo(who, chair == null ? null : chair.member(), meeting.roll().guests())
                || secretary(who, meeting.organization(), kind, parent);
    }

    static boolean ofTwo(SignedIn who, @Nullable UUID chair, Collection<UUID> guests) {
        var member = who.member();
        return member != null && (member.equals(chair) || guests.contains(member));
    }

    /** A group has no secretary of its own: that of its branch is meant. */
    static boolean secretary(SignedIn who, UUID organization, String kind, @Nullable UUID parent) {
        var own = who.organization();
        return who.role() == Role.SECRETARY
                && own != null
                && (own.equals(organization)
                        || (kind.equals("group") && Objects.equals(own, parent)));
    }
}
