package np.saathi.training;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where training material is kept, {@code saathi.training.*}.
 *
 * @param directory the exchange reads recordings from here: the same path for both
 * @param longest of a recording: longer than this nobody listens by phone, and a small file may hold hours of silence
 */
@ConfigurationProperties("saathi.training")
record TrainingProperties(@DefaultValue("/var/lib/saathi/training") Path directory,
        @DefaultValue("90m") Duration longest) {}
