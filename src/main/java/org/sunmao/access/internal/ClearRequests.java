package org.sunmao.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sunmao.web.ProblemWriter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * What comes in clear from another machine is led to TLS or refused, so that no password and no
 * personal data travel unprotected (SEC-04); a public demonstration holds neither.
 */
class ClearRequests extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int HTTPS = 443;

    private final ProblemWriter problems;
    private final int redirectPort;
    private final int port;
    private final boolean publicDemo;

    ClearRequests(ProblemWriter problems, Environment settings) {
        this.problems = problems;
        this.redirectPort = settings.getProperty("sunmao.tls.redirect-port", Integer.class, -1);
        this.port = settings.getProperty("server.port", Integer.class, HTTPS);
        this.publicDemo = settings.getProperty("sunmao.demo.public", Boolean.class, false);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()) {
            chain.doFilter(request, response);
        } else if (request.getLocalPort() == redirectPort && SAFE.contains(request.getMethod())) {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, secure(request));
        } else if (request.getLocalPort() != redirectPort && (publicDemo || near(request))) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    response, HttpStatus.FORBIDDEN, "连接没有加密", "请使用以 https:// 开头的地址访问；仍打不开请联系系统管理员");
        }
    }

    /** From this machine, or whether the house is well: that is no secret. */
    private static boolean near(HttpServletRequest request) throws UnknownHostException {
        return request.getRequestURI().equals("/actuator/health")
                || InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    /** The same page by TLS, at the host that was asked for. */
    private String secure(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var at = port == HTTPS ? "" : ":" + port;
        return "https://" + request.getServerName() + at + request.getRequestURI() + query;
    }
}
