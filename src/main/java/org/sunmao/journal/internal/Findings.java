package org.sunmao.journal.internal;

import org.sunmao.journal.internal.Finding.Kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts every finding and keeps the first ones, so that a ruined journal does not fill memory. */
final class Findings {

    static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<String> notices = new ArrayList<>();

    void add(Finding finding) {
        counts.merge(finding.kind(), 1L, Long::sum);
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    /** What is worth knowing, and no fault. */
    void notice(String text) {
        notices.add(text);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Finding> kept() {
        return Collections.unmodifiableList(kept);
    }

    Map<Kind, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    List<String> notices() {
        return Collections.unmodifiableList(notices);
    }
}
