package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.organization.PostView;
import org.sunmao.register.Field;
import org.sunmao.register.FieldReader;
import org.sunmao.register.Histories;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Conflict;
import org.sunmao.web.Stale.Standing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells who comes second to a post or a term both values of what differs. */
@Component
class PostConflicts {

    private final FieldReader reader;
    private final Histories histories;

    PostConflicts(FieldReader reader, Histories histories) {
        this.reader = reader;
        this.histories = histories;
    }

    Stale stale(Post before, Map<String, @Nullable Object> wished, PostView view) {
        return stale(
                before.organization(),
                before.version(),
                PostFields.ALL,
                PostFields.values(before),
                wished,
                view);
    }

    /** Whom a post is held by is told by the name. */
    Stale stale(
            UUID organization,
            int version,
            List<Field> fields,
            Map<String, @Nullable Object> stands,
            Map<String, @Nullable Object> wished,
            Object view) {
        var conflicts =
                fields.stream()
                        .filter(field -> !field.equals(PostFields.MEMBER))
                        .filter(
                                field ->
                                        !Objects.equals(
                                                stands.get(field.name()), wished.get(field.name())))
                        .map(
                                field ->
                                        new Conflict(
                                                field.name(),
                                                field.label(),
                                                reader.show(field, wished.get(field.name())),
                                                reader.show(field, stands.get(field.name()))))
                        .toList();
        var last = histories.last(organization);
        return new Stale(
                new Standing(
                        version,
                        view,
                        conflicts,
                        last.map(PostConflicts::who).orElse(null),
                        last.map(HistoryEntry::at).orElse(null)));
    }

    private static String who(HistoryEntry entry) {
        return entry.by() == null ? entry.post() : entry.by() + " · " + entry.post();
    }
}
