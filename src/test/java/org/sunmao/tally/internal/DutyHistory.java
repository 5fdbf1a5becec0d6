package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.duty.DutiesChanged;
import org.sunmao.duty.DutiesChanged.Moved;
import org.sunmao.duty.Standing;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;
import org.sunmao.tally.internal.BoardOracle.Duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Random things happen to duties: they open, are met, late, contested, waived, void or gone, and
 * days pass; told as the module of duties tells it.
 */
final class DutyHistory {

    private static final List<String> NAMES =
            List.of("branch-too-small", "secretary-vacant", "term-ends", "leader-missing", "other");

    private static final String ADD =
            """
            insert into duty.duty (id, name, rule, rule_since, organization, subject_kind, subject,
              opens, due, state, light)
            values (:id, :name, 'R-BR-01', :day, :organization, 'case', :id, :opens, :due,
              'open', 'green')
            """;
    private static final String SET =
            """
            update duty.duty set yellow_from = coalesce(:yellow, 'infinity'::date),
              red_from = coalesce(:red, 'infinity'::date),
              ended_on = coalesce(:ended, 'infinity'::date), explained_on = :explained,
              contested_on = :contested,
              contest_until = case when :contested::date is not null
                then coalesce(:contestUntil, 'infinity'::date) end,
              waived_on = :waived, waived_until = :waivedUntil,
              void_on = coalesce(:void, 'infinity'::date),
              void_reason = case when :void::date is not null then 'decided' end
            where id = :id
            """;
    private static final String STAND =
            "update duty.duty set state = :state, light = :light where id = :id";

    /** As the change of an organization would, on the day itself. */
    private static final String MOVE =
            """
            with top as (
              select path from organization.place where id = :id and valid_to = 'infinity'),
            target as (
              select path || regexp_replace((select path from top), '^.*/([0-9]+/)$', '\\1')
                as path
              from organization.place where id = :parent and valid_to = 'infinity'),
            moved as (
              select p.id, case when p.id = :id then :parent else p.parent end as parent,
                (select path from target) || substr(p.path, length((select path from top)) + 1)
                  as path
              from organization.place p
              where p.valid_to = 'infinity' and p.path like (select path from top) || '%')
            update organization.place p set path = m.path, parent = m.parent
            from moved m where p.id = m.id and p.valid_to = 'infinity'
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final List<UUID> organizations;
    private final Random random;
    private LocalDate today;

    DutyHistory(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            List<UUID> organizations,
            Random random,
            LocalDate today) {
        this.jdbc = jdbc;
        this.events = events;
        this.organizations = organizations;
        this.random = random;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** Several things at once, in two events of one transaction. */
    void step(List<Duty> standing) {
        var moved = new ArrayList<Moved>();
        for (var i = 0; i < 5; i++) {
            moved.add(open());
        }
        for (var duty : standing) {
            if (random.nextInt(4) == 0) {
                moved.add(random.nextInt(6) == 0 ? gone(duty) : otherwise(duty));
            }
        }
        events.publishEvent(new DutiesChanged(moved));
        if (random.nextInt(3) == 0) {
            cross();
        }
    }

    void moveSubtree(UUID organization, List<UUID> parents) {
        jdbc.sql(MOVE)
                .param("id", organization)
                .param("parent", parents.get(random.nextInt(parents.size())))
                .update();
    }

    private Moved open() {
        var id = UUID.randomUUID();
        var opens = today.plusDays(random.nextInt(300) - 280);
        var duty =
                new Duty(
                        id,
                        organizations.get(random.nextInt(organizations.size())),
                        NAMES.get(random.nextInt(NAMES.size())),
                        opens,
                        opens.plusDays(random.nextInt(90)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        jdbc.sql(ADD)
                .param("id", id)
                .param("name", duty.name())
                .param("organization", duty.organization())
                .param("day", opens)
                .param("opens", opens)
                .param("due", duty.due())
                .update();
        return told(duty, null, set(duty));
    }

    /** Other days are known of it now: also such as lie behind. */
    private Moved otherwise(Duty duty) {
        return told(duty, standing(duty.id()), set(duty));
    }

    private Moved gone(Duty duty) {
        var before = standing(duty.id());
        jdbc.sql("delete from duty.duty where id = ?").param(duty.id()).update();
        return told(duty, before, null);
    }

    private static Moved told(Duty duty, @Nullable Standing before, @Nullable Standing after) {
        return new Moved(duty.id(), duty.organization(), duty.name(), before, after);
    }

    private Standing set(Duty duty) {
        var contested = maybe(duty.opens(), 6);
        var waived = maybe(duty.opens(), 6);
        jdbc.sql(SET)
                .param("id", duty.id())
                .param("yellow", maybe(duty.opens(), 2))
                .param("red", maybe(duty.opens(), 3))
                .param("ended", maybe(duty.opens(), 3))
                .param("explained", maybe(duty.opens(), 5))
                .param("contested", contested)
                .param("contestUntil", contested == null ? null : maybe(contested, 2))
                .param("waived", waived)
                .param("waivedUntil", waived == null ? null : waived.plusDays(random.nextInt(60)))
                .param("void", maybe(duty.opens(), 8))
                .update();
        var id = duty.id();
        return stand(all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow());
    }

    private @Nullable LocalDate maybe(LocalDate from, int oneOf) {
        return random.nextInt(oneOf) == 0 ? from.plusDays(random.nextInt(200)) : null;
    }

    /** A day begins, and what it moves is moved. */
    private void cross() {
        today = today.plusDays(1 + random.nextInt(20));
        var moved = new ArrayList<Moved>();
        for (var duty : all()) {
            var before = standing(duty.id());
            var after = stand(duty);
            if (!before.equals(after)) {
                moved.add(told(duty, before, after));
            }
        }
        events.publishEvent(new DutiesChanged(moved));
    }

    private List<Duty> all() {
        return BoardProof.duties(jdbc, organizations.toArray(UUID[]::new));
    }

    private Standing standing(UUID id) {
        return jdbc.sql("select state, light from duty.duty where id = ?")
                .param(id)
                .query(
                        (row, _) ->
                                new Standing(
                                        State.of(row.getString("state")),
                                        Light.of(row.getString("light"))))
                .single();
    }

    private Standing stand(Duty duty) {
        jdbc.sql(STAND)
                .param("id", duty.id())
                .param("state", duty.state(today))
                .param("light", duty.light(today))
                .update();
        return new Standing(State.of(duty.state(today)), Light.of(duty.light(today)));
    }
}
