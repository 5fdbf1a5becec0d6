package org.sunmao.web;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Somebody else was quicker; answered as 409 with both values, so that a person can choose. */
public final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A field of which the value sent is not the value that stands, both as texts to be shown.
     *
     * @param field its name outside the program
     */
    public record Conflict(
            String field, String label, @Nullable String yours, @Nullable String theirs) {}

    /**
     * What stands, and who made it so.
     *
     * @param version the version that stands
     * @param current the whole view as it stands
     */
    public record Standing(
            int version,
            Object current,
            List<Conflict> conflicts,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    private final transient Standing standing;

    public Stale(Standing standing) {
        super("您打开之后，别人改过这条记录。您填的内容没有丢，请选择每一项以谁的为准，再保存");
        this.standing = standing;
    }

    /**
     * Done by somebody else meanwhile, or over: there are no values to choose between.
     *
     * @param message what happened, and what to do
     * @param current the whole view as it stands
     */
    public Stale(String message, Object current) {
        super(message);
        this.standing = new Standing(0, current, List.of(), null, null);
    }

    public Standing standing() {
        return standing;
    }
}
