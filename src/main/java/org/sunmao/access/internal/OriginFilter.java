package org.sunmao.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sunmao.web.ProblemWriter;

import java.io.IOException;
import java.util.Set;

/** Refuses a write that another site's page has sent, even one that needs no CSRF token. */
class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;

    OriginFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || ours(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "来源不明", "这个请求来自别的网站，已拒绝");
        }
    }

    private static boolean ours(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site");
        return (origin == null || origin.equals(here(request))) && !"cross-site".equals(site);
    }

    /** As the browser sees it: behind a trusted proxy, the host that the proxy was asked for. */
    private static String here(HttpServletRequest request) {
        var port = request.getServerPort();
        var usual = request.isSecure() ? 443 : 80;
        var at = port == usual ? "" : ":" + port;
        return request.getScheme() + "://" + request.getServerName() + at;
    }
}
