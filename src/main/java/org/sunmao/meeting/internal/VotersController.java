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

@RestController
class VotersController {

    private final VotersDesk voters;

    VotersController(VotersDesk voters) {
        this.voters = voters;
    }

    /**
     * Who votes on admission, and how many are needed.
     *
     * @param on the day of the meeting; absent: today
     */
    @Requires(Right.MEETINGS_READ)
    @GetMapping("/api/organizations/{id}/voters")
    VotersView voters(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String on) {
        return voters.voters(who, id, on);
    }
}
