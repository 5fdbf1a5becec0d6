package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.document.Paper;

import java.time.LocalDate;
import java.util.List;

/** What is printed of members, as the templates name it. */
sealed interface MemberPaper extends Paper {

    /** Printed as it stands; the journal tells of it and no entry proves it. */
    @Override
    default @Nullable String reference() {
        return null;
    }

    @Override
    default boolean draft() {
        return false;
    }

    /**
     * The sheet of one member.
     *
     * @param told who printed it, and when
     */
    record Sheet(String id, String name, String organization, List<Group> groups, String told)
            implements MemberPaper {}

    record Group(String title, List<Line> lines) {}

    /** Two facts beside each other; the second may be empty. */
    record Line(String label, String value, String label2, String value2) {}

    /** The members of one branch as a table. */
    record Roster(
            String id,
            String organization,
            LocalDate day,
            int count,
            List<RosterLine> rows,
            String told)
            implements MemberPaper {}

    record RosterLine(
            String name,
            String sex,
            String nation,
            String bornOn,
            String education,
            String status,
            String joinedOn,
            String fullOn,
            String jobPost,
            String mobile) {}

    /**
     * Envelopes, one a page, and a last page that tells of them.
     *
     * @param lacking the names of those without an address
     */
    record Envelopes(String id, List<Envelope> envelopes, int count, String lacking, String told)
            implements MemberPaper {}

    record Envelope(String name, String organization, String address) {}
}
