package org.sunmao.message.internal;

import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.house.Village.County;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes duties as module duty would derive them, in a county that has no others. */
final class Chores {

    private static final String ADD =
            """
            insert into duty.duty (id, name, rule, rule_since, organization, subject_kind, subject,
              opens, due, yellow_from, red_from, state, light)
            values (:id, :name, 'R-EL-02', :opens, :organization, 'organization', :subject,
              :opens, :due, :yellow, :red, 'open', 'none')
            """;

    /** What is entered in the journal is followed a moment later. */
    private static final String FOLLOWED =
            """
            select not exists (select from journal.entry e, journal.follower f
              where f.name = 'duty' and (e.transaction, e.id) > (f.transaction, f.entry))
            """;

    private static final String CLEAR = "delete from duty.duty where organization = any(:all)";

    private final Scopes scopes;
    private final JdbcClient jdbc;

    Chores(Scopes scopes, JdbcClient jdbc) {
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    /** Nothing is derived any more as long as nothing is entered; what was derived goes. */
    void clear(County county) {
        await().until(
                        () ->
                                scopes.system(
                                        "test",
                                        _ -> jdbc.sql(FOLLOWED).query(Boolean.class).single()));
        var all = new ArrayList<>(List.of(county.top()));
        for (var township : county.townships()) {
            all.add(township.top());
            township.branches().forEach(branch -> all.add(branch.id()));
        }
        scopes.system("test", _ -> jdbc.sql(CLEAR).param("all", all.toArray(UUID[]::new)).update());
    }

    /** Open from a day, due forty days later, yellow the day after, red ten days on. */
    UUID add(UUID organization, String name, LocalDate opens) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var due = opens.plusDays(40);
        scopes.system(
                "test",
                _ ->
                        jdbc.sql(ADD)
                                .param("id", id)
                                .param("name", name)
                                .param("organization", organization)
                                .param("subject", UUID.randomUUID())
                                .param("opens", opens)
                                .param("due", due)
                                .param("yellow", due.plusDays(1))
                                .param("red", due.plusDays(11))
                                .update());
        return id;
    }

    void contest(UUID duty, LocalDate day) {
        set(duty, "contested_on = :day, contest_until = 'infinity'", day);
    }

    void decide(UUID duty, LocalDate day) {
        set(duty, "contest_until = :day", day);
    }

    void explain(UUID duty, LocalDate day) {
        set(duty, "explained_on = :day", day);
    }

    void meet(UUID duty, LocalDate day) {
        set(duty, "ended_on = :day, state = 'met'", day);
    }

    private void set(UUID duty, String what, LocalDate day) {
        scopes.system(
                "test",
                _ ->
                        jdbc.sql("update duty.duty set " + what + " where id = :id")
                                .param("day", day)
                                .param("id", duty)
                                .update());
    }
}
