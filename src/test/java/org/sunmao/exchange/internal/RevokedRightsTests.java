package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.commit;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.id;
import static org.sunmao.exchange.internal.RosterTexts.preview;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What goes on after its request was let in ends with the right it goes on under. */
@HouseTest
class RevokedRightsTests {

    private static final int PATIENCE_SECONDS = 60;

    /** The ways in which a right ends. */
    enum End {
        SIGNED_OUT,
        SESSION_GONE,
        SESSION_NOT_OPEN,
        ACCOUNT_CLOSED,
        GRANT_ENDED,
        TOO_LONG_IDLE
    }

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Clock time;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired ImportStore imports;
    @Autowired ImportJobs jobs;
    @Autowired FlywayConnectionDetails owner;
    private County county = new County(UUID.randomUUID(), List.of());
    private String sender = "";
    private Caller officer = new Caller(0);
    private Caller other = new Caller(0);

    @BeforeEach
    void twoOfficersOfOneCounty() {
        county = village.county();
        sender = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(sender, Village.PASSWORD).stepUp();
        var second = village.account(Role.COUNTY_OFFICER, county.top(), null);
        other = new Caller(port).signIn(second, Village.PASSWORD).stepUp();
    }

    @AfterEach
    void itIsNowAgain() {
        clock.ahead(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void anOpenStreamOfEventsEndsWithTheRightOfWhoeverListens(End how) throws Exception {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("冯一"))));
        move(one, State.PREVIEWING); // and nobody works at it: it would be told of for ever
        var told = new LinkedBlockingQueue<String>();
        var stream = listen(one, told);
        assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("event:import");

        end(how);

        stream.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        clock.ahead(Duration.ZERO);
        move(one, State.PREVIEWED);
        assertThat(String.join("", told)).doesNotContain("\"state\":\"previewed\"");
    }

    /** The lines as they come; done when the server has closed the stream. */
    private CompletableFuture<Void> listen(JsonNode one, BlockingQueue<String> told) {
        var request = officer.request("/api/imports/" + id(one) + "/events").GET().build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(told::add));
    }

    private void end(End how) {
        var session = "where account = (select id from access.account where username = ?)";
        switch (how) {
            case SIGNED_OUT -> assertThat(officer.delete("/api/session").status()).isEqualTo(204);
            case SESSION_GONE -> update("delete from access.session " + session);
            case SESSION_NOT_OPEN ->
                    update("update access.session set state = 'second-factor' " + session);
            case ACCOUNT_CLOSED -> village.disable(sender);
            case GRANT_ENDED -> village.endGrants(sender);
            case TOO_LONG_IDLE -> clock.ahead(Duration.ofMinutes(31));
        }
    }

    private void update(String sql) {
        assertThat(jdbc.sql(sql).param(sender).update()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = End.class,
            names = {"ACCOUNT_CLOSED", "GRANT_ENDED"})
    void whatWasSentIsNotWrittenOnceTheRightHasEnded(End how) {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("陈二"))));
        end(how);

        goOn(one, State.COMMITTING);

        var rests = RosterTexts.rest(other, id(one));
        assertThat(rests.get("state").asString()).isEqualTo("previewed");
        assertThat(rests.at("/fault/code").asString()).isEqualTo("right-ended");
        assertThat(rests.at("/fault/message").asString()).contains("权限已经结束", "没有写入任何内容");
        assertThat(members()).isEqualTo(8);
    }

    @Test
    void whoeverSignedOutHasTheirWorkDone() {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("褚三"))));
        end(End.SIGNED_OUT);

        goOn(one, State.COMMITTING);

        assertThat(RosterTexts.rest(other, id(one)).get("state").asString()).isEqualTo("committed");
        assertThat(members()).isEqualTo(9);
    }

    @Test
    void aRightThatEndsWhileRowsAreWrittenLeavesNothingOfThem() throws Exception {
        var rows = List.of(RosterTexts.fresh("卫四"), RosterTexts.fresh("蒋五"));
        var one = preview(officer, "member", "名册.csv", csv(rows));
        try (var connection =
                        DriverManager.getConnection(
                                requireNonNull(owner.getJdbcUrl()),
                                owner.getUsername(),
                                owner.getPassword());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table member.profile in share mode");
            goOn(one, State.COMMITTING);
            waitUntilRowsAreWaitedFor();
            village.endGrants(sender);
            connection.rollback();
        }

        var rests = RosterTexts.rest(other, id(one));
        assertThat(rests.get("state").asString()).isEqualTo("previewed");
        assertThat(rests.at("/fault/code").asString()).isEqualTo("right-ended");
        assertThat(members()).isEqualTo(8);
        assertThat(other.get("/api/imports/" + id(one) + "/rows").json().get("items")).hasSize(2);
    }

    private void waitUntilRowsAreWaitedFor() {
        var waits =
                """
                select exists (select from pg_locks
                  where relation = 'member.profile'::regclass and not granted)
                """;
        for (var i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (jdbc.sql(waits).query(Boolean.class).single()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new IllegalStateException("nothing is written");
    }

    @Test
    void whatWasWrittenIsNotTakenBackOnceTheRightHasEnded() {
        var file = csv(List.of(RosterTexts.fresh("沈六")));
        var one = commit(officer, preview(officer, "member", "名册.csv", file));
        village.endGrants(sender);

        goOn(one, State.UNDOING);

        var rests = RosterTexts.rest(other, id(one));
        assertThat(rests.get("state").asString()).isEqualTo("committed");
        assertThat(rests.at("/fault/message").asString()).contains("权限已经结束", "没有撤销任何内容");
        assertThat(members()).isEqualTo(9);
    }

    @Test
    void aFileIsNotReadOnceTheRightOfItsSenderHasEnded() {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("韩七"))));
        village.endGrants(sender);

        goOn(one, State.PREVIEWING);

        var rests = RosterTexts.rest(other, id(one));
        assertThat(rests.get("state").asString()).isEqualTo("rejected");
        assertThat(rests.at("/fault/code").asString()).isEqualTo("right-ended");
    }

    private void goOn(JsonNode one, State state) {
        move(one, state);
        jobs.goOn(id(one));
    }

    private void move(JsonNode one, State state) {
        scopes.system(
                "test",
                scope -> {
                    imports.move(id(one), state, "accept", null, time.instant());
                    return scope;
                });
    }

    private int members() {
        return other.get("/api/members/count?organization=" + county.top())
                .json()
                .get("count")
                .asInt();
    }
}
