package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words with what they are, and how a text is made of them. Knows no file and no database. */
final class Lexicon {

    /** What a word does in a label; the first named wins where one word is several. */
    enum Sort {
        /** Held wherever it is asked for. */
        FACT,
        /** Whom it is about. */
        SUBJECT,
        /** What is told of a subject. */
        MEASURE,
        QUALIFIER,
        FILLER
    }

    /**
     * One word.
     *
     * @param place where what it says is found
     * @param counted of a subject: where how many there are is found; of others the same
     * @param counts whether it asks how many
     */
    record Word(String text, Sort sort, String place, String counted, boolean counts) {}

    private static final int LONGEST = 24;

    private final Map<String, Word> words = new HashMap<>();

    void add(Word word) {
        var text = plain(word.text());
        words.merge(
                text, word, (one, other) -> one.sort().compareTo(other.sort()) <= 0 ? one : other);
    }

    /** A text without what only its typing adds: width, case, spaces, marks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The fewest words that make up the whole text; empty where something is left over. */
    List<Word> cover(String text) {
        var plain = plain(text);
        var best = new ArrayList<@Nullable List<Word>>();
        best.add(List.of());
        for (var end = 1; end <= plain.length(); end++) {
            best.add(upTo(plain, end, best));
        }
        var whole = best.getLast();
        return whole == null ? List.of() : whole;
    }

    private @Nullable List<Word> upTo(String plain, int end, List<@Nullable List<Word>> best) {
        @Nullable List<Word> shortest = null;
        for (var start = Math.max(0, end - LONGEST); start < end; start++) {
            var before = best.get(start);
            var word = word(plain.substring(start, end));
            if (before == null || word == null) {
                continue;
            }
            if (shortest == null || before.size() + 1 < shortest.size()) {
                shortest = new ArrayList<>(before);
                shortest.add(word);
            }
        }
        return shortest;
    }

    private @Nullable Word word(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return new Word(text, Sort.FILLER, "", "", false);
        }
        return words.get(text);
    }
}
