package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whoever re-organizes does so alone: the tree is locked against entering and other changes, then
 * every organization that is touched, in the order of ids. Of two, the second sees what the first
 * has done.
 */
@Component
class ChangeLocks {

    private final ChangeWriter writer;
    private final ChangeSurvey survey;

    ChangeLocks(ChangeWriter writer, ChangeSurvey survey) {
        this.writer = writer;
        this.survey = survey;
    }

    void lock(List<ChangeStep> steps, LocalDate on, LocalDate today) {
        writer.lockTree();
        var facts = survey.facts(steps, on, today);
        var touched = new TreeSet<UUID>(ChangeCases.concerned(steps, facts));
        for (var step : steps) {
            for (var ended : step.ended()) {
                var known = facts.organizations().get(ended);
                if (known != null) {
                    touched.addAll(known.children());
                }
            }
        }
        writer.lock(touched);
    }
}
