package np.saathi.audit;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import np.saathi.account.SignedIn;
import np.saathi.support.DatabaseOutage;
import np.saathi.support.DatabaseWatch;

/**
 * Writes down every request by which a volunteer or an admin changed something or tried to, signing in and out among
 * them: also what was denied, for it stands before the guard; and what they read of an {@link Audited} endpoint. Of the
 * request only its pattern and what fills it are kept, never its body.
 */
@Component
@Order(AuditFilter.ORDER)
class AuditFilter extends OncePerRequestFilter {
    /** Just outside the guard, where the answer is final; the web session is there already. */
    static final int ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1;
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int LONGEST = 500;
    private final AuditLog log;
    private final DatabaseWatch database;
    private final Clock clock;

    AuditFilter(AuditLog log, DatabaseWatch database, Clock clock) {
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean looking = LOOKING.contains(request.getMethod());
        // Asked first: what follows may end the session. Looking doesn't, and most of it is nobody's business.
        Optional<SignedIn> changing = looking ? Optional.empty() : signedIn(request);
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            int status = answered ? response.getStatus() : HttpStatus.INTERNAL_SERVER_ERROR.value();
            // Who signs in is known only afterwards.
            Optional<SignedIn> who = !looking || audited(request) ? changing.or(() -> signedIn(request)) : changing;
            who.filter(SignedIn::staff).ifPresent(person -> write(person, request, status));
        }
    }

    private static boolean audited(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod endpoint
                && endpoint.hasMethodAnnotation(Audited.class);
    }

    private static Optional<SignedIn> signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object context = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext kept
                ? Optional.ofNullable(kept.getAuthentication()).map(Authentication::getPrincipal)
                        .filter(SignedIn.class::isInstance).map(SignedIn.class::cast)
                : Optional.empty();
    }

    private void write(SignedIn who, HttpServletRequest request, int status) {
        Action action = new Action(clock.instant(), who.id().value(), who.role(), request.getMethod(),
                route(request), variables(request), status);
        // Done is done; what the database does not take at least the app's own log has.
        if (!database.takesWrites()) {
            LOG.warn("Not in the audit log: {}", action);
            return;
        }
        try {
            log.write(action);
        } catch (RuntimeException e) {
            if (DatabaseOutage.isBehind(e)) {
                database.failed(e);
                LOG.warn("Not in the audit log: {}", action);
            } else {
                LOG.error("Not in the audit log: {}", action, e);
            }
        }
    }

    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && !pattern.equals("/**") ? pattern : "-";
    }

    private static String variables(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> filled)) {
            return "";
        }
        Map<String, Object> sorted = new TreeMap<>();
        filled.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        String all = sorted.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
        return all.substring(0, Math.min(all.length(), LONGEST));
    }
}
