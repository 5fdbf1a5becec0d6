package org.sunmao.message.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StepUp;
import org.sunmao.message.internal.Feeds.FeedState;
import org.sunmao.message.internal.Feeds.NewFeed;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** One's duties in the calendar of one's own phone or desk. */
@RestController
@RequestMapping("/api/feeds/duties")
class FeedController {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @Requires(Right.DUTIES_READ)
    @GetMapping
    FeedState state(SignedIn who) {
        return feeds.state(who);
    }

    /** Makes the address, or another in place of the one before. */
    @Requires(Right.DUTIES_READ)
    @StepUp
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewFeed make(SignedIn who) {
        return feeds.make(who);
    }

    @Requires(Right.DUTIES_READ)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(SignedIn who) {
        feeds.revoke(who);
    }

    @Open("a calendar program has no session: the secret in the address is its proof")
    @GetMapping(value = "/{secret}.ics", produces = CALENDAR)
    ResponseEntity<String> fetch(@PathVariable String secret, HttpServletRequest request) {
        var text = feeds.fetch(secret, request.getRemoteAddr());
        return ResponseEntity.ok()
                .eTag(tag(text))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(text);
    }

    private static String tag(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
