package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.duty.DutiesChanged;
import org.sunmao.duty.DutiesChanged.Moved;
import org.sunmao.duty.Standing;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Boards that are open see what changes, for as long as whoever opened them may. */
@HouseTest
class BoardEventsTests {

    private static final String NAME = "of-this-test";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired BoardHub hub;
    @Autowired ApplicationEventPublisher events;
    private County county = new County(UUID.randomUUID(), List.of());

    @BeforeEach
    void aCounty() {
        county = village.county();
    }

    @Test
    void everyBoardAboveSeesWhatChangesAndTheOthersDoNot() throws Exception {
        var east = county.townships().getFirst();
        var west = county.townships().getLast();
        try (var top = open(Role.COUNTY_OFFICER, county.top(), county.top());
                var same = open(Role.SUPERVISOR, county.top(), county.top());
                var township = open(Role.TOWNSHIP_OFFICER, east.top(), east.top());
                var lens = open(Role.COUNTY_OFFICER, county.top(), east.top());
                var other = open(Role.TOWNSHIP_OFFICER, west.top(), west.top())) {
            for (var board : List.of(top, same, township, lens, other)) {
                board.next(); // the first comes at once
            }
            late(east.branches().getFirst().id(), 3);
            for (var board : List.of(top, same, township, lens)) {
                assertThat(board.until(late(3)).get("today").asBoolean()).isTrue();
            }
            late(west.branches().getFirst().id(), 2);
            assertThat(other.until(late(2)).get("organization").get("id").asString())
                    .isEqualTo(west.top().toString());
            top.until(late(5));
        }
    }

    @Test
    void anOpenBoardIsClosedWhenTheRightEnds() throws Exception {
        var username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        var caller = new Caller(port).signIn(username, Village.PASSWORD);
        try (var board = new OpenBoard(caller, county.top())) {
            board.next();
            village.endGrants(username);
            board.ends();
        }
    }

    @Test
    void anOpenBoardIsClosedWhenItsOrganizationHasLeftTheScope() throws Exception {
        var township = county.townships().getFirst();
        var branch = township.branches().getFirst().id();
        try (var board = open(Role.TOWNSHIP_OFFICER, township.top(), branch)) {
            board.next();
            scopes.system(
                    "test",
                    scope ->
                            jdbc.sql(
                                            """
                                            update organization.place p set parent = o.id,
                                              path = o.path || '999999/'
                                            from organization.place o
                                            where p.id = ? and o.id = ?
                                            """)
                                    .param(branch)
                                    .param(county.townships().getLast().top())
                                    .update());
            hub.hear(Notice.read("tree " + branch));
            board.ends();
        }
    }

    @Test
    void nobodyOpensMoreThanTwenty() throws Exception {
        var username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        var caller = new Caller(port).signIn(username, Village.PASSWORD);
        try (var first = new OpenBoard(caller, county.top())) {
            first.next();
            for (var i = 0; i < 20; i++) {
                new OpenBoard(caller, county.top()).next();
            }
            first.ends();
        }
    }

    @Test
    void whatOneMayNotSeeIsRefusedBeforeAnythingIsSent() {
        var township = county.townships().getFirst();
        var foreign = village.county();
        var officer = signedIn(Role.TOWNSHIP_OFFICER, township.top());
        for (var path : List.of("/api/board", "/api/board/events")) {
            for (var hidden : List.of(county.top(), foreign.top(), UUID.randomUUID())) {
                var answer = officer.get(path + "?organization=" + hidden);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            }
            var member = township.branches().getFirst().members().getFirst();
            var username =
                    village.account(Role.MEMBER, township.branches().getFirst().id(), member);
            var caller = new Caller(port).signIn(username, Village.PASSWORD);
            assertThat(caller.get(path).status()).isEqualTo(403);
            assertThat(new Caller(port).get(path).status()).isEqualTo(401);
        }
    }

    @Test
    void whoOpensABoardWhileItChangesIsToldWhatComesAfter() throws Exception {
        var branch = county.townships().getFirst().branches().getFirst().id();
        var caller = signedIn(Role.COUNTY_OFFICER, county.top());
        var more = new AtomicBoolean(true);
        var changes =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (more.get()) {
                                        late(branch, 1);
                                    }
                                });
        try (var first = new OpenBoard(caller, county.top())) {
            first.next();
            for (var i = 0; i < 15; i++) {
                try (var board = new OpenBoard(caller, county.top())) {
                    board.next();
                    board.next();
                }
            }
        } finally {
            more.set(false);
            changes.join();
        }
    }

    private Caller signedIn(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }

    private OpenBoard open(Role role, UUID top, UUID organization) {
        return new OpenBoard(signedIn(role, top), organization);
    }

    /** Of this test's own duties: the house derives others meanwhile. */
    private static Predicate<JsonNode> late(int count) {
        return board ->
                board.get("rules")
                        .valueStream()
                        .anyMatch(
                                rule ->
                                        rule.get("name").asString().equals(NAME)
                                                && rule.get("late").asInt() == count);
    }

    /** As if so many duties were late now: the counters alone, which is what a board adds up. */
    private void late(UUID organization, int count) {
        var late = new Standing(State.LATE, Light.GREEN);
        scopes.system(
                "test",
                scope -> {
                    for (var i = 0; i < count; i++) {
                        var id = UUID.randomUUID();
                        var moved = new Moved(id, organization, NAME, null, late);
                        events.publishEvent(new DutiesChanged(List.of(moved)));
                    }
                    return scope;
                });
    }
}
