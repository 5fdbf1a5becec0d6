package org.sunmao.meeting.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.meeting.internal.GroundStore.Asked;
import org.sunmao.meeting.internal.MeetingView.MeetingPerson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Floating members of others, as the organization that hosts them knows them: by name. */
@Repository
class HostedStore {

    private static final String HOSTED =
            """
            select a.number, h.id, h.name
            from unnest(cast(:organizations as uuid[]), cast(:held as date[]))
              with ordinality a (organization, held, number)
            join member.hosted_published h on h.organization = a.organization
              and h.valid_from <= a.held and h.valid_to > a.held
            order by 1, h.name, h.id
            """;
    private static final String NAMES =
            """
            select distinct on (id) id, name from member.hosted_published
            where id = any(:members) order by id, valid_from desc
            """;

    private final JdbcClient jdbc;

    HostedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom each hosted on its day, by name, in the order of {@code asked}. */
    List<Map<UUID, String>> hosted(List<Asked> asked) {
        var hosted = new ArrayList<Map<UUID, String>>();
        asked.forEach(_ -> hosted.add(new LinkedHashMap<>()));
        jdbc.sql(HOSTED)
                .param(
                        "organizations",
                        asked.stream().map(Asked::organization).toArray(UUID[]::new))
                .param(
                        "held",
                        asked.stream().map(one -> one.held().toString()).toArray(String[]::new))
                .query(
                        (row, _) ->
                                hosted.get(row.getInt(1) - 1)
                                        .put(row.getObject(2, UUID.class), row.getString(3)))
                .list();
        return hosted;
    }

    /** Whom one hosts where its members are due, as they are. */
    Map<UUID, String> hosted(Asked asked, Attendance attending) {
        return attending == Attendance.MEMBERS ? hosted(List.of(asked)).getFirst() : Map.of();
    }

    static List<MeetingPerson> people(Ground ground) {
        return ground.hosted().entrySet().stream()
                .map(one -> new MeetingPerson(one.getKey(), one.getValue()))
                .toList();
    }

    /** The names of those who are hosted within the scope, or once were. */
    Map<UUID, String> names(Collection<UUID> members) {
        var names = new HashMap<UUID, String>();
        if (!members.isEmpty()) {
            jdbc.sql(NAMES)
                    .param("members", members.toArray(UUID[]::new))
                    .query((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
        }
        return names;
    }
}
