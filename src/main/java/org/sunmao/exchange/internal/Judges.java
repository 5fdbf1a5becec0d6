package org.sunmao.exchange.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.vault.Vault;

/** Makes judges of the rows of an import. */
@Component
class Judges {

    /** A whole roster is judged or written in one piece of work, however long that takes. */
    private static final String NO_TIMEOUT = "set local transaction_timeout = 0";

    private final Rosters rosters;
    private final CellReader cells;
    private final MeaningStore meanings;
    private final ImportTexts texts;
    private final Vault vault;
    private final JdbcClient jdbc;

    Judges(
            Rosters rosters,
            CellReader cells,
            MeaningStore meanings,
            ImportTexts texts,
            Vault vault,
            JdbcClient jdbc) {
        this.rosters = rosters;
        this.cells = cells;
        this.meanings = meanings;
        this.texts = texts;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** One that begins with the first row. */
    Judge begin(RosterImport one, Scope scope) {
        takeTime();
        var roster = rosters.of(one.kind());
        return new Judge(
                roster,
                roster.begin(scope),
                texts.headings(one),
                cells,
                meanings.values(one.organization(), one.kind()),
                vault);
    }

    /** How many rows are judged at once. */
    int piece(RosterImport one) {
        return rosters.of(one.kind()).whole() ? Integer.MAX_VALUE : ImportPreview.PIECE;
    }

    /** From now on the caller's transaction may take as long as it needs. */
    void takeTime() {
        jdbc.sql(NO_TIMEOUT).update();
    }
}
