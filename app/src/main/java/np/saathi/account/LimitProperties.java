package np.saathi.account;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other limits than the usual ones, {@code saathi.limits.login-of-id.tries} and the like.
 *
 * @param limits each as a whole: tries and per
 */
@ConfigurationProperties("saathi")
record LimitProperties(@DefaultValue Map<Limit, Limit.Rate> limits) {

    Limit.Rate of(Limit limit) {
        return limits.getOrDefault(limit, limit.usual());
    }
}
