package np.saathi.audio;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where sound is decoded, {@code saathi.audio.*}.
 *
 * @param ffmpeg the decoder's directory, 60 MB; it is unpacked there when it is missing, and run from there
 * @param scratch where an upload lies while it is decoded: in memory, since voices are never written as they came
 */
@ConfigurationProperties("saathi.audio")
record AudioProperties(@DefaultValue("/var/lib/saathi/ffmpeg") Path ffmpeg,
        @DefaultValue("/dev/shm/saathi/audio") Path scratch) {}
