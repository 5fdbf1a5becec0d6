package org.sunmao.organization.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.PostGrants.Held;
import org.sunmao.access.PostsHeld;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The posts that give rights, and the posts of people who are members no more. */
@Repository
class HeldPosts implements PostsHeld {

    private static final String OF_MEMBERS =
            """
            select * from organization.post
            where member = any(:members) and valid_from <= :day and valid_to > :day order by id
            """;
    private static final String HOLDERS =
            """
            select distinct member from organization.post
            where member > :after and valid_to > :day order by member limit :limit
            """;

    private final JdbcClient jdbc;

    HeldPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> of(Collection<UUID> members, LocalDate day) {
        return posts(members, day).stream()
                .map(post -> PostRights.given(post, day))
                .flatMap(Optional::stream)
                .toList();
    }

    List<Post> posts(Collection<UUID> members, LocalDate day) {
        return jdbc.sql(OF_MEMBERS)
                .param("members", members.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> PostStore.post(row))
                .list();
    }

    /** The next members who hold a post that day or later. */
    List<UUID> holders(UUID after, LocalDate day, int limit) {
        return jdbc.sql(HOLDERS)
                .param("after", after)
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
