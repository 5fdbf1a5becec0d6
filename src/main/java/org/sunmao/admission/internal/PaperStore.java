package org.sunmao.admission.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.admission.internal.Taken.By;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Which papers were brought as files. */
@Repository
class PaperStore {

    private static final String OF =
            "select code, file, name from admission.paper where admission = :admission";
    private static final String ADD =
            """
            insert into admission.paper (admission, code, file, name, added_by, added_name,
              added_at)
            values (:admission, :code, :file, :name, :by, :byName, :at)
            on conflict (admission, code) do update set file = excluded.file, name = excluded.name,
              added_by = excluded.added_by, added_name = excluded.added_name,
              added_at = excluded.added_at
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    PaperStore(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** A paper that was brought. */
    record Brought(String code, UUID file, String name) {}

    List<Brought> of(UUID admission) {
        return jdbc.sql(OF)
                .param("admission", admission)
                .query(
                        (row, _) ->
                                new Brought(
                                        row.getString("code"),
                                        row.getObject("file", UUID.class),
                                        row.getString("name")))
                .list();
    }

    /**
     * How many of those that go into the file are there (R-FIL-01). Of who was admitted outside the
     * usual way, the paper that decided it stands for all.
     */
    int kept(Admission admission, List<Brought> brought) {
        if (!OutsideAdmissions.is(admission.kind())) {
            return kept(brought);
        }
        var decided =
                brought.stream().anyMatch(paper -> paper.code().equals(OutsideAdmissions.PAPER));
        return decided
                ? (int) catalogue.papers().stream().filter(Catalogue.PaperKind::kept).count()
                : 0;
    }

    private int kept(List<Brought> brought) {
        return (int)
                brought.stream()
                        .map(one -> catalogue.paper(one.code()))
                        .filter(paper -> paper != null && paper.kept())
                        .count();
    }

    void add(UUID admission, Brought paper, By by) {
        jdbc.sql(ADD)
                .param("admission", admission)
                .param("code", paper.code())
                .param("file", paper.file())
                .param("name", paper.name())
                .param("by", by.account(), Types.OTHER)
                .param("byName", by.name())
                .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .update();
    }
}
