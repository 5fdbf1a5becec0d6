package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.Codes;
import org.sunmao.code.Place;
import org.sunmao.register.Column;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads divisions: a code, a name that is borne by one alone, or names from above down to it. The
 * rows of a roster name few places many times, so that what was found is kept for a while.
 */
final class DivisionReader {

    private static final Pattern CODE = Pattern.compile("\\d{2,12}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s/\\\\>\\-—,，、·]");
    private static final Pattern EMPTY_LEVELS = Pattern.compile("(00|000)$");
    private static final int LONGEST = 60;
    private static final int SHOWN = 3;
    private static final int MOST_KEPT = 20_000;
    private static final int SECONDS_KEPT = 60;

    /** Endings that mean the same. */
    private static final List<List<String>> ALIKE =
            List.of(
                    List.of("村民委员会", "村委会", "村"),
                    List.of("社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区"));

    /** What people leave away at the end of the names of wider divisions. */
    private static final List<String> ENDINGS =
            List.of(
                    "省", "市", "县", "区", "镇", "乡", "街道", "街道办事处", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区",
                    "特别行政区");

    /** What a text was found to be: one code, or several places, or none. */
    private record Answer(@Nullable String code, List<Place> several) {}

    private final Codes codes;
    private final Clock clock;
    private final Map<String, Answer> kept = new ConcurrentHashMap<>();
    private volatile Instant keptSince = Instant.EPOCH;

    DivisionReader(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    String read(Column column, String text, Function<String, @Nullable String> meaning) {
        var said = BETWEEN.matcher(Widths.half(text)).replaceAll("");
        var answer = answer(said);
        if (answer.code != null) {
            return answer.code;
        }
        var remembered = meaning.apply(text);
        if (remembered != null) {
            return remembered;
        }
        throw answer.several.isEmpty()
                ? unknown(column, text)
                : ambiguous(column, text, answer.several);
    }

    private static Found unknown(Column column, String text) {
        return new Found(
                "unknown-division", "没有" + Found.quoted(column, text) + "这个行政区划。请写区划代码，或从省到村写全名称");
    }

    private static Found ambiguous(Column column, String text, List<Place> several) {
        var paths = several.stream().limit(SHOWN).map(Place::path).collect(Collectors.joining("、"));
        var count = several.size() > SHOWN ? "等 " + several.size() + " 处" : "";
        return new Found(
                "ambiguous-division",
                Found.quoted(column, text) + "不止一处：" + paths + count + "。请把上级写上，或写区划代码");
    }

    private Answer answer(String said) {
        var now = clock.instant();
        if (keptSince.plusSeconds(SECONDS_KEPT).isBefore(now) || kept.size() > MOST_KEPT) {
            kept.clear();
            keptSince = now;
        }
        return kept.computeIfAbsent(said, this::find);
    }

    private Answer find(String said) {
        if (CODE.matcher(said).matches()) {
            return new Answer(ofCode(said), List.of());
        }
        if (said.isEmpty() || said.length() > LONGEST) {
            return new Answer(null, List.of());
        }
        var places = codes.placesCalled(candidates(said));
        var fitting = places.stream().filter(place -> fits(place, said)).toList();
        var exact = fitting.stream().filter(place -> said.endsWith(place.name())).toList();
        var best = exact.isEmpty() ? fitting : exact;
        return best.size() == 1
                ? new Answer(best.getFirst().code(), List.of())
                : new Answer(null, best);
    }

    /** Zeros at the end stand for levels that are not said. */
    private @Nullable String ofCode(String said) {
        var code = said;
        while (codes.division(code).isEmpty()) {
            var shorter = EMPTY_LEVELS.matcher(code);
            if (code.length() <= 2 || !shorter.find()) {
                return null;
            }
            var cut = code.length() > 6 ? 3 : 2;
            if (!code.endsWith("0".repeat(cut))) {
                return null;
            }
            code = code.substring(0, code.length() - cut);
        }
        return code;
    }

    /** Every name the text may end with, and every name it may end with for short. */
    private static Set<String> candidates(String said) {
        var names = new LinkedHashSet<String>();
        for (var from = 0; from < said.length() - 1; from++) {
            names.addAll(variants(said.substring(from)));
        }
        return names;
    }

    private static List<String> variants(String name) {
        var variants = new ArrayList<String>();
        variants.add(name);
        for (var alike : ALIKE) {
            var ending = alike.stream().filter(name::endsWith).findFirst();
            ending.ifPresent(
                    found -> {
                        var stem = name.substring(0, name.length() - found.length());
                        alike.forEach(other -> variants.add(stem + other));
                    });
        }
        ENDINGS.forEach(ending -> variants.add(name + ending));
        return variants;
    }

    /** Whether the text says this place and those above it, some of them left out. */
    private static boolean fits(Place place, String said) {
        return shorts(place.name()).stream()
                .filter(said::endsWith)
                .anyMatch(
                        name ->
                                above(
                                        said.substring(0, said.length() - name.length()),
                                        place.above(),
                                        0));
    }

    private static boolean above(String rest, List<String> above, int from) {
        if (rest.isEmpty()) {
            return true;
        }
        for (var i = from; i < above.size(); i++) {
            for (var name : shorts(above.get(i))) {
                if (rest.endsWith(name)
                        && above(rest.substring(0, rest.length() - name.length()), above, i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The names by which a place is called: whole, alike, or without its ending. */
    private static List<String> shorts(String name) {
        var names = new LinkedHashSet<String>();
        names.add(name);
        for (var alike : ALIKE) {
            alike.stream()
                    .filter(name::endsWith)
                    .findFirst()
                    .ifPresent(
                            ending -> {
                                var stem = name.substring(0, name.length() - ending.length());
                                alike.forEach(other -> names.add(stem + other));
                            });
        }
        ENDINGS.stream()
                .filter(ending -> name.endsWith(ending) && name.length() - ending.length() >= 2)
                .forEach(ending -> names.add(name.substring(0, name.length() - ending.length())));
        return names.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }
}
