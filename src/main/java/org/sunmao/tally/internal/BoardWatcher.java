package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds.Watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * One open board. It has a thread only while something is sent, and keeps nothing but the newest
 * that is still to be: whoever reads slowly sees fewer boards, and whoever does not read is left.
 */
final class BoardWatcher {

    private static final long BEAT_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Set<DataWithMediaType> HEARTBEAT = SseEmitter.event().comment("").build();

    private final SignedIn who;
    private final Watch watch;
    private final SseEmitter emitter;
    private final Executor threads;
    private @Nullable Set<DataWithMediaType> next;
    private final long openedNanos = System.nanoTime();
    private boolean sending;
    private boolean over;
    private long lastNanos = System.nanoTime();

    BoardWatcher(SignedIn who, Watch watch, SseEmitter emitter, Executor threads) {
        this.who = who;
        this.watch = watch;
        this.emitter = emitter;
        this.threads = threads;
    }

    SignedIn who() {
        return who;
    }

    long openedNanos() {
        return openedNanos;
    }

    /**
     * The first one, which the request itself sends when it returns: while it is still on its way
     * out, no other thread may touch the head of its answer.
     */
    synchronized void begin(Set<DataWithMediaType> event) {
        try {
            emitter.send(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // kept until then; nothing is written yet
        }
    }

    /** Sends it, unless something newer comes before it could be sent. */
    synchronized void offer(Set<DataWithMediaType> event) {
        next = event;
        if (!sending && !over) {
            sending = true;
            lastNanos = System.nanoTime();
            threads.execute(this::send);
        }
    }

    /** A sign of life, if nothing was sent for so long. */
    synchronized void beat() {
        if (next == null && !sending && System.nanoTime() - lastNanos >= BEAT_NANOS) {
            offer(HEARTBEAT);
        }
    }

    /** Whether nothing more is to be sent: the right has ended, or nobody reads. */
    synchronized boolean ended() {
        return over || watch.ended() || (sending && System.nanoTime() - lastNanos > PATIENCE_NANOS);
    }

    private void send() {
        try {
            for (var event = take(); event != null; event = take()) {
                emitter.send(event);
            }
        } catch (IOException | IllegalStateException _) {
            end(); // whoever watched has gone
        }
    }

    private synchronized @Nullable Set<DataWithMediaType> take() {
        var event = over ? null : next;
        next = null;
        sending = event != null;
        lastNanos = System.nanoTime();
        return event;
    }

    /** Ends it; what is still being sent to somebody who does not read breaks off by itself. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            next = null;
        }
        watch.close();
        threads.execute(emitter::complete);
    }
}
