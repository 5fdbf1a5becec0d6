package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many different things each account has met within a time that moves along. The same one met
 * again counts once: whoever looks at a list ten times has not seen more people. Kept in memory: a
 * restart forgets the last minutes, and needs more than an account.
 */
final class Pace<T> {

    private static final int MANY = 1000;

    /** What one account has met, the oldest first, and when it was last told of. */
    private static final class Window<T> {

        private final Map<T, Instant> met = new LinkedHashMap<>();
        private @Nullable Instant told;
    }

    private final Duration time;
    private final Map<UUID, Window<T>> windows = new ConcurrentHashMap<>();

    Pace(Duration time) {
        this.time = time;
    }

    /** How many things there were within the time, and how long until the first of them is out. */
    record Met(int count, Duration left) {}

    Met met(UUID account, Instant now) {
        var window = windows.get(account);
        if (window == null) {
            return new Met(0, Duration.ZERO);
        }
        synchronized (window) {
            forget(window, now);
            return window.met.values().stream()
                    .findFirst()
                    .map(at -> new Met(window.met.size(), Duration.between(now, at.plus(time))))
                    .orElseGet(() -> new Met(0, Duration.ZERO));
        }
    }

    int add(UUID account, Collection<T> things, Instant now) {
        if (windows.size() > MANY) {
            windows.values().removeIf(window -> isOver(window, now));
        }
        var window = windows.computeIfAbsent(account, _ -> new Window<>());
        synchronized (window) {
            forget(window, now);
            things.forEach(thing -> window.met.putIfAbsent(thing, now));
            return window.met.size();
        }
    }

    /** Whether it has not been told within the time; from now on it has. */
    boolean tell(UUID account, Instant now) {
        var window = windows.computeIfAbsent(account, _ -> new Window<>());
        synchronized (window) {
            var told = window.told;
            if (told != null && told.plus(time).isAfter(now)) {
                return false;
            }
            window.told = now;
            return true;
        }
    }

    private boolean isOver(Window<T> window, Instant now) {
        synchronized (window) {
            forget(window, now);
            return window.met.isEmpty();
        }
    }

    private void forget(Window<T> window, Instant now) {
        var begin = now.minus(time);
        var times = window.met.values().iterator();
        while (times.hasNext() && !times.next().isAfter(begin)) {
            times.remove();
        }
    }
}
