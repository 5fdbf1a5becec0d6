package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who stands above a branch, and which of them may approve (R-DEV-02 to 05). */
@Component
class Committees {

    private static final Set<String> COMMITTEES = Set.of("committee", "work-committee");
    private static final String VILLAGE = "village";

    private static final String KINDS =
            """
            select distinct on (l.id) l.id, l.kind, f.field from organization.label_published l
            left join organization.profile_published f on f.id = l.id and l.id = :branch
              and f.valid_from <= :day and f.valid_to > :day
            where l.id = any (:ids)
            order by l.id, l.valid_from <= :day desc, l.valid_from desc
            """;

    private final Organizations organizations;
    private final JdbcClient jdbc;

    Committees(Organizations organizations, JdbcClient jdbc) {
        this.organizations = organizations;
        this.jdbc = jdbc;
    }

    /** An organization above a branch. */
    record Above(UUID id, String name, String kind) {}

    /**
     * A branch and those above it.
     *
     * @param above from the top down
     * @param approving the nearest that may approve; null where none may
     * @param village whether it is one of a village or community: committees there deliberate only
     */
    record Line(
            UUID branch,
            String kind,
            List<Above> above,
            @Nullable Above approving,
            boolean village) {

        boolean temporary() {
            return kind.equals("temporary");
        }

        UUID top() {
            return above.isEmpty() ? branch : above.getFirst().id();
        }

        /** Whether an organization stands above the branch. */
        boolean hasAbove(@Nullable UUID organization) {
            return place(organization) >= 0;
        }

        /** Whether a committee does; a general branch deliberates and takes nothing on file. */
        boolean hasCommittee(@Nullable UUID organization) {
            var place = place(organization);
            return place >= 0 && COMMITTEES.contains(above.get(place).kind());
        }

        /** Whether it stands above the other, both of them on this line. */
        boolean stands(@Nullable UUID organization, UUID above) {
            var place = place(organization);
            var other = above.equals(branch) ? this.above.size() : place(above);
            return place >= 0 && place < other;
        }

        /** What an organization may do for the committee that approves: itself, or one above it. */
        Power power(@Nullable UUID acting) {
            var place = place(acting);
            var approves = approving == null ? -1 : place(approving.id());
            if (place >= 0 && place <= approves) {
                return Power.APPROVES;
            }
            var as = place < 0 ? kind : above.get(place).kind();
            return switch (as) {
                case "temporary" -> Power.TEMPORARY;
                case "committee" -> Power.BELOW_TOWNSHIP;
                default -> Power.GENERAL_BRANCH;
            };
        }

        /** Of the committee that approves: the one whose department takes the approval on file. */
        boolean files(@Nullable UUID acting) {
            var place = place(acting);
            var approves = approving == null ? above.size() : place(approving.id());
            return place >= 0 && (place < approves || approves == 0);
        }

        private int place(@Nullable UUID organization) {
            for (var i = 0; i < above.size(); i++) {
                if (above.get(i).id().equals(organization)) {
                    return i;
                }
            }
            return -1;
        }
    }

    Line of(UUID branch, LocalDate day) {
        var ancestors = organizations.ancestors(branch, day);
        var known = known(branch, ancestors, day);
        var kinds = known.kinds();
        var above =
                ancestors.stream()
                        .map(
                                one ->
                                        new Above(
                                                one.id(),
                                                one.name(),
                                                kinds.getOrDefault(one.id(), "")))
                        .toList();
        var village = known.field() == null || known.field().equals(VILLAGE);
        return new Line(
                branch, kinds.getOrDefault(branch, ""), above, approving(above, village), village);
    }

    /** What is known of a branch and those above it; the field is that of the branch. */
    private record Known(Map<UUID, String> kinds, @Nullable String field) {}

    private Known known(UUID branch, List<Named> ancestors, LocalDate day) {
        record Row(UUID id, String kind, @Nullable String field) {}
        var ids = new ArrayList<>(ancestors.stream().map(Named::id).toList());
        ids.add(branch);
        var rows =
                jdbc.sql(KINDS)
                        .param("ids", ids.toArray(UUID[]::new))
                        .param("branch", branch)
                        .param("day", day)
                        .query(
                                (row, _) ->
                                        new Row(
                                                row.getObject("id", UUID.class),
                                                row.getString("kind"),
                                                row.getString("field")))
                        .list();
        var kinds = rows.stream().collect(Collectors.toMap(Row::id, Row::kind));
        var field = rows.stream().map(Row::field).filter(Objects::nonNull).findFirst();
        return new Known(kinds, field.orElse(null));
    }

    /**
     * The nearest committee. In villages and communities it is that of the township or street,
     * which stands directly below the top; one further down only deliberates (R-DEV-03).
     */
    private static @Nullable Above approving(List<Above> above, boolean village) {
        Above found = null;
        var below = 0;
        for (var i = 0; i < above.size(); i++) {
            var one = above.get(i);
            if (COMMITTEES.contains(one.kind())) {
                var deliberates = village && below > 0;
                found = deliberates ? found : one;
                below += i == 0 ? 0 : 1;
            }
        }
        return found;
    }
}
