package org.sunmao.rules;

import java.util.List;

/** The cases of the book; each is run by a test. */
public interface CaseBook {

    List<Case> of(RuleId rule);
}
