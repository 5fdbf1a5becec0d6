package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.Division;
import org.sunmao.member.NewMember;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.NewReview;
import org.sunmao.organization.NewTerm;
import org.sunmao.simulation.internal.Plan.Totals;

import java.util.List;
import java.util.stream.Stream;

/**
 * A whole county or city, ready to be entered.
 *
 * @param members made while they are read, in order, so that a city need not be in memory at once;
 *     to be read once
 */
record Land(
        Totals totals,
        List<Division> divisions,
        List<NewOrganization> organizations,
        List<NewBody> bodies,
        Stream<NewMember> members,
        List<NewTerm> terms,
        List<NewPost> posts,
        List<NewReview> reviews,
        Shown shown) {

    /**
     * Where the accounts of visitors belong.
     *
     * @param city the top, where that is not the county itself
     * @param township the township of the branch
     * @param other a neighbouring township
     */
    record Shown(
            @Nullable Draft city,
            Draft county,
            Draft township,
            Draft other,
            Draft branch,
            Person secretary,
            Person member) {}
}
