package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.CodeEntry;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.register.Column;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads codes: a code itself, its label, another name the table knows for it, or what was
 * remembered of the text. Never anything else, and never a code for want of a better (COD-02).
 */
final class CodeReader {

    private static final int NEAREST = 3;
    private static final int MEMBERS = 8;

    private final Map<CodeTable, Names> tables = new EnumMap<>(CodeTable.class);

    /** What a table calls its codes. */
    private record Names(
            List<CodeEntry> entries, Map<String, CodeEntry> byCode, Map<String, CodeEntry> byName) {

        static Names of(List<CodeEntry> entries) {
            var byCode = new HashMap<String, CodeEntry>();
            var byName = new HashMap<String, CodeEntry>();
            for (var entry : entries) {
                byCode.put(entry.code().toUpperCase(Locale.ROOT), entry);
                byName.put(plain(entry.label()), entry);
            }
            for (var entry : entries) {
                entry.also().forEach(name -> byName.putIfAbsent(plain(name), entry));
            }
            return new Names(entries, byCode, byName);
        }
    }

    CodeReader(Codes codes) {
        for (var table : CodeTable.values()) {
            tables.put(table, Names.of(codes.entries(table)));
        }
    }

    String read(
            Column column,
            CodeTable table,
            String text,
            Function<String, @Nullable String> meaning) {
        var names = tables.get(table);
        if (names == null) {
            throw new IllegalStateException("no such table: " + table);
        }
        var said = plain(text);
        var known = Optional.ofNullable(names.byCode.get(said));
        var found =
                known.or(() -> Optional.ofNullable(names.byName.get(said)))
                        .or(() -> withZeros(names, said))
                        .or(() -> remembered(names, meaning.apply(text)));
        var entry = found.orElseThrow(() -> unknown(column, names, text, said));
        if (!entry.selectable()) {
            throw group(column, names, entry, text);
        }
        return entry.code();
    }

    private static Optional<CodeEntry> remembered(Names names, @Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(names.byCode.get(plain(code)));
    }

    /** Excel drops the zeros before a number: 1 was 01, where there is no 1. */
    private static Optional<CodeEntry> withZeros(Names names, String said) {
        if (said.isEmpty() || said.length() > 3 || !said.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var padded = names.byCode.get("0" + said);
        return Optional.ofNullable(padded == null ? names.byCode.get("00" + said) : padded);
    }

    private static String plain(String text) {
        return Widths.half(text).replaceAll("[\\s·]", "").toUpperCase(Locale.ROOT);
    }

    private static Found unknown(Column column, Names names, String text, String said) {
        var nearest =
                names.entries.stream()
                        .filter(CodeEntry::selectable)
                        .sorted(Comparator.comparingDouble(entry -> -likeness(entry, said)))
                        .limit(NEAREST)
                        .map(CodeEntry::label)
                        .collect(Collectors.joining("、"));
        return new Found(
                "unknown-code",
                "代码表里没有" + Found.quoted(column, text) + "。相近的有：" + nearest + "。请改填，或指定它对应哪一项");
    }

    private static double likeness(CodeEntry entry, String said) {
        return Stream.concat(Stream.of(entry.label()), entry.also().stream())
                .mapToDouble(name -> likeness(plain(name), said))
                .max()
                .orElse(0);
    }

    /** The share of characters that stand in both in the same order. */
    private static double likeness(String name, String said) {
        var lengths = new int[said.length() + 1];
        for (var i = 0; i < name.length(); i++) {
            var corner = 0;
            for (var j = 0; j < said.length(); j++) {
                var above = lengths[j + 1];
                lengths[j + 1] =
                        name.charAt(i) == said.charAt(j) ? corner + 1 : Math.max(above, lengths[j]);
                corner = above;
            }
        }
        return 2.0 * lengths[said.length()] / (name.length() + said.length());
    }

    private static Found group(Column column, Names names, CodeEntry group, String text) {
        var members =
                members(names.entries, group).stream()
                        .limit(MEMBERS)
                        .map(CodeEntry::label)
                        .collect(Collectors.joining("、"));
        return new Found("group-code", Found.quoted(column, text) + "是一个大类，请写明其中的哪一项：" + members);
    }

    /** Those that follow it up to the next group, else those whose codes begin with its own. */
    private static List<CodeEntry> members(List<CodeEntry> entries, CodeEntry group) {
        var following =
                entries.stream()
                        .skip(entries.indexOf(group) + 1L)
                        .takeWhile(CodeEntry::selectable)
                        .toList();
        return following.isEmpty()
                ? entries.stream()
                        .filter(each -> each.selectable() && each.code().startsWith(group.code()))
                        .toList()
                : following;
    }
}
