package np.saathi.access;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import np.saathi.web.Problem;
import np.saathi.web.ProblemWriter;

/** What the guard says to whom it does not let through. */
@Component
class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    Denials(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        problems.write(Problem.of(HttpStatus.UNAUTHORIZED, "signed-out", "Sign in first"), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(denied instanceof CsrfException
                ? Problem.of(HttpStatus.FORBIDDEN, "csrf", "The X-XSRF-TOKEN header is missing or not the cookie's")
                : Problem.forbidden(), response);
    }
}
