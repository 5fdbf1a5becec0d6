package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.register.Roster;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs rosters as an import does, without the files: a preview, a commit, an undo. */
final class RosterRun {

    private static final List<String> TABLES =
            List.of(
                    "organization.organization",
                    "organization.place",
                    "organization.profile",
                    "organization.label",
                    "organization.body",
                    "organization.body_profile",
                    "organization.body_label",
                    "organization.link",
                    "organization.post",
                    "organization.term");

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Roster roster;
    private final SignedIn who;

    RosterRun(Scopes scopes, JdbcClient jdbc, Roster roster, UUID organization) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.roster = roster;
        this.who =
                new SignedIn(
                        UUID.randomUUID(),
                        "roster",
                        "名册",
                        Role.COUNTY_OFFICER,
                        organization,
                        null,
                        State.OPEN);
    }

    /** The rows of a file, numbered as a person sees them: below the heading. */
    @SafeVarargs
    static List<Entry> file(Map<String, ?>... rows) {
        var entries = new ArrayList<Entry>();
        for (var row : rows) {
            var values = new HashMap<String, Object>(row);
            var answer = (Answer) values.remove("answer");
            entries.add(
                    new Entry(entries.size() + 2, values, answer == null ? Answer.NONE : answer));
        }
        return entries;
    }

    List<Verdict> preview(List<Entry> file) {
        return scopes.read(who, scope -> roster.begin(scope).examine(file));
    }

    /** Writes what may stand; the preview told the same. */
    List<Written> commit(List<Entry> file) {
        var foreseen = preview(file);
        return scopes.write(
                who,
                scope -> {
                    var examination = roster.begin(scope);
                    var verdicts = examination.examine(file);
                    assertThat(verdicts.stream().map(RosterRun::told))
                            .isEqualTo(foreseen.stream().map(RosterRun::told).toList());
                    return examination.write(
                            verdicts.stream()
                                    .filter(
                                            v ->
                                                    v.outcome() == Outcome.MADE
                                                            || v.outcome() == Outcome.CHANGED)
                                    .toList());
                });
    }

    List<Left> undo(List<Written> written) {
        return scopes.write(who, scope -> roster.undo(scope, written.reversed()));
    }

    private static String told(Verdict verdict) {
        return verdict.row() + " " + verdict.outcome() + " " + verdict.findings();
    }

    /** The codes of what was found, row by row. */
    List<List<String>> codes(List<Entry> file) {
        return preview(file).stream()
                .map(verdict -> verdict.findings().stream().map(Finding::code).toList())
                .toList();
    }

    List<Outcome> outcomes(List<Entry> file) {
        return preview(file).stream().map(Verdict::outcome).toList();
    }

    /** All that stands in the registers, without what counts. */
    Map<String, List<String>> dump() {
        return scopes.system(
                "test",
                _ -> {
                    var dump = new HashMap<String, List<String>>();
                    for (var table : TABLES) {
                        dump.put(
                                table,
                                jdbc.sql(
                                                "select (to_jsonb(t) - 'version')::text from "
                                                        + table
                                                        + " t order by 1")
                                        .query((row, _) -> row.getString(1))
                                        .list());
                    }
                    return dump;
                });
    }
}
