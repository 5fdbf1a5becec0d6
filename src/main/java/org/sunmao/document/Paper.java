package org.sunmao.document;

import org.jspecify.annotations.Nullable;

/** What every paper says of itself, whatever its template. */
public interface Paper {

    /** By what the paper is found again; stands at the foot of every page. */
    String id();

    /** The entry of the journal that proves it, if one does already. */
    @Nullable String reference();

    /** Who printed it and when, at the foot of every page; null on papers that are frozen. */
    default @Nullable String told() {
        return null;
    }

    /** Whether it is not yet valid: then 草稿 lies across every page. */
    boolean draft();
}
