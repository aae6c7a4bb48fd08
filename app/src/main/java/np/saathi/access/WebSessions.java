package np.saathi.access;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import np.saathi.account.AccountId;
import np.saathi.account.SignOut;
import np.saathi.account.SignedIn;

/** Who is signed in, kept in the database for all instances of the app. */
@Component
class WebSessions {
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    WebSessions(SecurityContextRepository contexts, CsrfTokenRepository csrfTokens,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.sessions = sessions;
    }

    /** A new session with a new token: what the client brought, and a stranger may have planted, opens nothing. */
    void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null,
                List.of(new SimpleGrantedAuthority("ROLE_" + who.role()))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    }

    /** Signs the account out everywhere but here. */
    void endOthers(AccountId account, HttpServletRequest request) {
        HttpSession here = request.getSession(false);
        sessions.findByPrincipalName(account.value()).keySet().stream()
                .filter(id -> here == null || !id.equals(here.getId())).forEach(sessions::deleteById);
    }

    @EventListener
    void endAll(SignOut order) {
        sessions.findByPrincipalName(order.account().value()).keySet().forEach(sessions::deleteById);
    }
}
