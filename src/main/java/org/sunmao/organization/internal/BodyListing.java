package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.Listing;
import org.sunmao.web.Page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bodies as rosters and lists know them. */
@Component
class BodyListing implements Listing {

    /** The organizations the body is linked to, by their names. */
    static final Field LINKED = Field.optional("organizations", "建立的党组织", new Text(1000));

    /** Between the names of organizations in one cell. */
    static final String BETWEEN = "；";

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(BodyFields.NAME),
                    Column.of(BodyFields.KIND),
                    Column.of(BodyFields.FIELD),
                    Column.of(BodyFields.ORGANIZATION),
                    Column.of(BodyFields.PARENT),
                    Column.of(BodyFields.DIVISION),
                    Column.of(BodyFields.CREDIT_CODE),
                    Column.of(BodyFields.HEADCOUNT),
                    Column.of(LINKED).saying("多个党组织用“" + BETWEEN + "”隔开"));

    private static final String FROM =
            """
            from organization.body_profile f
            where {f} and f.id > :after
              and f.organization in (select p.id from organization.place p
                where {p} and p.path >= :lo and p.path < :hi)
              and (cast(:parent as uuid) is null or f.parent = :parent)
              and (not :searched or f.id in (select l.id from organization.body_label l
                where {l} and (l.name ilike :pattern or l.reading like :reading)))
              and (not :without or not exists (select from organization.link k
                where k.body = f.id and {k}))
            """;
    private static final String ROWS =
            "select f.id, f.name, f.kind, f.field, f.organization, f.parent, f.division,"
                    + " f.credit_code, f.headcount "
                    + FROM
                    + " order by f.id limit :limit";

    private static final Set<String> KNOWN =
            Set.of("organization", "parent", "q", "all", "without");

    private final ListedRows rows;
    private final BodyNames names;

    BodyListing(ListedRows rows, BodyNames names) {
        this.rows = rows;
        this.names = names;
    }

    @Override
    public String kind() {
        return "body";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Asked asked(SignedIn who, Map<String, String> filter) {
        var question = ListingQuestion.read(filter, KNOWN);
        return new Asked() {
            @Override
            public List<String> words(Scope scope) {
                return question.told(scope, rows.tree());
            }

            @Override
            public long count(Scope scope) {
                return rows.count(scope, question, FROM);
            }

            @Override
            public Part part(Scope scope, Set<String> fields, @Nullable String after, int limit) {
                var found = rows.byId(scope, question, ROWS, after, limit);
                var page = Page.of(found, limit, row -> List.of(String.valueOf(row.get("id"))));
                return new Part(values(scope, page.items()), page.next());
            }
        };
    }

    private List<Map<String, Object>> values(
            Scope scope, List<Map<String, @Nullable Object>> found) {
        var holders = rows.telling(scope, found, BodyFields.ORGANIZATION);
        var parents = names.telling(scope, ListedRows.ids(found, BodyFields.PARENT.column()));
        var linked = names.linked(scope, ListedRows.ids(found, "id"), BETWEEN);
        return found.stream()
                .map(
                        row -> {
                            var named = new HashMap<Field, @Nullable String>();
                            named.put(
                                    BodyFields.ORGANIZATION,
                                    ListedRows.name(holders, row, BodyFields.ORGANIZATION));
                            named.put(
                                    BodyFields.PARENT,
                                    ListedRows.name(parents, row, BodyFields.PARENT));
                            named.put(LINKED, linked.get(row.get("id")));
                            return ListedRows.values(row, COLUMNS, named);
                        })
                .toList();
    }
}
