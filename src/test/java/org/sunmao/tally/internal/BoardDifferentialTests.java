package org.sunmao.tally.internal;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Random histories of duties, days that cross and subtrees that move: at every step the counters
 * are what counting anew gives, and the boards of every organization, today and on another day,
 * what a naive reckoning says.
 */
@HouseTest
class BoardDifferentialTests {

    private static final int ORGANIZATIONS = 9;
    private static final int STEPS = Integer.getInteger("board.steps", 12);
    private static final long SEED = Long.getLong("board.seed", System.nanoTime());

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired Boards boards;
    @Autowired Recount recount;
    @Autowired ApplicationEventPublisher events;
    @Autowired Clock clock;

    private final Random random = new Random(SEED);

    @Test
    void incrementsAreWhatCountingAnewGivesAndBoardsWhatTheOracleSays() {
        var organizations = tree();
        var proof = new BoardProof(jdbc, boards, organizations);
        var history = new DutyHistory(jdbc, events, organizations, random, LocalDate.now(clock));
        var parents = List.copyOf(organizations.subList(0, 3));
        for (var step = 0; step < STEPS; step++) {
            var moves = step % 8 == 7;
            inSystem(
                    () -> {
                        proof.alone();
                        if (moves) {
                            history.moveSubtree(organizations.get(4 + random.nextInt(5)), parents);
                        } else {
                            history.step(proof.duties());
                        }
                    });
            inSystem(
                    () -> {
                        proof.alone();
                        proof.countersAreWhatCountingGives();
                        proof.boardsOfToday(history.today());
                        proof.boardsOf(history.today());
                        proof.boardsOf(history.today().plusDays(random.nextInt(500) - 400));
                    });
        }
    }

    @Test
    void whatWasCountedWrongIsMendedByCountingAnew() {
        var organizations = tree();
        var proof = new BoardProof(jdbc, boards, organizations);
        var history = new DutyHistory(jdbc, events, organizations, random, LocalDate.now(clock));
        inSystem(
                () -> {
                    proof.alone();
                    history.step(proof.duties());
                });
        inSystem(
                () -> {
                    var first = requireNonNull(organizations.getFirst());
                    jdbc.sql("delete from tally.standing where organization = any(:ids)")
                            .param("ids", organizations.toArray(UUID[]::new))
                            .update();
                    jdbc.sql("insert into tally.standing values (?, 'never', 'late', 'red', 7)")
                            .param(first)
                            .update();
                });
        recount.run();
        inSystem(
                () -> {
                    proof.alone();
                    proof.countersAreWhatCountingGives();
                });
    }

    private List<UUID> tree() {
        var organizations = new ArrayList<UUID>();
        organizations.add(village.organization(null, "中共计数县委员会", "committee"));
        for (var i = 1; i < ORGANIZATIONS; i++) {
            var parent = organizations.get(i < 4 ? 0 : random.nextInt(3));
            organizations.add(village.organization(parent, "中共第" + i + "委员会", "committee"));
        }
        return organizations;
    }

    private void inSystem(Runnable work) {
        scopes.system(
                "test",
                scope -> {
                    work.run();
                    return scope;
                });
    }
}
