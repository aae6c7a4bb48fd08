package np.saathi.panel;

import java.io.IOException;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What browsers let the panel do: run our own files, talk to this server, play what it sends, and nothing else. A script
 * that somebody slips into a text would not run, and could send nothing anywhere.
 */
@Component
class PanelHeaders extends OncePerRequestFilter {
    private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "media-src 'self' blob:",
            "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PanelFiles.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
        chain.doFilter(request, response);
    }
}
