package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.locality.internal.ProposalReader.Wish;
import org.sunmao.locality.internal.RuleList.Question;
import org.sunmao.locality.internal.RuleList.RuleDocument;
import org.sunmao.web.AsOf;
import org.sunmao.web.Page;

import java.util.List;
import java.util.UUID;

/** The rulebook, readable by everyone signed in; and proposals to change a figure of it locally. */
@RestController
@RequestMapping("/api/rules")
class RuleController {

    private final RuleList list;
    private final RulePages pages;
    private final Proposals proposals;
    private final FigureChecks checks;

    RuleController(RuleList list, RulePages pages, Proposals proposals, FigureChecks checks) {
        this.list = list;
        this.pages = pages;
        this.proposals = proposals;
        this.checks = checks;
    }

    @SignedInOnly
    @GetMapping
    Page<RuleItem> list(Question question) {
        return list.find(question);
    }

    @SignedInOnly
    @GetMapping("/documents")
    List<RuleDocument> documents() {
        return list.documents();
    }

    @SignedInOnly
    @GetMapping("/{id}")
    RuleView get(
            SignedIn who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String day) {
        return pages.page(who, id, organization, new AsOf(day).day());
    }

    @Requires(Right.FIGURES_PROPOSE)
    @PostMapping("/{id}/figures")
    @ResponseStatus(HttpStatus.CREATED)
    ProposalView propose(SignedIn who, @PathVariable String id, @RequestBody Wish wish) {
        return proposals.propose(who, checks.rule(id), wish);
    }

    /** What would come of it. */
    @Requires(Right.FIGURES_PROPOSE)
    @PostMapping("/{id}/figures/preview")
    FigurePreview preview(SignedIn who, @PathVariable String id, @RequestBody Wish wish) {
        return proposals.preview(who, checks.rule(id), wish);
    }
}
