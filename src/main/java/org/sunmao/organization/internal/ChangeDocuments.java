package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.organization.internal.ChangeProcess.Step;
import org.sunmao.organization.internal.ChangeView.DocumentView;

import java.util.ArrayList;
import java.util.List;

/** Which papers a change has (process ORG), and which of them are final. */
@Component
class ChangeDocuments {

    private final ChangePaperStore store;

    ChangeDocuments(ChangePaperStore store) {
        this.store = store;
    }

    List<DocumentView> of(ChangeRecord change, List<ChangeStep> steps) {
        var settled = store.settled(change.id());
        var passed = change.passed();
        var direct = passed.request() == null && passed.decision() != null;
        return kinds(steps).stream()
                .filter(kind -> !(direct && kind == Kind.REQUEST))
                .map(
                        kind ->
                                new DocumentView(
                                        kind.code(),
                                        kind == Kind.DECISION && direct ? "决定" : kind.title(),
                                        settled.get(kind.code()),
                                        !settled.containsKey(kind.code())))
                .toList();
    }

    /** The papers such a change has. */
    static List<Kind> kinds(List<ChangeStep> steps) {
        var kinds = new ArrayList<Kind>(List.of(Kind.REQUEST, Kind.DECISION));
        if (steps.stream().anyMatch(ChangeDocuments::movesMembers)) {
            kinds.add(Kind.TRANSFER_LIST);
        }
        if (steps.stream().anyMatch(step -> !step.ended().isEmpty())) {
            kinds.add(Kind.HANDOVER);
        }
        kinds.add(Kind.FILING);
        return kinds;
    }

    /** A paper of a change, and the step with which it becomes final. */
    enum Kind {
        REQUEST("request", "请示", "change-request", Step.REQUEST),
        DECISION("decision", "批复", "change-decision", Step.DECIDE),
        TRANSFER_LIST("transfer-list", "党员组织关系接转名单", "transfer-list", Step.APPLY),
        HANDOVER("handover", "档案移交清单", "handover", Step.APPLY),
        FILING("filing", "备案报告", "filing", Step.FILE);

        private final String code;
        private final String title;
        private final String template;
        private final Step step;

        Kind(String code, String title, String template, Step step) {
            this.code = code;
            this.title = title;
            this.template = template;
            this.step = step;
        }

        /** The name outside the program; never renamed. */
        String code() {
            return code;
        }

        String title() {
            return title;
        }

        String template() {
            return "organization/" + template;
        }

        boolean settledBy(Step taken) {
            return step == taken;
        }
    }

    private static boolean movesMembers(ChangeStep step) {
        return step instanceof ChangeStep.Split || !step.ended().isEmpty();
    }
}
