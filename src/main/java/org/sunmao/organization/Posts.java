package org.sunmao.organization;

import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The posts held in organizations, for other modules. Each call is made within a scope. */
public interface Posts {

    /** Enters posts that were begun before; the rights of secretaries begin with them. */
    void enter(Scope scope, List<NewPost> posts);

    /** Enters terms, each organization's without overlap. */
    void enterTerms(Scope scope, List<NewTerm> terms);

    /**
     * The posts a member holds or held by the day of the scope, the newest first.
     *
     * @param whole whether also those outside the scope: the caller has found the member in it, and
     *     the transaction is {@linkplain org.sunmao.access.Scopes#about about} the member
     */
    List<PostView> of(Scope scope, UUID member, boolean whole);

    /** Those of the members who hold or held a post within the scope. */
    Set<UUID> holders(Collection<UUID> members);

    /**
     * People who are members no more hold no post that asks for one (SEC-06): those of the Party
     * end, with their rights; what a village gives to anybody stays. A daily look does the same for
     * whoever was forgotten.
     *
     * @param reason in Chinese, as it stands with each post
     */
    void left(Scope scope, Collection<UUID> members, LocalDate on, String reason);

    /** The member has another name: all posts say so. Within the purpose of editing the member. */
    void renamed(UUID member, String name);
}
