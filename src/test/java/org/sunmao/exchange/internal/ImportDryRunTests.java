package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.vault.Vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the preview says of a row is what becomes of it: generated files are judged, then written,
 * and each row is looked up in the register by other means.
 */
@HouseTest
class ImportDryRunTests {

    private static final int FILES = Integer.getInteger("exchange.files", 1000);
    private static final long SEED = Long.getLong("exchange.seed", 20_261_126L);
    private static final String NO_SUCH_DAY = "2023-02-29";

    /** What a row leaves out says nothing of the register. */
    private static final String NAMED =
            """
            select count(*) from member.profile f
            where f.citizen_number_index = :index and f.valid_to = 'infinity'
              and (:name = '' or f.name = :name)
              and (:joined = '' or f.joined_on = cast(nullif(:joined, '') as date))
            """;

    /** Thrown to leave nothing of a file behind. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Rosters rosters;
    @Autowired CellReader cells;
    @Autowired Vault vault;
    @Autowired JdbcClient jdbc;
    private int entered;

    @Test
    void whatThePreviewSaysOfARowIsWhatBecomesOfIt() {
        var county = village.county();
        var who = officer(county);
        var random = new Random(SEED);
        var said = new HashMap<Outcome, Integer>();
        for (var file = 0; file < FILES; file++) {
            var rows = rows(random, county);
            var preview = verdicts(who, scope -> outcomes(judge(scope).judge(rows)));
            var real = verdicts(who, scope -> written(scope, rows));
            assertThat(real).as("seed %d, file %d", SEED, file).isEqualTo(preview);
            preview.values().forEach(outcome -> said.merge(outcome, 1, Integer::sum));
        }
        assertThat(said.keySet())
                .contains(Outcome.MADE, Outcome.CHANGED, Outcome.SAME, Outcome.FAILED);
    }

    private SignedIn officer(County county) {
        return new SignedIn(
                UUID.randomUUID(),
                "officer",
                "演示用户",
                Role.COUNTY_OFFICER,
                county.top(),
                null,
                SignedIn.State.OPEN);
    }

    private Map<Integer, Outcome> verdicts(
            SignedIn who, Function<Scope, Map<Integer, Outcome>> work) {
        var kept = new HashMap<Integer, Outcome>();
        try {
            scopes.write(
                    who,
                    scope -> {
                        kept.putAll(work.apply(scope));
                        throw new Enough();
                    });
        } catch (Enough _) {
            // nothing stays
        }
        return kept;
    }

    private Judge judge(Scope scope) {
        var roster = rosters.of("member");
        var headings = HeadingFields.match(RosterTexts.HEADINGS, roster.columns(), Map.of());
        return new Judge(roster, roster.begin(scope), headings, cells, Map.of(), vault);
    }

    private static Map<Integer, Outcome> outcomes(List<Judged> judged) {
        var outcomes = new HashMap<Integer, Outcome>();
        judged.forEach(row -> outcomes.put(row.row(), row.verdict().outcome()));
        return outcomes;
    }

    /**
     * Writes what may stand; what is said to be there must be found, by the number and the name.
     */
    private Map<Integer, Outcome> written(Scope scope, List<StagedRow> rows) {
        var judge = judge(scope);
        var judged = judge.judge(rows);
        var before = rows.stream().filter(this::stands).map(StagedRow::row).toList();
        judge.examination()
                .write(judged.stream().filter(Judged::writes).map(Judged::verdict).toList());
        var outcomes = new HashMap<Integer, Outcome>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var outcome = judged.get(i).verdict().outcome();
            var after = stands(row);
            var holds =
                    switch (outcome) {
                        case MADE -> !before.contains(row.row()) && after;
                        case CHANGED -> after;
                        case SAME -> before.contains(row.row()) && after;
                        case FAILED, ASKED -> after == before.contains(row.row());
                    };
            if (holds) {
                outcomes.put(row.row(), outcome);
            }
        }
        return outcomes;
    }

    private boolean stands(StagedRow row) {
        var number = row.cell(1).text().strip().toUpperCase(Locale.ROOT);
        var joined = row.cell(8).text();
        if (joined.equals(NO_SUCH_DAY)) {
            return false;
        }
        return jdbc.sql(NAMED)
                        .param("index", vault.blindIndex("member.citizen_number", number))
                        .param("name", row.cell(0).text())
                        .param("joined", joined)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Up to eight rows of people nobody else is, some entered before, most with a fault or two. */
    private List<StagedRow> rows(Random random, County county) {
        var rows = new ArrayList<StagedRow>();
        var count = 1 + random.nextInt(8);
        for (var i = 0; i < count; i++) {
            var known = random.nextInt(8) == 0;
            var born =
                    known
                            ? nobodysDay()
                            : LocalDate.of(1930, 1, 1).plusDays(random.nextInt(25_000));
            var row =
                    RosterTexts.someone(
                            "李" + i, born, 100 + 8 * random.nextInt(100) + i, "中共东村党支部");
            if (known) {
                enter(county, row);
            }
            for (var faults = random.nextInt(3); faults > 0; faults--) {
                spoil(random, row);
            }
            var typed =
                    row.stream()
                            .map(
                                    text ->
                                            text.isEmpty()
                                                    ? Cell.EMPTY
                                                    : new Cell(Cell.Kind.TEXT, text))
                            .toList();
            rows.add(new StagedRow(i + 2, typed, Answer.NONE));
        }
        return rows;
    }

    /** Of a fixture, the day of birth makes the number; nobody else is as old as these. */
    private LocalDate nobodysDay() {
        return LocalDate.of(1900, 1, 1).plusDays(entered++);
    }

    /** Somebody of the same number is in the register already, perhaps with another name. */
    private void enter(County county, List<String> row) {
        var branch = county.townships().getFirst().branches().getFirst().id();
        var born = LocalDate.parse(row.get(4));
        var someone =
                Village.someone(branch, row.get(0), born, born.plusYears(20), born.plusYears(21));
        row.set(1, someone.citizenNumber());
        village.enter(someone);
    }

    private static void spoil(Random random, List<String> row) {
        var born = LocalDate.parse(row.get(4));
        switch (random.nextInt(14)) {
            case 0 -> row.set(0, "");
            case 1 -> row.set(1, row.get(1).replaceFirst("^0", "1"));
            case 2 -> row.set(1, "");
            case 3 -> row.set(2, random.nextBoolean() ? "男性" : "不详的");
            case 4 -> row.set(3, random.nextBoolean() ? "汉" : "外星族");
            case 5 -> row.set(5, random.nextBoolean() ? "" : "小学毕业生吧");
            case 6 -> row.set(6, "预备党员");
            case 7 -> row.set(7, random.nextBoolean() ? "中共西庄党支部" : "中共东乡委员会");
            case 8 -> row.set(8, born.plusYears(18).minusDays(random.nextInt(2)).toString());
            case 9 -> row.set(9, born.plusYears(20).plusMonths(6).toString());
            case 10 -> row.set(9, "");
            case 11 -> row.set(8, NO_SUCH_DAY);
            case 12 -> row.set(0, "改名" + random.nextInt(9));
            default -> row.set(8, "2099-01-01");
        }
    }
}
