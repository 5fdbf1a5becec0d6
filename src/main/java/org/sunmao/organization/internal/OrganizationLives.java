package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.organization.internal.Stands.Stand;
import org.sunmao.register.Timeline;
import org.sunmao.register.Timeline.Span;
import org.sunmao.register.TimelineTable;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one organization was from its first day on, locked to be changed. */
@Repository
class OrganizationLives {

    private static final String LOCK =
            """
            select version, established_on from organization.organization where id = :id for update
            """;
    private static final String BUMP =
            "update organization.organization set version = version + 1 where id = :id";
    private static final String FORGET_LABELS = "delete from organization.label where id = :id";
    private static final String LABEL =
            """
            insert into organization.label (id, valid_from, valid_to, name, reading, kind)
            values (:id, :from, :to, :name, :reading, :kind)
            """;
    private static final List<String> LABELLED =
            List.of(OrganizationFields.NAME.name(), OrganizationFields.KIND.name());
    private static final String FIRST_PLACE =
            """
            select parent, path, valid_to from organization.place
            where id = :id and valid_from = :day
            """;
    private static final String ESTABLISHED =
            "update organization.organization set established_on = :day where id = :id";
    private static final String UNPLACE =
            "delete from organization.place where id = :id and valid_from = :day";
    private static final String PLACE =
            """
            insert into organization.place (id, valid_from, valid_to, parent, path)
            values (:id, :from, :to, :parent, :path)
            """;
    private static final String UNPLACE_BEFORE =
            "delete from organization.place where id = :id and valid_to <= :day";
    private static final String PLACE_FROM =
            """
            update organization.place set valid_from = :day
            where id = :id and valid_from = (
              select min(valid_from) from organization.place where id = :id)
            """;
    private static final String ESTABLISHED_ON = OrganizationFields.ESTABLISHED_ON.name();

    /** An identity with its version and first day. */
    record Locked(int version, LocalDate establishedOn) {}

    private static final RowMapper<Locked> LOCKED = new SimplePropertyRowMapper<>(Locked.class);
    private static final Columns COLUMNS = new Columns(OrganizationFields.PROFILE);

    private final JdbcClient jdbc;
    private final TimelineTable profile;

    OrganizationLives(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.profile = new TimelineTable(jdbc, "organization.profile", COLUMNS.names(), COLUMNS);
    }

    Locked lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(LOCKED).single();
    }

    /** What it was by day; its first day stands among the values, the same on every day. */
    Timeline load(UUID id, LocalDate establishedOn) {
        return profile.load(id)
                .map(timeline -> with(timeline, establishedOn))
                .orElseThrow(NotFound::new);
    }

    /** Of many at once, each with its first day. */
    Map<UUID, Timeline> load(Map<UUID, LocalDate> establishedOn) {
        var lives = new HashMap<UUID, Timeline>();
        profile.load(establishedOn.keySet())
                .forEach(
                        (id, timeline) -> {
                            var day = establishedOn.get(id);
                            if (day != null) {
                                lives.put(id, with(timeline, day));
                            }
                        });
        return lives;
    }

    /**
     * Makes it again what it was before its last change, and counts the version: days it gained by
     * that are taken back, and days it lost are given back where it first stood.
     */
    void restore(UUID id, Timeline stands, Timeline before) {
        var first = establishedOn(before);
        if (!first.equals(stands.begin())) {
            jdbc.sql(ESTABLISHED).param("id", id).param("day", first).update();
            jdbc.sql(UNPLACE_BEFORE).param("id", id).param("day", first).update();
            jdbc.sql(PLACE_FROM).param("id", id).param("day", first).update();
        }
        profile.save(id, stands, before);
        jdbc.sql(BUMP).param("id", id).update();
        label(id, before);
    }

    /** Writes what differs and counts the version. */
    void save(UUID id, Timeline before, Timeline after) {
        var first = establishedOn(after);
        if (!first.equals(before.begin())) {
            begin(id, before, after, first);
        }
        profile.save(id, before, from(first, after));
        jdbc.sql(BUMP).param("id", id).update();
        label(id, after);
    }

    /** What it was called, by day. */
    private void label(UUID id, Timeline timeline) {
        jdbc.sql(FORGET_LABELS).param("id", id).update();
        for (var span : timeline.naming(LABELLED).spans()) {
            var name = String.valueOf(span.values().get(OrganizationFields.NAME.name()));
            jdbc.sql(LABEL)
                    .param("id", id)
                    .param("from", span.from())
                    .param("to", span.to())
                    .param("name", name)
                    .param("reading", NameReading.of(name))
                    .param("kind", span.values().get(OrganizationFields.KIND.name()))
                    .update();
        }
    }

    static LocalDate establishedOn(Timeline timeline) {
        return timeline.last().get(ESTABLISHED_ON) instanceof LocalDate day
                ? day
                : timeline.begin();
    }

    /** Where it first stood. */
    private record FirstPlace(@Nullable UUID parent, String path, LocalDate validTo) {}

    /** Only the first of what is known can begin on another day. */
    private void begin(UUID id, Timeline before, Timeline after, LocalDate first) {
        var place =
                jdbc.sql(FIRST_PLACE)
                        .param("id", id)
                        .param("day", before.begin())
                        .query(FirstPlace.class)
                        .single();
        var next = after.spans().getFirst().to();
        if (!first.isBefore(next) || !first.isBefore(place.validTo())) {
            var day = next.isBefore(place.validTo()) ? next : place.validTo();
            throw new InputRefused(
                    OrganizationFields.ESTABLISHED_ON.pointer(),
                    "登记的情况在 " + day + " 有过变化，成立日期须在这一天之前");
        }
        jdbc.sql(ESTABLISHED).param("id", id).param("day", first).update();
        jdbc.sql(UNPLACE).param("id", id).param("day", before.begin()).update();
        for (var stand : stands(place, first)) {
            jdbc.sql(PLACE)
                    .param("id", id)
                    .param("from", stand.from())
                    .param("to", stand.to())
                    .param("parent", place.parent(), Types.OTHER)
                    .param("path", stand.path())
                    .update();
        }
    }

    /** What stood above it may itself have stood elsewhere in the days that are gained. */
    private List<Stand> stands(FirstPlace place, LocalDate first) {
        var parent = place.parent();
        return parent == null
                ? List.of(new Stand(first, place.validTo(), place.path()))
                : new Stands(jdbc)
                        .below(parent, Stands.number(place.path()), first, place.validTo());
    }

    private static Timeline with(Timeline timeline, LocalDate establishedOn) {
        var spans = new ArrayList<Span>();
        for (var span : timeline.spans()) {
            var values = new HashMap<String, @Nullable Object>(span.values());
            values.put(ESTABLISHED_ON, establishedOn);
            spans.add(new Span(span.from(), span.to(), values));
        }
        return new Timeline(spans);
    }

    private static Timeline from(LocalDate first, Timeline timeline) {
        var spans = new ArrayList<>(timeline.spans());
        var span = spans.getFirst();
        spans.set(0, new Span(first, span.to(), span.values()));
        return new Timeline(List.copyOf(spans));
    }
}
