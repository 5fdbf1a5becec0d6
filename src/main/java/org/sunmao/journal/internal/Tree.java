package org.sunmao.journal.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree of RFC 6962, growing leaf by leaf. It keeps only the roots of its perfect subtrees,
 * the largest first: one for each bit of its size.
 */
final class Tree {

    static final int HASH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private long size;
    private final List<byte[]> peaks = new ArrayList<>();

    /** The tree of that size whose perfect subtrees have these roots, one after the other. */
    static Tree of(long size, byte[] peaks) {
        if (peaks.length != HASH * Long.bitCount(size)) {
            throw new IllegalArgumentException("not the peaks of a tree of size " + size);
        }
        var tree = new Tree();
        tree.size = size;
        for (var from = 0; from < peaks.length; from += HASH) {
            var peak = new byte[HASH];
            System.arraycopy(peaks, from, peak, 0, HASH);
            tree.peaks.add(peak);
        }
        return tree;
    }

    /** With a byte before it by which no leaf can pass for a node. */
    static byte[] leaf(byte[] content) {
        var sha = sha256();
        sha.update(LEAF);
        return sha.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        var sha = sha256();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    long size() {
        return size;
    }

    /** Each pair of subtrees of one size becomes one of twice the size. */
    void add(byte[] leaf) {
        var grown = leaf;
        for (var bits = size; (bits & 1) == 1; bits >>= 1) {
            grown = node(peaks.removeLast(), grown);
        }
        peaks.add(grown);
        size++;
    }

    byte[] root() {
        if (size == 0) {
            return sha256().digest();
        }
        var root = peaks.getLast();
        for (var i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    byte[] peaks() {
        var bytes = new byte[peaks.size() * HASH];
        for (var i = 0; i < peaks.size(); i++) {
            System.arraycopy(peaks.get(i), 0, bytes, i * HASH, HASH);
        }
        return bytes;
    }
}
