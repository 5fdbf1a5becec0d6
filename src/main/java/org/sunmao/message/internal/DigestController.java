package org.sunmao.message.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.message.internal.Digests.DigestView;
import org.sunmao.message.internal.Digests.LatestDigest;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.util.UUID;

@RestController
@RequestMapping("/api/digests")
class DigestController {

    private final Digests digests;

    DigestController(Digests digests) {
        this.digests = digests;
    }

    /** One's own, the newest first. */
    @Requires(Right.DUTIES_READ)
    @GetMapping
    Page<DigestView> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return digests.list(who, after, PageLimit.of(limit));
    }

    @Requires(Right.DUTIES_READ)
    @GetMapping("/latest")
    LatestDigest latest(SignedIn who) {
        return digests.latest(who);
    }

    @Requires(Right.DUTIES_READ)
    @PostMapping("/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void see(SignedIn who, @PathVariable UUID id) {
        digests.see(who, id);
    }
}
