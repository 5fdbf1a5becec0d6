package org.sunmao.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.sunmao.journal.SecurityEvents;
import org.sunmao.journal.SecurityEvents.Kind;

import java.io.IOException;

/** Notes what was refused before it came to a route: another site's page, a missing token. */
@Component
@Order(ForgedRequests.BEHIND_THE_CONTEXT)
class ForgedRequests extends OncePerRequestFilter {

    /** Behind the filter that knows the request, before those that refuse. */
    static final int BEHIND_THE_CONTEXT = -103;

    private static final int REFUSED = 403;

    private final SecurityEvents events;

    ForgedRequests(SecurityEvents events) {
        this.events = events;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (response.getStatus() == REFUSED && route == null) {
            events.note(Kind.FORGED, null, request.getMethod() + " /api");
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }
}
