package np.saathi.message;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Private messages, {@code saathi.messages.*}.
 *
 * @param directory of the encrypted voice files; all instances of the app share it, and nobody else reads it
 * @param held how long a message is one volunteer's after they opened it: time to listen twice and think of an answer
 * @param unheard after so long an admin is told: nobody waits a day for a first answer
 * @param perDay how many a caller may send in 24 hours: more is no talk any more
 * @param tick how often is looked for unheard ones
 */
@ConfigurationProperties("saathi.messages")
record MessageProperties(@DefaultValue("/var/lib/saathi/messages") Path directory, @DefaultValue("30m") Duration held,
        @DefaultValue("12h") Duration unheard, @DefaultValue("20") int perDay, @DefaultValue("1m") Duration tick) {}
