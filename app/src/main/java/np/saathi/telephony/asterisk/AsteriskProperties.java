package np.saathi.telephony.asterisk;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Asterisk is, and how much of it we use.
 *
 * @param agiBind the address on which calls are taken; loopback, because FastAGI has no password. In compose it is
 *     the app's address on the private network
 * @param agiPort its port; 4573 is FastAGI's default
 * @param amiHost Asterisk's manager
 * @param amiPort its port; 5038 is Asterisk's default
 * @param amiUser the user with least rights of {@code manager.conf}
 * @param amiSecret its password; generated in development, a secret file in production, never a default
 * @param maxCalls calls that this app speaks with at once; one more hears "busy" with the crisis path. As many as
 *     {@code SAATHI_CHANNELS} in asterisk-config, which counts them first and keeps the crisis path's beside them
 * @param drain how long prompts may go on when the app is stopped; then the exchange takes the calls over
 * @param ping how often the manager link is proved alive: a half-open link is not seen otherwise
 * @param recordings where Asterisk records; a RAM disk that both see by the same path
 */
@Validated
@ConfigurationProperties("saathi.asterisk")
public record AsteriskProperties(@DefaultValue("127.0.0.1") @NotBlank String agiBind,
        @DefaultValue("4573") @Min(1) @Max(65535) int agiPort, @DefaultValue("127.0.0.1") @NotBlank String amiHost,
        @DefaultValue("5038") @Min(1) @Max(65535) int amiPort, @DefaultValue("saathi") @NotBlank String amiUser,
        @NotBlank String amiSecret, @DefaultValue("60") @Min(1) int maxCalls, @DefaultValue("5s") Duration drain,
        @DefaultValue("10s") Duration ping, @DefaultValue("/dev/shm/saathi/recordings") Path recordings) {

    @Override
    public String toString() {
        return "Asterisk at " + amiHost + ":" + amiPort;
    }
}
