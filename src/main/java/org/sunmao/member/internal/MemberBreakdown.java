package org.sunmao.member.internal;

import org.sunmao.organization.Organizations.Named;

import java.util.List;
import java.util.UUID;

/**
 * The members of an organization's subtree by what stands directly below it.
 *
 * @param own how many it holds itself
 */
record MemberBreakdown(Named organization, long own, List<Part> items) {

    /** One organization directly below, with the members of its subtree. */
    record Part(
            UUID id,
            String name,
            String kind,
            long members,
            long full,
            long probationary,
            long floating) {}
}
