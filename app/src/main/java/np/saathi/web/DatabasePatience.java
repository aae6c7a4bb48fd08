package np.saathi.web;

import java.io.IOException;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import np.saathi.support.DatabaseWatch;

/**
 * Whoever asks on the web waits for the database for a moment only ({@link ImpatientDataSource}), and is told so when it
 * does not answer, also where no controller was reached yet: sessions and limits are in the database too. While it takes
 * no writes, who wants to change something is told so at once, and who reads is answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabasePatience extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabasePatience.class);
    private static final ThreadLocal<Boolean> ASKED_ON_THE_WEB = ThreadLocal.withInitial(() -> false);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private final ProblemWriter problems;
    private final DatabaseWatch watch;

    DatabasePatience(ProblemWriter problems, DatabaseWatch watch) {
        this.problems = problems;
        this.watch = watch;
    }

    /** Whether this thread answers a request. */
    static boolean isShort() {
        return ASKED_ON_THE_WEB.get();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && !watch.takesWrites()) {
            problems.write(Problems.unavailable(), response);
            return;
        }
        ASKED_ON_THE_WEB.set(true);
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException e) {
            watch.failed(e);
            if (response.isCommitted()) {
                throw e;
            }
            Problem problem = Problems.of(e);
            if (problem.getStatusCode().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
                LOG.error("A request failed", e);
            }
            response.reset();
            problems.write(problem, response);
        } finally {
            ASKED_ON_THE_WEB.remove();
        }
    }
}
