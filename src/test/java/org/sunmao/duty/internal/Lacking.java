package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.house.Village;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Organizations that lack something since a day, and the duties that follow from it. */
record Lacking(
        Village village, Scopes scopes, Posts posts, DutyDerivation derivation, JdbcClient jdbc) {

    private static final String FIND =
            """
            select id from duty.duty where organization = :organization and name = :name
            order by opens desc limit 1
            """;

    private static final LocalDate BORN = LocalDate.of(1999, 4, 5);
    private static final LocalDate JOINED = LocalDate.of(2026, 1, 5);

    private static final String AWAY =
            "update member.profile set floating = true where id in (:members)";

    /** A branch with a secretary and two members, the third of whom left so many days ago. */
    UUID branch(UUID above, LocalDate left) {
        var branch = village.organization(above, "中共缺员村党支部", "branch");
        var members = village.members(branch, Collections.nCopies(3, "张三"));
        appoint(branch, members.getFirst(), null);
        village.leave(members.getLast(), left);
        derive(branch);
        return branch;
    }

    /** So many probationers of it are away, and nobody was named to keep in touch with them. */
    List<UUID> away(UUID branch, int members) {
        var away = new ArrayList<UUID>();
        for (var i = 0; i < members; i++) {
            away.add(village.enter(Village.someone(branch, "欧阳建国", BORN, JOINED, null)));
        }
        var _ = scopes.system("test", _ -> jdbc.sql(AWAY).param("members", away).update());
        derive(branch);
        return away;
    }

    /** Its secretary left so many days ago, and nobody follows. */
    void secretaryLeft(UUID organization, UUID member, LocalDate left) {
        appoint(organization, member, left);
        derive(organization);
    }

    private void appoint(UUID organization, UUID member, @Nullable LocalDate to) {
        var since = LocalDate.of(2020, 1, 1);
        var of = new OrganizationId(organization);
        var post = new NewPost(of, "secretary", member, "张三", "elected", since, to, since);
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            posts.enter(scope, List.of(post));
                            return scope;
                        });
    }

    void derive(UUID organization) {
        var _ =
                scopes.system(
                        "duty",
                        scope -> {
                            derivation.derive(scope, List.of(organization));
                            return scope;
                        });
    }

    UUID duty(UUID organization, String name) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(FIND)
                                .param("organization", organization)
                                .param("name", name)
                                .query(UUID.class)
                                .single());
    }
}
