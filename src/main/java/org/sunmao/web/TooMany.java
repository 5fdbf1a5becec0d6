package org.sunmao.web;

import org.sunmao.rules.Rule;

import java.time.Duration;

/** Asked too often; answered as 429 with the time after which it may be asked again. */
public final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final Duration wait;

    public TooMany(Rule rule, Duration wait, String reason) {
        super(reason);
        this.rule = rule;
        this.wait = wait;
    }

    public Rule rule() {
        return rule;
    }

    public Duration waitFor() {
        return wait;
    }
}
