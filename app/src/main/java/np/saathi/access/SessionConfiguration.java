package np.saathi.access;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import np.saathi.support.DatabaseWatch;

/** Web sessions: in the database, and what the browser holds of them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final String STRICT = "Strict";

    /** Two requests of one session that write the same attribute at once are both right. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upsert() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** A class proxy, for the repository is asked for by its class too. */
    @Bean
    static BeanPostProcessor readingInAnOutage(ObjectProvider<DatabaseWatch> database) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof JdbcIndexedSessionRepository)) {
                    return bean;
                }
                ProxyFactory sessions = new ProxyFactory(bean);
                sessions.setProxyTargetClass(true);
                sessions.addAdvice(new SessionsInAnOutage(database::getObject));
                return sessions.getProxy();
            }
        };
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Out of reach of scripts, and never sent from foreign pages. */
    @Bean
    CookieSerializer sessionCookie(AccessProperties properties) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(STRICT);
        cookie.setUseSecureCookie(properties.secureCookies());
        cookie.setCookiePath("/");
        return cookie;
    }

    /** The panel's script reads this one and sends it back in X-XSRF-TOKEN; a foreign page's script can't. */
    @Bean
    CsrfTokenRepository csrfTokens(AccessProperties properties) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite(STRICT).secure(properties.secureCookies()).path("/"));
        return tokens;
    }
}
