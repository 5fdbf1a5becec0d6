package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Listing;
import org.sunmao.web.Page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Organizations as rosters and lists know them. */
@Component
class OrganizationListing implements Listing {

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(OrganizationFields.NAME, "党组织名称"),
                    Column.of(OrganizationFields.KIND),
                    Column.of(OrganizationFields.PARENT),
                    Column.of(OrganizationFields.FIELD),
                    Column.of(OrganizationFields.BRANCH_CLASS),
                    Column.of(OrganizationFields.DIVISION),
                    Column.of(OrganizationFields.ESTABLISHED_ON));

    /** Every organization of the subtree that is meant, whatever the tree shows unfolded. */
    private static final String FROM =
            """
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.profile f on f.id = p.id and {f}
            where {p} and p.path >= :lo and p.path < :hi and o.number > :number
              and (cast(:parent as uuid) is null or p.parent = :parent)
              and (not :searched or p.id in (select l.id from organization.label l
                where {l} and (l.name ilike :pattern or l.reading like :reading)))
            """;

    private static final String ROWS =
            "select o.number, o.established_on, p.parent, f.name, f.kind, f.field, f.branch_class,"
                    + " f.division "
                    + FROM
                    + " order by o.number limit :limit";

    private static final Set<String> KNOWN = Set.of("organization", "parent", "q", "all");

    private final ListedRows rows;

    OrganizationListing(ListedRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "organization";
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
                var found = rows.byNumber(scope, question, ROWS, after, limit);
                var page = Page.of(found, limit, row -> List.of(String.valueOf(row.get("number"))));
                return new Part(values(scope, page.items()), page.next());
            }
        };
    }

    private List<Map<String, Object>> values(
            Scope scope, List<Map<String, @Nullable Object>> found) {
        var parents = rows.telling(scope, found, OrganizationFields.PARENT);
        return found.stream()
                .map(
                        row -> {
                            var named = new HashMap<Field, @Nullable String>();
                            named.put(
                                    OrganizationFields.PARENT,
                                    ListedRows.name(parents, row, OrganizationFields.PARENT));
                            return ListedRows.values(row, COLUMNS, named);
                        })
                .toList();
    }
}
