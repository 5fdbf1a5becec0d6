package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the imports at work have come. It is not kept: whatever ends the process ends the work,
 * too, which begins anew.
 */
@Component
class Progress {

    /**
     * @param step what goes on, in Chinese
     * @param total of how many rows; 0 while that is not known
     */
    record Step(String step, int done, int total) {}

    private final Map<UUID, Step> steps = new ConcurrentHashMap<>();

    void at(UUID id, String step, int done, int total) {
        steps.put(id, new Step(step, done, total));
    }

    void rests(UUID id) {
        steps.remove(id);
    }

    Optional<Step> of(UUID id) {
        return Optional.ofNullable(steps.get(id));
    }
}
