package np.saathi.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HeaderHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import np.saathi.identity.NumberHasher;

/**
 * The session's token comes in the header or, for the panel, in the cookie; where both come, the header alone counts.
 * It is the session's id and a keyed hash of it: who reads the ids in the database can't sign in with them.
 */
@Component
class Tokens implements HttpSessionIdResolver {
    static final String HEADER = "X-Auth-Token";
    private final HeaderHttpSessionIdResolver header = HeaderHttpSessionIdResolver.xAuthToken();
    private final CookieHttpSessionIdResolver cookie = new CookieHttpSessionIdResolver();
    private final NumberHasher hasher;

    Tokens(CookieSerializer cookies, NumberHasher hasher) {
        this.hasher = hasher;
        cookie.setCookieSerializer(cookies);
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        List<String> tokens = request.getHeader(HEADER) != null
                ? header.resolveSessionIds(request)
                : cookie.resolveSessionIds(request);
        return tokens.stream().map(token -> token.split("\\.", 2)).filter(parts -> parts.length == 2)
                .filter(parts -> same(parts[1], proof(parts[0]))).map(parts -> parts[0]).toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        String token = id + "." + proof(id);
        header.setSessionId(request, response, token);
        cookie.setSessionId(request, response, token);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        header.expireSession(request, response);
        cookie.expireSession(request, response);
    }

    private String proof(String id) {
        return hasher.hash("web-session", id).hex();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
