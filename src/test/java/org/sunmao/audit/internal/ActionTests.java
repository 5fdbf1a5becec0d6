package org.sunmao.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.HouseTest;
import org.sunmao.journal.Look;
import org.sunmao.journal.SecurityEvents;
import org.sunmao.privacy.FieldRegistry;
import org.sunmao.privacy.RegisteredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The log has a Chinese word for every action there is. */
@HouseTest
class ActionTests {

    /** How actions begin. */
    private static final String BEGINNINGS =
            "access|audit|body|change|correction|export|figure|file|import|journal|member"
                    + "|organization|person|post|privacy|request|term";

    private static final Pattern ACTION =
            Pattern.compile("\"((?:" + BEGINNINGS + ")\\.[a-z]+(?:-[a-z]+)*)\"");

    /** Sealed fields, which are named alike; so are tables, which the registry knows. */
    private static final Set<String> SEALED =
            Set.of("member.mobile", "member.phone", "member.address");

    @Autowired Actions actions;
    @Autowired FieldRegistry registry;
    @Autowired JdbcClient jdbc;

    @Test
    void everyActionInTheCodeHasAWord() throws IOException {
        var found = new TreeSet<String>();
        var tables =
                registry.tables().stream().map(RegisteredTable::name).collect(Collectors.toSet());
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                ACTION.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !SEALED.contains(name) && !tables.contains(name))
                        .forEach(found::add);
            }
        }
        assertThat(found).contains("member.print-roster", "access.sign-in");
        assertThat(actions.unknown(found)).as("add them to audit/actions.yaml").isEmpty();
    }

    @Test
    void everyReadingAndEveryEventHasAWord() {
        var readings = Arrays.stream(Look.Kind.values()).map(kind -> "reading." + kind.code());
        var events = Arrays.stream(SecurityEvents.Kind.values()).map(SecurityEvents.Kind::code);
        assertThat(actions.unknown(readings.toList())).isEmpty();
        assertThat(actions.unknown(events.toList())).isEmpty();
    }

    /** Some actions are put together: whatever the house has recorded so far is known, too. */
    @Test
    void everyActionThatWasRecordedHasAWord() {
        var recorded =
                jdbc.sql(
                                """
                                select distinct action from journal.entry
                                where action not like 'test.%'
                                """)
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(actions.unknown(recorded)).isEmpty();
    }
}
