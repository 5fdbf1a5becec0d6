package org.sunmao.journal.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.util.UUID;

/**
 * From where the work at hand was asked for.
 *
 * @param source the address of the caller
 * @param request the one request: all that it left behind is found by it
 */
record Origin(String source, UUID request) {

    private static final String NAME = "sunmao.request";

    /** Null for work that goes on by itself. */
    static @Nullable Origin current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes at)) {
            return null;
        }
        var request = at.getRequest();
        if (request.getAttribute(NAME) instanceof UUID id) {
            return new Origin(request.getRemoteAddr(), id);
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        request.setAttribute(NAME, id);
        return new Origin(request.getRemoteAddr(), id);
    }
}
