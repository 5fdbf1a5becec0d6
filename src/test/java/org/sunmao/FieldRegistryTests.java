package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.HouseTest;
import org.sunmao.privacy.FieldRegistry;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the registry of fields with the database: nothing is kept that is not registered. */
@HouseTest
class FieldRegistryTests {

    /** In no table, by no name (NOT-01, NOT-02, NOT-03): as words of a column's name. */
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "(^|_)(religions?|faith|church|opinions?|ideolog\\w*|loyalty|stability|belief"
                            + "|petitions?|thoughts?|attitude|mood|family|families|relatives?"
                            + "|spouse|wife|husband|child|children|kin|marital|marriage|married"
                            + "|divorced?|health|illness|disease|disab\\w+_kind|blood|medical"
                            + "|incomes?|salary|wages?|wealth|assets?|debts?|track|tracks|trace"
                            + "|latitude|longitude|lat|lng|lon|gps|geo|geom|coordinates?"
                            + "|location|whereabouts|contacts|call_log|microphone|faces?"
                            + "|facial|fingerprint|voice|gait|biometric\\w*|scores?|credit"
                            + "|ranks?|ranking|points|likes|online_minutes|study_minutes)(_|$)");

    @Autowired JdbcClient jdbc;
    @Autowired FieldRegistry registry;

    @Test
    void everyColumnIsRegistered() {
        var missing = new TreeSet<>(columns());
        missing.removeAll(registered());
        assertThat(missing)
                .as("columns that stand in no src/main/resources/privacy/<schema>.yaml")
                .isEmpty();
    }

    @Test
    void everyRegisteredColumnExists() {
        var stale = new TreeSet<>(registered());
        stale.removeAll(columns());
        assertThat(stale)
                .as("columns of src/main/resources/privacy/*.yaml that no table has")
                .isEmpty();
    }

    @Test
    void noColumnHasANameThatTellsWhatMayNotBeKept() {
        assertThat(columns()).allSatisfy(column -> assertThat(forbidden(column)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member.profile.religion",
                "member.profile.marital_status",
                "member.case.family_income",
                "member.profile.last_location",
                "member.profile.health",
                "access.session.lat",
                "journal.reading.opinion",
                "member.profile.loyalty_score"
            })
    void whatMayNotBeKeptIsFoundByItsName(String column) {
        assertThat(forbidden(column)).isTrue();
    }

    /** The code of an enterprise is called a credit code, and says nothing of anybody. */
    private static boolean forbidden(String column) {
        return !column.equals("organization.body_profile.credit_code")
                && FORBIDDEN.matcher(column.substring(column.lastIndexOf('.') + 1)).find();
    }

    private List<String> columns() {
        return jdbc.sql(
                        """
                        select n.nspname || '.' || c.relname || '.' || a.attname
                        from pg_attribute a
                        join pg_class c on c.oid = a.attrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
                          and n.nspname not like 'pg\\_%'
                          and n.nspname not in ('information_schema', 'migration', 'public')
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> registered() {
        return registry.tables().stream()
                .flatMap(
                        table ->
                                Stream.concat(
                                                table.technical().stream(),
                                                table.fields().stream().map(f -> f.column()))
                                        .map(column -> table.name() + "." + column))
                .toList();
    }
}
