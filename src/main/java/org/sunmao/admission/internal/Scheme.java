package org.sunmao.admission.internal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a locality counts and groups the steps; what may be done when is the same in each.
 *
 * @param steps how many there are
 * @param name as 二十五步
 */
record Scheme(int steps, String name, List<Counted> counted) {

    /**
     * A step as counted there.
     *
     * @param number from 1
     * @param codes the steps it is made of, or the one it is a part of
     */
    record Counted(int number, String title, String gate, List<String> codes) {}

    private static final int OFFICIAL = 25;

    /** Whether it is that of the official chart. */
    boolean official() {
        return steps == OFFICIAL;
    }

    /** Where a step stands, as 3 or, where it is counted in parts, 3–4; empty beside the count. */
    String number(String code) {
        var at = counted.stream().filter(one -> one.codes().contains(code)).toList();
        if (at.size() < 2) {
            return at.isEmpty() ? "" : "" + at.getFirst().number();
        }
        var first = at.getFirst().number();
        var last = at.getLast().number();
        return last - first + 1 == at.size()
                ? first + "–" + last
                : at.stream().map(one -> "" + one.number()).collect(Collectors.joining("、"));
    }

    /** The gate a step is grouped under; that of the catalogue where it is not counted. */
    String gate(Catalogue.Entry entry) {
        return counted.stream()
                .filter(one -> one.codes().contains(entry.code()))
                .map(Counted::gate)
                .findFirst()
                .orElse(entry.gate());
    }
}
