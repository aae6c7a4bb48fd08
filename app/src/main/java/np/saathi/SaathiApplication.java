package np.saathi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

import np.saathi.audio.FfmpegFiles;
import np.saathi.identity.NewKeys;
import np.saathi.prompt.speech.ImportRecordings;
import np.saathi.prompt.speech.RecordingScript;
import np.saathi.prompt.speech.RenderPrompts;

/** Starts the mind of the line. The safe shell, Asterisk's dialplan, lives on without it. */
@SpringBootApplication
@Modulithic(sharedModules = "support")
@ConfigurationPropertiesScan
@EnableScheduling
@Import({ColumnTypes.class, JsonTypes.class, JobThreads.class})
public class SaathiApplication {

    public static void main(String[] args) throws IOException {
        switch (args.length == 0 ? "" : args[0]) {
            case RenderPrompts.COMMAND -> System.exit(RenderPrompts.run(args));
            case RecordingScript.COMMAND -> System.exit(RecordingScript.run(args));
            case ImportRecordings.COMMAND -> System.exit(ImportRecordings.run(args));
            case FfmpegFiles.COMMAND -> FfmpegFiles.unpack(Path.of(args[1]));
            case NewKeys.COMMAND -> NewKeys.print(System.out);
            case AotTrainingRun.COMMAND -> AotTrainingRun.run(args);
            default -> SpringApplication.run(SaathiApplication.class, args);
        }
    }

    /** Ticks in milliseconds, as fine as the database keeps time, so that what is read equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
