package org.sunmao.duty.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.sunmao.duty.Declared;
import org.sunmao.duty.Occasions;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declarations of the book. One that names what nobody can tell stops the start. */
@Component
class Declarations implements Declared, SmartInitializingSingleton {

    private final Map<String, Demand> byName = new LinkedHashMap<>();
    private final ObjectProvider<Occasions> occasions;

    Declarations(Rulebook rulebook, ObjectProvider<Occasions> occasions) {
        rulebook.entries().stream()
                .flatMap(rule -> rule.demands().stream())
                .forEach(demand -> byName.put(demand.name(), demand));
        this.occasions = occasions;
    }

    @Override
    public Optional<Demand> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<Demand> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public void afterSingletonsInstantiated() {
        var sources = occasions.stream().map(Occasions::name).collect(Collectors.toSet());
        var unknown = new ArrayList<String>();
        byName.values().forEach(demand -> unknown.addAll(unknown(demand, sources)));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("应办事项里写了没有人能提供的内容：" + String.join("；", unknown));
        }
    }

    private static List<String> unknown(Demand demand, Set<String> sources) {
        var named =
                switch (demand.trigger()) {
                    case Trigger.While(var all) -> unknown(all).toList();
                    case Trigger.Each(var each) ->
                            sources.contains(each) ? List.<String>of() : List.of(each);
                    case Trigger.Every every ->
                            Stream.concat(
                                            unknown(every.all()),
                                            Stream.of(every.needs())
                                                    .filter(one -> !RegisterFacts.tellsOf(one)))
                                    .toList();
                };
        return named.stream().map(one -> demand.name() + " 的 " + one).toList();
    }

    private static Stream<String> unknown(List<Comparison> all) {
        return all.stream()
                .map(Comparison::measure)
                .filter(one -> !RegisterFacts.MEASURES.contains(one));
    }
}
