package org.sunmao.access;

/**
 * A range of paths: an organization and all below it.
 *
 * @param lo the path of its top
 * @param hi the first path behind it
 */
public record Subtree(String lo, String hi) {

    /** No path lies in it. */
    public static final Subtree NONE = new Subtree("", "");

    /** Every path lies in it: they all begin with a slash, and '0' follows the slash. */
    public static final Subtree ALL = new Subtree("/", "0");

    public static Subtree below(String path) {
        return new Subtree(path, path.substring(0, path.length() - 1) + "0");
    }

    /** One organization without what lies below it: '!' comes before every digit. */
    public static Subtree only(String path) {
        return new Subtree(path, path + "!");
    }

    public boolean contains(String path) {
        return path.compareTo(lo) >= 0 && path.compareTo(hi) < 0;
    }
}
