package np.saathi.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people come in by web, {@code saathi.access.*}.
 *
 * @param secureCookies whether browsers may send cookies over TLS only; no only where there is no TLS: in development
 * @param openDocs whether anyone may read the API's document; else admins only
 */
@ConfigurationProperties("saathi.access")
record AccessProperties(@DefaultValue("true") boolean secureCookies, @DefaultValue("false") boolean openDocs) {}
