package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.web.NotFound;

/** Sessions and remembered phones, as the cookies of a request and its answer. */
@Component
class SessionCookies {

    private final Sessions sessions;
    private final RememberedPhones phones;

    SessionCookies(Sessions sessions, RememberedPhones phones) {
        this.sessions = sessions;
        this.phones = phones;
    }

    Token token(HttpServletRequest request) {
        var token = Cookies.session(request);
        if (token == null) {
            throw new NotFound();
        }
        return token;
    }

    /** The session goes on under another token, as far as it is open now. */
    SignedIn rotate(HttpServletRequest request, HttpServletResponse response) {
        var next = sessions.rotate(token(request));
        Cookies.set(request, response, next);
        return sessions.find(next).orElseThrow(NotFound::new);
    }

    void remember(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        phones.remember(who, request.getHeader(HttpHeaders.USER_AGENT))
                .ifPresent(
                        token ->
                                Cookies.phone(
                                        request,
                                        response,
                                        token,
                                        phones.lasting(who.organization())));
    }

    void forgetPhone(HttpServletRequest request, HttpServletResponse response) {
        var token = Cookies.phone(request);
        if (token != null) {
            phones.forget(token);
            Cookies.clearPhone(request, response);
        }
    }
}
