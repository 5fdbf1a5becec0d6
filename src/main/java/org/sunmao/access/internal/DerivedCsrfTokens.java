package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The CSRF token is derived from the session's own: nothing is stored, nothing can be planted. */
class DerivedCsrfTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-XSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Token.next());
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // The session cookie says it all.
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = Cookies.session(request);
        return session == null ? null : token(session);
    }

    private static CsrfToken token(Token session) {
        return new DefaultCsrfToken(HEADER, PARAMETER, session.csrf());
    }
}
