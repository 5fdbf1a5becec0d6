package org.sunmao.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Goes to an address and waits until the page there has come to rest: nothing is asked for any
 * more, and it has nothing left to do. Streams of events are asked for as long as the page stands.
 */
final class Stillness {

    private static final Duration REST = Duration.ofMillis(150);

    /** Of an answer that comes out of memory the browser does not always tell. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Comes back when the page has no work, and tells nothing. */
    private static final String IDLE =
            "() => new Promise(done => requestIdleCallback(() => done(null), {timeout: 2000}))";

    /** Two frames on everything is measured anew; what moves, and has an end, is at it. */
    private static final String SETTLED =
            """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
              document.getAnimations()
                .filter(one => one.effect.getComputedTiming().endTime < Infinity)
                .forEach(one => one.finish())
              requestAnimationFrame(() => done(null))
            })))
            """;

    private static final Pattern STREAM = Pattern.compile("/events(\\?|$)");

    private final Set<Request> open = new HashSet<>();
    private long changed = System.nanoTime();

    private Stillness() {}

    static void at(Page page, String address) {
        new Stillness().go(page, address);
    }

    /** Ends what moves: a size is measured where it ends, and not on its way. */
    static void settled(Page page) {
        page.evaluate(SETTLED);
    }

    private void go(Page page, String address) {
        Consumer<Request> asked = this::asked;
        Consumer<Request> answered = this::answered;
        page.onRequest(asked);
        page.onRequestFinished(answered);
        page.onRequestFailed(answered);
        try {
            page.navigate(address);
            rest(page);
        } catch (TimeoutError e) {
            var left = open.stream().map(Request::url).toList();
            throw new AssertionError(address + " does not come to rest; unanswered: " + left, e);
        } finally {
            page.offRequest(asked);
            page.offRequestFinished(answered);
            page.offRequestFailed(answered);
        }
    }

    private void rest(Page page) {
        long before;
        do {
            page.waitForCondition(this::rests);
            before = changed;
            page.evaluate(IDLE);
        } while (changed != before);
    }

    private boolean rests() {
        var quiet = System.nanoTime() - changed;
        return quiet >= (open.isEmpty() ? REST : PATIENCE).toNanos();
    }

    private void asked(Request request) {
        if (!STREAM.matcher(request.url()).find()) {
            open.add(request);
            changed = System.nanoTime();
        }
    }

    private void answered(Request request) {
        if (open.remove(request)) {
            changed = System.nanoTime();
        }
    }
}
