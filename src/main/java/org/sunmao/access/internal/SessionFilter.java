package org.sunmao.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sunmao.access.SignedIn;
import org.sunmao.access.internal.Sessions.Found;
import org.sunmao.web.ProblemWriter;

import java.io.IOException;

/** Knows who sends a request by its session cookie. */
class SessionFilter extends OncePerRequestFilter {

    /** The authority of a session that is wholly open. */
    static final String OPEN = SignedIn.State.OPEN.code();

    private final Sessions sessions;
    private final ProblemWriter problems;

    SessionFilter(Sessions sessions, ProblemWriter problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    /** The files of the front need no session; only the interfaces do. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var token = Cookies.session(request);
            if (token != null) {
                sessions.look(token).ifPresent(found -> remember(token, found));
            }
        } catch (DataAccessException | TransactionException _) {
            problems.unavailable(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Its state is its one authority: the steps of signing in are opened by theirs. */
    private static void remember(Token token, Found found) {
        var who = found.who();
        var authorities = AuthorityUtils.createAuthorityList(who.state().code());
        var known = new UsernamePasswordAuthenticationToken(who, token, authorities);
        known.setDetails(found.facts());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
    }
}
