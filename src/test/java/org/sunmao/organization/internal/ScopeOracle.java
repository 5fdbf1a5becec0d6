package org.sunmao.organization.internal;

import org.sunmao.access.SignedIn;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who sees what, said a second time, slowly and plainly: by walking up from what is looked at, over
 * the tree that the journal tells of, until the top of the role is met. It knows no path, no
 * setting and no policy.
 */
final class ScopeOracle {

    private final JournalReplay replay;

    ScopeOracle(JournalReplay replay) {
        this.replay = replay;
    }

    /** An organization, as of a day. */
    boolean sees(SignedIn who, UUID organization, LocalDate day) {
        return switch (who.role()) {
            case COUNTY_OFFICER, TOWNSHIP_OFFICER, SUPERVISOR, SECRETARY ->
                    who.organization() != null
                            && replay.lives(who.organization(), day)
                            && replay.lives(organization, day)
                            && replay.within(
                                    who.organization().toString(), organization.toString(), day);
            case MEMBER, APPLICANT, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> false;
        };
    }

    /** What an organization wrote down of a member; one's own is always one's own to see. */
    boolean sees(SignedIn who, UUID member, UUID writtenBy, LocalDate day) {
        return member.equals(who.member()) || sees(who, writtenBy, day);
    }
}
