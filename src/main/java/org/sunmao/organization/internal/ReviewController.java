package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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
import org.sunmao.web.AsOf;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** 临时党支部的定期检查. */
@RestController
@RequestMapping("/api")
class ReviewController {

    private final Reviews reviews;

    ReviewController(Reviews reviews) {
        this.reviews = reviews;
    }

    @Requires(Right.ORGANIZATIONS_READ)
    @GetMapping("/organizations/{id}/reviews")
    Page<Review> of(
            SignedIn who,
            @PathVariable UUID id,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reviews.of(who, asOf, id, after, PageLimit.of(limit));
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PostMapping("/organizations/{id}/reviews")
    ResponseEntity<Review> enter(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> sent) {
        var review = reviews.enter(who, id, key, sent);
        return ResponseEntity.created(URI.create("/api/organizations/" + id + "/reviews"))
                .body(review);
    }

    @Requires(Right.ORGANIZATIONS_WRITE)
    @PostMapping("/reviews/{id}/withdraw")
    Review withdraw(
            SignedIn who, @PathVariable UUID id, @RequestBody Map<String, @Nullable Object> sent) {
        return reviews.withdraw(who, id, sent);
    }
}
