package org.sunmao.rules;

/** A rule forbids what was asked. Answered as an RFC 9457 problem by {@code org.sunmao.web}. */
public final class RuleRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;

    /**
     * @param reason what is wrong and what to do, in Chinese, for the person who asked
     */
    public RuleRefused(Rule rule, String reason) {
        super(reason);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
