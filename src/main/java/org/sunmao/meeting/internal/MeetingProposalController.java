package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;

import java.util.UUID;

/** What is proposed to whoever is about to record a meeting. */
@RestController
class MeetingProposalController {

    private final MeetingProposals proposals;

    MeetingProposalController(MeetingProposals proposals) {
        this.proposals = proposals;
    }

    /**
     * A meeting as it can be confirmed.
     *
     * @param type what it is; absent: what the plan or the rules want next
     * @param on its day; absent: that of the plan if it has come, else today
     */
    @Requires(Right.MEETINGS_WRITE)
    @GetMapping("/api/organizations/{id}/meetings/proposal")
    MeetingProposal propose(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String on) {
        return proposals.propose(who, id, type, on);
    }
}
