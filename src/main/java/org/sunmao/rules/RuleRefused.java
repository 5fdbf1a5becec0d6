package org.sunmao.rules;

import java.util.List;

/** A rule forbids what was asked. Answered as an RFC 9457 problem by {@code org.sunmao.web}. */
public final class RuleRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient List<String> fields;

    /**
     * @param reason what is wrong and what to do, in Chinese, for the person who asked
     * @param fields the fields it is about, by their names outside the program
     */
    public RuleRefused(Rule rule, String reason, String... fields) {
        super(reason);
        this.rule = rule;
        this.fields = List.of(fields);
    }

    public Rule rule() {
        return rule;
    }

    public List<String> fields() {
        return fields;
    }
}
