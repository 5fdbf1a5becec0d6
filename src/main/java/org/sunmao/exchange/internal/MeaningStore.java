package org.sunmao.exchange.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What headings and values that are not ours mean to an organization: asked once (COD-02). */
@Repository
class MeaningStore {

    /** The longest heading or value that is kept, in characters. */
    static final int LONGEST = 200;

    private static final String HEADINGS =
            """
            select heading, field from exchange.heading
            where organization = :organization and kind = :kind
            """;
    private static final String HEADING =
            """
            insert into exchange.heading (organization, kind, heading, field)
            values (:organization, :kind, :heading, :field)
            on conflict (organization, kind, heading) do update set field = excluded.field
            """;
    private static final String VALUES =
            """
            select field, value, code from exchange.meaning
            where organization = :organization and kind = :kind
            """;
    private static final String VALUE =
            """
            insert into exchange.meaning (organization, kind, field, value, code)
            values (:organization, :kind, :field, :value, :code)
            on conflict (organization, kind, field, value) do update set code = excluded.code
            """;

    private final JdbcClient jdbc;

    MeaningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fields by the headings; empty for a column that is not to be taken. */
    Map<String, String> headings(UUID organization, String kind) {
        var fields = new HashMap<String, String>();
        jdbc.sql(HEADINGS)
                .param("organization", organization)
                .param("kind", kind)
                .query(
                        row -> {
                            fields.put(row.getString("heading"), row.getString("field"));
                        });
        return fields;
    }

    void heading(UUID organization, String kind, String heading, String field) {
        jdbc.sql(HEADING)
                .param("organization", organization)
                .param("kind", kind)
                .param("heading", heading)
                .param("field", field)
                .update();
    }

    /** The codes by field and value. */
    Map<String, Map<String, String>> values(UUID organization, String kind) {
        var codes = new HashMap<String, Map<String, String>>();
        jdbc.sql(VALUES)
                .param("organization", organization)
                .param("kind", kind)
                .query(
                        row -> {
                            codes.computeIfAbsent(row.getString("field"), _ -> new HashMap<>())
                                    .put(row.getString("value"), row.getString("code"));
                        });
        return codes;
    }

    void value(UUID organization, String kind, String field, String value, String code) {
        jdbc.sql(VALUE)
                .param("organization", organization)
                .param("kind", kind)
                .param("field", field)
                .param("value", value)
                .param("code", code)
                .update();
    }
}
