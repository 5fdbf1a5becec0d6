package org.sunmao.organization.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.register.Timeline;
import org.sunmao.register.TimelineTable;
import org.sunmao.web.NotFound;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one body was from its first day on, locked to be changed. */
@Repository
class BodyLives {

    private static final String LOCK =
            "select version from organization.body where id = :id for update";
    private static final String BUMP =
            "update organization.body set version = version + 1 where id = :id";
    private static final String FORGET_LABELS =
            "delete from organization.body_label where id = :id";
    private static final String LABEL =
            """
            insert into organization.body_label (id, valid_from, valid_to, name, reading, kind,
              field, parent)
            values (:id, :from, :to, :name, :reading, :kind, :field, :parent)
            """;
    private static final List<String> LABELLED = List.of("name", "kind", "field", "parent");

    /** The tree of bodies is changed by one at a time: two could close a circle together. */
    private static final String LOCK_TREE =
            "select pg_advisory_xact_lock(hashtextextended('organization.body', 0))";

    private static final Columns COLUMNS = new Columns(BodyFields.ALL);

    private final JdbcClient jdbc;
    private final TimelineTable profile;

    BodyLives(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.profile =
                new TimelineTable(jdbc, "organization.body_profile", COLUMNS.names(), COLUMNS);
    }

    int lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Integer.class).single();
    }

    void lockTree() {
        jdbc.sql(LOCK_TREE).query((_, _) -> true).single();
    }

    Timeline load(UUID id) {
        return profile.load(id).orElseThrow(NotFound::new);
    }

    Map<UUID, Timeline> load(Collection<UUID> ids) {
        return profile.load(ids);
    }

    /** Writes what differs and counts the version. */
    void save(UUID id, Timeline before, Timeline after) {
        profile.save(id, before, after);
        jdbc.sql(BUMP).param("id", id).update();
        label(id, after);
    }

    /** What it was called, by day. */
    private void label(UUID id, Timeline timeline) {
        jdbc.sql(FORGET_LABELS).param("id", id).update();
        for (var span : timeline.naming(LABELLED).spans()) {
            var values = span.values();
            jdbc.sql(LABEL)
                    .param("id", id)
                    .param("from", span.from())
                    .param("to", span.to())
                    .param("name", values.get("name"))
                    .param("reading", NameReading.of(String.valueOf(values.get("name"))))
                    .param("kind", values.get("kind"))
                    .param("field", values.get("field"))
                    .param("parent", values.get("parent"), Types.OTHER)
                    .update();
        }
    }
}
