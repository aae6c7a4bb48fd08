package np.saathi.access;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import jakarta.servlet.DispatcherType;

import np.saathi.web.Problem;
import np.saathi.web.ProblemWriter;

/** Who may ask for what over HTTP. What nobody thought of needs somebody signed in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] OPEN = {"/", "/favicon.ico", "/panel", "/panel/**", "/webjars/**", "/logout",
            "/actuator/health", "/actuator/health/**"};

    /**
     * {@code @PreAuthorize} alone. {@code @EnableMethodSecurity} would add three more of these, and each of them looks at
     * every method of every bean while a caller waits for the app to start. A test sees to it that the other annotations,
     * which do nothing here, are not used.
     */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor onlyTheseRoles() {
        return AuthorizationManagerBeforeMethodInterceptor.preAuthorize();
    }

    @Bean
    SecurityFilterChain guard(HttpSecurity http, Denials denials, SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens, AccessProperties properties) throws Exception {
        return http.authorizeHttpRequests(asked -> asked
                // They were let in when they came first; what is told of an error needs nobody.
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD).permitAll()
                .requestMatchers(HttpMethod.POST, "/signup", "/login", "/account/claim").permitAll()
                .requestMatchers(HttpMethod.GET, OPEN).permitAll()
                // as monitors and curl -I ask
                .requestMatchers(HttpMethod.HEAD, OPEN).permitAll()
                .requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html",
                        "/swagger-ui/**")
                .access((who, _) -> new AuthorizationDecision(properties.openDocs() || isAdmin(who.get())))
                .requestMatchers("/admin/**", "/actuator/**").hasRole("ADMIN")
                .requestMatchers("/cmhv/**").hasRole("CMHV").anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens)
                        .requireCsrfProtectionMatcher(new CookieRequests()))
                .exceptionHandling(
                        failed -> failed.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .requestCache(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable).build();
    }

    /** Paths that are written as no honest client writes them: a problem too. */
    @Bean
    RequestRejectedHandler rejected(ProblemWriter problems) {
        return (_, response, _) -> problems.write(Problem.badRequest(), response);
    }

    private static boolean isAdmin(Authentication who) {
        return who.getAuthorities().stream().anyMatch(role -> "ROLE_ADMIN".equals(role.getAuthority()));
    }
}
