package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.Corrections.CorrectionsWaiting;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** 更正申请: a member's own, and those that wait for an answer. */
@RestController
@RequestMapping("/api")
class CorrectionController {

    record RefusalReason(@Nullable String reason) {}

    private final Corrections corrections;

    CorrectionController(Corrections corrections) {
        this.corrections = corrections;
    }

    @Requires(Right.MEMBER_READ_OWN)
    @PostMapping("/mine/corrections")
    ResponseEntity<CorrectionView> ask(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> request) {
        var made = corrections.ask(who, request, key);
        return ResponseEntity.created(URI.create("/api/mine/corrections")).body(made);
    }

    @Requires(Right.MEMBER_READ_OWN)
    @GetMapping("/mine/corrections")
    Page<CorrectionView> own(
            SignedIn who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return corrections.own(who, after, PageLimit.of(limit));
    }

    @Requires(Right.MEMBER_READ_OWN)
    @PostMapping("/mine/corrections/{id}/withdraw")
    CorrectionView withdraw(SignedIn who, @PathVariable UUID id) {
        return corrections.withdraw(who, id);
    }

    /**
     * Those that wait for the asker: of a branch its own, of a committee what it decides and what a
     * branch did not answer in time.
     *
     * @param all also those that others are to answer
     * @param closed those that are closed, instead
     */
    @Requires(Right.MEMBERS_WRITE)
    @GetMapping("/corrections")
    Page<CorrectionView> list(
            SignedIn who,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return corrections.list(who, all, closed, after, PageLimit.of(limit));
    }

    @Requires(Right.MEMBERS_WRITE)
    @GetMapping("/corrections/count")
    CorrectionsWaiting waiting(SignedIn who) {
        return corrections.waiting(who);
    }

    @Requires(Right.MEMBERS_WRITE)
    @GetMapping("/corrections/{id}")
    CorrectionView get(SignedIn who, @PathVariable UUID id) {
        return corrections.get(who, id);
    }

    @Requires(Right.MEMBERS_WRITE)
    @PostMapping("/corrections/{id}/accept")
    CorrectionView accept(SignedIn who, @PathVariable UUID id) {
        return corrections.accept(who, id);
    }

    @Requires(Right.MEMBERS_WRITE)
    @PostMapping("/corrections/{id}/refuse")
    CorrectionView refuse(SignedIn who, @PathVariable UUID id, @RequestBody RefusalReason refusal) {
        return corrections.refuse(who, id, refusal.reason());
    }
}
