package org.sunmao.request.internal;

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
import org.sunmao.web.InputRefused;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** 上级要求: issuing, deciding, and what came of it. */
@RestController
@RequestMapping("/api/requests")
class RequestController {

    /**
     * What is said with a decision.
     *
     * @param reason needed to refuse and to end
     */
    record RequestDecision(@Nullable String reason) {}

    private final Requests requests;

    RequestController(Requests requests) {
        this.requests = requests;
    }

    /** The burden and all faults of a wish; nothing is kept. */
    @Requires(Right.REQUESTS_ISSUE)
    @PostMapping("/preview")
    RequestPreview preview(SignedIn who, @RequestBody RequestWish wish) {
        return requests.preview(who, wish);
    }

    @Requires(Right.REQUESTS_ISSUE)
    @PostMapping
    ResponseEntity<RequestView> add(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody RequestWish wish) {
        var made = requests.add(who, wish, key);
        return ResponseEntity.created(URI.create("/api/requests/" + made.id())).body(made);
    }

    /**
     * The newest first.
     *
     * @param box {@code issued} by organizations of one's subtree, or {@code received} from others
     */
    @Requires(Right.REQUESTS_READ)
    @GetMapping
    Page<RequestItem> list(
            SignedIn who,
            @RequestParam(defaultValue = "issued") String box,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var received =
                switch (box) {
                    case "issued" -> false;
                    case "received" -> true;
                    default -> throw new InputRefused("box", "只有发出的（issued）和收到的（received）");
                };
        return requests.list(who, received, state, after, PageLimit.of(limit));
    }

    /** Who may approve what an organization asks. */
    @Requires(Right.REQUESTS_ISSUE)
    @GetMapping("/approvers")
    List<RequestApprover> approvers(SignedIn who, @RequestParam UUID organization) {
        return requests.approvers(who, organization);
    }

    @Requires(Right.REQUESTS_READ)
    @GetMapping("/{id}")
    RequestView get(SignedIn who, @PathVariable UUID id) {
        return requests.get(who, id);
    }

    @Requires(Right.REQUESTS_ISSUE)
    @PostMapping("/{id}/submit")
    RequestView submit(SignedIn who, @PathVariable UUID id) {
        return requests.submit(who, id);
    }

    @Requires(Right.REQUESTS_APPROVE)
    @PostMapping("/{id}/approve")
    RequestView approve(SignedIn who, @PathVariable UUID id, @RequestBody RequestDecision said) {
        return requests.approve(who, id, said.reason());
    }

    @Requires(Right.REQUESTS_APPROVE)
    @PostMapping("/{id}/refuse")
    RequestView refuse(SignedIn who, @PathVariable UUID id, @RequestBody RequestDecision said) {
        return requests.refuse(who, id, said.reason());
    }

    @Requires(Right.REQUESTS_ISSUE)
    @PostMapping("/{id}/withdraw")
    RequestView withdraw(SignedIn who, @PathVariable UUID id) {
        return requests.withdraw(who, id);
    }

    @Requires(Right.REQUESTS_ISSUE)
    @PostMapping("/{id}/end")
    RequestView end(SignedIn who, @PathVariable UUID id, @RequestBody RequestDecision said) {
        return requests.end(who, id, said.reason());
    }
}
