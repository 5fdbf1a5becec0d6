package org.sunmao.organization.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Names that are nearly like another. One character that is wrong, lacking or too many is found
 * exactly; beyond that, names sharing rare pairs of characters come first. A city's names are asked
 * some hundred thousand times in the time of one file.
 */
final class NearestNames {

    private static final int CANDIDATES = 24;

    private record Scored(int name, float score) {}

    private record Near(int name, int distance) {}

    private final List<String> names;

    /** By what is left of a name without one of its characters, or of the whole. */
    private final Map<String, List<Integer>> shortened = new HashMap<>();

    private final Map<Integer, int[]> pairs = new HashMap<>();

    NearestNames(Set<String> names) {
        this.names = List.copyOf(names);
        var having = new HashMap<Integer, List<Integer>>();
        for (var i = 0; i < this.names.size(); i++) {
            var at = i;
            var name = this.names.get(i);
            shortened(name).forEach(s -> add(shortened, s, at));
            pairs(name).forEach(pair -> add(having, pair, at));
        }
        having.forEach(
                (pair, list) ->
                        pairs.put(pair, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The nearest first; fewer where nothing else is like it at all. */
    List<String> to(String text, int most) {
        var candidates = new LinkedHashSet<Integer>();
        for (var part : shortened(text)) {
            candidates.addAll(shortened.getOrDefault(part, List.of()));
        }
        candidates.addAll(sharing(text));
        return candidates.stream()
                .map(name -> new Near(name, distance(text, names.get(name))))
                .sorted(Comparator.comparingInt(Near::distance).thenComparingInt(Near::name))
                .limit(most)
                .map(near -> names.get(near.name()))
                .toList();
    }

    /** Those with the most pairs in common, a pair counting the more the fewer have it. */
    private List<Integer> sharing(String text) {
        var scores = new float[names.size()];
        for (var pair : pairs(text)) {
            var having = pairs.get(pair);
            if (having != null) {
                var weight = (float) Math.log(1.0 + (double) names.size() / having.length);
                for (var name : having) {
                    scores[name] += weight;
                }
            }
        }
        var best =
                new PriorityQueue<Scored>(
                        Comparator.comparingDouble(Scored::score)
                                .thenComparing(Scored::name, Comparator.reverseOrder()));
        for (var name = 0; name < scores.length; name++) {
            var full = best.size() == CANDIDATES;
            if (scores[name] > 0 && (!full || scores[name] > least(best))) {
                best.add(new Scored(name, scores[name]));
                if (full) {
                    best.remove();
                }
            }
        }
        return best.stream().map(Scored::name).toList();
    }

    private static float least(PriorityQueue<Scored> best) {
        return best.element().score();
    }

    private static List<String> shortened(String name) {
        var all = new ArrayList<String>();
        all.add(name);
        for (var i = 0; i < name.length(); i++) {
            all.add(name.substring(0, i) + name.substring(i + 1));
        }
        return all;
    }

    private static Set<Integer> pairs(String name) {
        var pairs = new LinkedHashSet<Integer>();
        for (var i = 0; i + 1 < name.length(); i++) {
            pairs.add((name.charAt(i) << 16) | name.charAt(i + 1));
        }
        return pairs;
    }

    private static <K> void add(Map<K, List<Integer>> lists, K key, int name) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(name);
    }

    /** How many characters are to be changed, taken away or put in. */
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var above = row[j];
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + same, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
