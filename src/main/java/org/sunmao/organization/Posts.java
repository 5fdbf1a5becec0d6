package org.sunmao.organization;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The posts held in organizations, for other modules. Each call is made within a scope. */
public interface Posts {

    /** Enters posts that were begun before; the rights of secretaries begin with them. */
    void enter(Scope scope, List<NewPost> posts);

    /** Enters terms, each organization's without overlap. */
    void enterTerms(Scope scope, List<NewTerm> terms);

    /**
     * All posts a member holds, wherever, with those that were over by the day.
     *
     * @param day what begins later is not told; null for today
     */
    List<PostView> of(Scope scope, UUID member, @Nullable LocalDate day);

    /** The member has another name: all posts say so. Within the purpose of editing the member. */
    void renamed(UUID member, String name);
}
