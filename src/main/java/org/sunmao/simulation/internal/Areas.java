package org.sunmao.simulation.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sunmao.code.Division;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The divisions of one demonstration, parents before children, and those that people go to. */
final class Areas {

    private static final String SOURCE = "国家统计局，截至 2023-06-30（china-division 2.7.0）";

    private final List<Area> own;
    private final Map<String, Area> known = new TreeMap<>();

    private Areas(List<Area> own, List<Area> away) {
        this.own = own;
        away.forEach(area -> known.put(area.code(), area));
        own.forEach(area -> known.put(area.code(), area));
    }

    static Areas of(String root) {
        return new Areas(read(root), read("away"));
    }

    List<Area> counties() {
        return own.stream().filter(Area::isCounty).toList();
    }

    List<Area> below(Area parent) {
        return own.stream().filter(area -> parent.code().equals(area.parent())).toList();
    }

    Area get(String code) {
        return Plan.of(known, code);
    }

    /** The code of a province, a city or a county by its name. */
    Optional<String> named(String name) {
        return known.values().stream()
                .filter(area -> area.name().equals(name))
                .map(Area::code)
                .filter(code -> code.length() <= 6)
                .findFirst();
    }

    /** The one above; asked only of what lies below a province. */
    Area above(Area area) {
        return get(Objects.requireNonNull(area.parent()));
    }

    /** As module code keeps them, the widest first. */
    List<Division> divisions() {
        var divisions = new ArrayList<Division>();
        for (var length : new int[] {2, 4, 6, 9, 12}) {
            known.values().stream()
                    .filter(area -> area.code().length() == length)
                    .map(area -> new Division(area.code(), area.name(), area.parent(), SOURCE))
                    .forEach(divisions::add);
        }
        return divisions;
    }

    private static List<Area> read(String name) {
        var in = Areas.class.getResourceAsStream("/simulation/" + name + ".csv");
        try (var lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(cells -> new Area(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
