package np.saathi.access;

import java.util.Set;

import org.springframework.security.web.util.matcher.RequestMatcher;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Requests that a foreign page could have made a browser send: they change something, and the browser added the cookie
 * by itself. A header it never adds, and where there is one the cookie is not looked at ({@link Tokens}).
 */
class CookieRequests implements RequestMatcher {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    public boolean matches(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) && request.getHeader(Tokens.HEADER) == null
                && request.getRequestedSessionId() != null;
    }
}
