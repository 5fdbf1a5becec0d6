package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.organization.internal.ChangeView.DocumentView;

import java.util.ArrayList;
import java.util.List;

/** Which papers a change has (process ORG), and which of them are final. */
@Component
class ChangeDocuments {

    List<DocumentView> of(ChangeRecord change, List<ChangeStep> steps) {
        var passed = change.passed();
        var papers = new ArrayList<DocumentView>();
        papers.add(paper("request", "请示", passed.request() != null));
        papers.add(paper("decision", "批复", passed.decision() != null));
        if (steps.stream().anyMatch(ChangeDocuments::movesMembers)) {
            papers.add(paper("transfer-list", "党员转移名册", passed.application() != null));
        }
        if (steps.stream().anyMatch(step -> !step.ended().isEmpty())) {
            papers.add(paper("handover", "档案移交清单", passed.application() != null));
        }
        papers.add(paper("filing", "备案报告", passed.filing() != null));
        return papers;
    }

    private static boolean movesMembers(ChangeStep step) {
        return step instanceof ChangeStep.Split || !step.ended().isEmpty();
    }

    private static DocumentView paper(String kind, String title, boolean last) {
        return new DocumentView(kind, title, null, !last);
    }
}
