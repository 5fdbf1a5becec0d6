package org.sunmao.database;

import org.jspecify.annotations.Nullable;

/** The process must not start; told to people as a reason and a way out, without a stack trace. */
public class StartRefused extends RuntimeException {

    private final String wayOut;

    public StartRefused(String reason, String wayOut) {
        this(reason, wayOut, null);
    }

    public StartRefused(String reason, String wayOut, @Nullable Throwable cause) {
        super(reason, cause);
        this.wayOut = wayOut;
    }

    public String wayOut() {
        return wayOut;
    }
}
