package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.util.UUID;

/** Proposed local figures, and what becomes of them. */
@RestController
@RequestMapping("/api/figures")
class FigureController {

    /**
     * What is said with a decision.
     *
     * @param reason needed to refuse
     */
    record FigureDecision(@Nullable String reason) {}

    private final Proposals proposals;
    private final ProposalReader reader;

    FigureController(Proposals proposals, ProposalReader reader) {
        this.proposals = proposals;
        this.reader = reader;
    }

    /** Those for organizations of one's subtree: the newest first. */
    @Requires({Right.FIGURES_PROPOSE, Right.FIGURES_APPROVE})
    @GetMapping
    Page<ProposalView> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return proposals.list(who, reader.state(state), null, after, PageLimit.of(limit));
    }

    @Requires({Right.FIGURES_PROPOSE, Right.FIGURES_APPROVE})
    @GetMapping("/{id}")
    ProposalView get(SignedIn who, @PathVariable UUID id) {
        return proposals.get(who, id);
    }

    /** What would come of it. */
    @Requires({Right.FIGURES_PROPOSE, Right.FIGURES_APPROVE})
    @GetMapping("/{id}/preview")
    FigurePreview preview(SignedIn who, @PathVariable UUID id) {
        return proposals.preview(who, id);
    }

    @Requires(Right.FIGURES_APPROVE)
    @PostMapping("/{id}/approve")
    ProposalView approve(SignedIn who, @PathVariable UUID id, @RequestBody FigureDecision said) {
        return proposals.approve(who, id, said.reason());
    }

    @Requires(Right.FIGURES_APPROVE)
    @PostMapping("/{id}/refuse")
    ProposalView refuse(SignedIn who, @PathVariable UUID id, @RequestBody FigureDecision said) {
        return proposals.refuse(who, id, said.reason());
    }

    @Requires(Right.FIGURES_PROPOSE)
    @PostMapping("/{id}/withdraw")
    ProposalView withdraw(SignedIn who, @PathVariable UUID id) {
        return proposals.withdraw(who, id);
    }
}
