package org.sunmao.rules.internal;

import org.springframework.stereotype.Component;
import org.sunmao.rules.Case;
import org.sunmao.rules.CaseBook;
import org.sunmao.rules.RuleId;

import java.io.IOException;
import java.util.List;

/** Reads {@code rules/cases/*.yaml} once, at the start; a broken file stops the start. */
@Component
class YamlCases implements CaseBook {

    private final List<Case> cases;

    YamlCases() throws IOException {
        this.cases = BookFiles.cases();
    }

    @Override
    public List<Case> of(RuleId rule) {
        return cases.stream().filter(one -> one.rule().equals(rule)).toList();
    }
}
