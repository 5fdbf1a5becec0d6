package org.sunmao.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that the cells of a workbook point to. They are kept packed: as objects, those of half
 * a million rows would take several times the space.
 */
final class SharedStrings {

    private static final int PIECE = 1 << 20;
    private static final int MOST = 600 << 20;

    private final List<byte[]> pieces = new ArrayList<>();
    private int[] ends = new int[1024];
    private int count;
    private int length;

    static SharedStrings read(PartReader part) {
        var strings = new SharedStrings();
        while (part.next()) {
            if (part.begins("si")) {
                strings.add(part.runs());
            }
        }
        return strings;
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (length > MOST - bytes.length) {
            throw Refusals.bomb();
        }
        for (var from = 0; from < bytes.length; ) {
            if (length % PIECE == 0) {
                pieces.add(new byte[PIECE]);
            }
            var fits = Math.min(bytes.length - from, PIECE - length % PIECE);
            System.arraycopy(bytes, from, pieces.getLast(), length % PIECE, fits);
            from += fits;
            length += fits;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + (count >> 1));
        }
        ends[count++] = length;
    }

    String at(int index) {
        if (index < 0 || index >= count) {
            throw Refusals.corrupt();
        }
        var from = index == 0 ? 0 : ends[index - 1];
        var size = ends[index] - from;
        if (size == 0) {
            return "";
        }
        var start = from % PIECE;
        if (start + size <= PIECE) {
            return new String(pieces.get(from / PIECE), start, size, StandardCharsets.UTF_8);
        }
        var bytes = new byte[size];
        for (var done = 0; done < size; ) {
            var at = from + done;
            var fits = Math.min(size - done, PIECE - at % PIECE);
            System.arraycopy(pieces.get(at / PIECE), at % PIECE, bytes, done, fits);
            done += fits;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
