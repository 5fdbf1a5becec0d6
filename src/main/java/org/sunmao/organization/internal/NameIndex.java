package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationIndex;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The organizations of one scope by what they are called. Knows no clock and no database. */
final class NameIndex implements OrganizationIndex {

    private static final int NAMED = 3;
    private static final int REMEMBERED = 50_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern STEP = Pattern.compile("[/>]");

    /** One that is no more, with its last name. */
    record Gone(UUID id, Ended ended) {}

    private final Map<UUID, Known> byId = new LinkedHashMap<>();
    private final Map<String, List<Known>> byName;
    private final Map<UUID, Ended> gone = new HashMap<>();
    private final Map<String, Ended> goneByName = new HashMap<>();
    private final List<String> above;
    private final Map<String, Match> remembered = new HashMap<>();
    private @Nullable NearestNames nearest;

    /**
     * @param above the names of those above the scope, the nearest first: people write them, too
     */
    NameIndex(Collection<Known> organizations, Collection<Gone> gone, List<String> above) {
        organizations.forEach(one -> byId.put(one.id(), one));
        this.byName =
                organizations.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> normal(one.name()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        this.above = List.copyOf(above);
        for (var one : gone) {
            this.gone.put(one.id(), one.ended());
            goneByName.merge(
                    normal(one.ended().name()),
                    one.ended(),
                    (a, b) -> a.on().isAfter(b.on()) ? a : b);
        }
    }

    Collection<Known> all() {
        return byId.values();
    }

    /** Whoever has the name, wherever in the scope. */
    List<Known> named(String name) {
        return byName.getOrDefault(normal(name), List.of());
    }

    @Override
    public Optional<Known> known(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Match match(String text) {
        var known = remembered.get(text);
        if (known != null) {
            return known;
        }
        var found = find(text);
        if (remembered.size() < REMEMBERED) {
            remembered.put(text, found);
        }
        return found;
    }

    private Match find(String text) {
        var id = id(text);
        if (id.isPresent()) {
            return known(id.get())
                    .<Match>map(One::new)
                    .or(() -> Optional.ofNullable(gone.get(id.get())))
                    .orElseGet(() -> new None(List.of()));
        }
        var whole = normal(text);
        var line = line(whole);
        var name = line.isEmpty() ? whole : line.getLast();
        var found = called(text);
        if (!found.isEmpty()) {
            return found.size() == 1 ? new One(found.getFirst()) : several(found);
        }
        var ended = goneByName.get(whole);
        return ended == null ? new None(nearest(name)) : ended;
    }

    /** All that a text without an id may mean. */
    List<Known> called(String text) {
        var whole = normal(text);
        var found = byName.getOrDefault(whole, List.of());
        var line = line(whole);
        if (found.isEmpty() && line.size() > 1) {
            found = below(byName.getOrDefault(line.getLast(), List.of()), line);
        }
        var exact = found.stream().filter(one -> one.name().equals(text)).toList();
        return exact.size() == 1 ? exact : found;
    }

    /** Those with the name directly below one. */
    List<Known> called(Known parent, String name) {
        return named(name).stream().filter(one -> parent.id().equals(one.parent())).toList();
    }

    /** The tops of the scope, which have nothing above them in it. */
    boolean top(Known one) {
        return parent(one) == null;
    }

    /** The steps of a path as people write it; one step for a name alone. */
    static List<String> line(String normal) {
        return STEP.splitAsStream(normal).filter(step -> !step.isEmpty()).toList();
    }

    private List<Known> below(List<Known> named, List<String> line) {
        var superiors = line.subList(0, line.size() - 1).reversed();
        return named.stream().filter(one -> begins(superiors(one), superiors)).toList();
    }

    static boolean begins(List<String> line, List<String> with) {
        return line.size() >= with.size()
                && line.subList(0, with.size()).stream()
                        .map(NameIndex::normal)
                        .toList()
                        .equals(with);
    }

    /** The names of those above one, the nearest first. */
    List<String> superiors(Known one) {
        var line = new ArrayList<String>();
        for (var at = parent(one); at != null; at = parent(at)) {
            line.add(at.name());
        }
        line.addAll(above);
        return line;
    }

    private @Nullable Known parent(Known one) {
        var parent = one.parent();
        return parent == null ? null : byId.get(parent);
    }

    private Several several(List<Known> found) {
        return new Several(
                found.size(), found.stream().limit(NAMED).map(this::told).distinct().toList());
    }

    @Override
    public String told(Known organization) {
        var alike = named(organization.name());
        var line = superiors(organization);
        var told = organization.name();
        for (var steps = 1; steps <= line.size() && alike.size() > 1; steps++) {
            var superiors = line.subList(0, steps).stream().map(NameIndex::normal).toList();
            alike = alike.stream().filter(one -> begins(superiors(one), superiors)).toList();
            told = line.get(steps - 1) + "/" + told;
        }
        return told;
    }

    /** A name that is right and stands elsewhere is nearer than any that is like it. */
    private List<String> nearest(String name) {
        if (nearest == null) {
            nearest = new NearestNames(byName.keySet());
        }
        var same = byName.getOrDefault(name, List.of()).stream();
        var like = nearest.to(name, NAMED).stream().flatMap(n -> first(n).stream());
        return Stream.concat(same, like).distinct().limit(NAMED).map(this::told).toList();
    }

    private Optional<Known> first(String normal) {
        return byName.getOrDefault(normal, List.of()).stream().findFirst();
    }

    static Optional<UUID> id(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** As two who mean the same write it: full or half width, with or without spaces. */
    static String normal(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
