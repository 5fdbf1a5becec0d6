package org.sunmao.duty.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.duty.DutiesChanged;
import org.sunmao.duty.Occasions;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Rulebook;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Derives the duties of organizations from what the registers tell now, and writes what differs.
 * The same for one organization that was touched and, part by part, for all of them.
 */
@Component
class DutyDerivation {

    /** One derives at a time; two would open the same duty twice. */
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('sunmao.duty'))";

    private final JdbcClient jdbc;
    private final Declarations declarations;
    private final RegisterReading registers;
    private final ObjectProvider<Occasions> occasions;
    private final DutyStore store;
    private final Rulebook rulebook;
    private final WorkCalendar calendar;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    DutyDerivation(
            JdbcClient jdbc,
            Declarations declarations,
            RegisterReading registers,
            ObjectProvider<Occasions> occasions,
            DutyStore store,
            Rulebook rulebook,
            WorkCalendar calendar,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.declarations = declarations;
        this.registers = registers;
        this.occasions = occasions;
        this.store = store;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.json = json;
        this.events = events;
    }

    /** Within a transaction of the system, which sees everything. */
    void derive(Scope scope, Collection<UUID> organizations) {
        jdbc.sql(ONE_AT_A_TIME).query((_, _) -> true).single();
        var settling = new Settling(json, scope.day());
        settling.settle(store.lock(organizations), derived(scope, organizations));
        store.remove(settling.removed);
        store.change(settling.changed);
        store.add(settling.added);
        if (!settling.moved.isEmpty()) {
            events.publishEvent(new DutiesChanged(settling.moved));
        }
    }

    private List<Derived> derived(Scope scope, Collection<UUID> organizations) {
        var facts = registers.of(organizations, declarations.all());
        var deriving = new Deriving(rulebook, calendar, scope.day());
        var derived = new ArrayList<Derived>();
        for (var demand : declarations.all()) {
            if (demand.trigger() instanceof Trigger.Each(var named)) {
                occasions(scope, demand, named, facts, deriving, derived);
            } else {
                facts.values().forEach(one -> derived.addAll(deriving.of(demand, one)));
            }
        }
        return derived;
    }

    private void occasions(
            Scope scope,
            Demand demand,
            String named,
            Map<UUID, RegisterFacts> facts,
            Deriving deriving,
            List<Derived> derived) {
        Set<UUID> organizations = new HashSet<>(facts.keySet());
        occasions.stream()
                .filter(source -> source.name().equals(named))
                .forEach(
                        source ->
                                source.find(
                                        organizations,
                                        scope.day(),
                                        found ->
                                                deriving.of(
                                                                demand,
                                                                found,
                                                                facts.get(found.organization()))
                                                        .ifPresent(derived::add)));
    }
}
