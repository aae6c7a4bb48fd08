package np.saathi.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import np.saathi.audio.AudioRefused.Why;

/**
 * Runs FFmpeg as a process of its own, the only one that ever parses an upload. It knows nothing of us (no environment),
 * reads that one file, by the one demuxer and the few decoders that fit, has no protocol to reach anything else with,
 * can write no file, and is bounded in time and memory. Calls come first: it is nice.
 */
final class Ffmpeg {
    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);
    /** Sound that is recorded or sent; no pictures, no subtitles, nothing exotic. */
    private static final String DECODERS = String.join(",", "pcm_u8", "pcm_s8", "pcm_s16le", "pcm_s16be", "pcm_s24le",
            "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_f32le", "pcm_f32be", "pcm_alaw", "pcm_mulaw", "adpcm_ms",
            "adpcm_ima_wav", "adpcm_ima_qt", "mp3float", "aac", "alac", "flac", "opus", "vorbis", "amrnb", "amrwb");
    /** Seconds of processor, kilobytes of address space (its libraries take 300 MB of that), no files, no dumps. */
    private static final String BOUNDED = "ulimit -t \"$1\" && ulimit -v 1000000 && ulimit -f 0 && ulimit -c 0 "
            + "&& shift && exec nice -n 10 \"$@\" 2> /dev/null";
    private static final int BLOCK = 4 * 2 * AudioDecoder.RATE;
    private final FfmpegFiles files;

    Ffmpeg(FfmpegFiles files) {
        this.files = files;
    }

    /** @throws AudioRefused when FFmpeg can't be run here */
    Run decode(Path file, String demuxer, Duration longest) {
        // A slow machine decodes an hour in half a minute; one that has other things to do may take longer by the clock.
        long processor = 20 + longest.toSeconds() / 30;
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", BOUNDED, "sh", Long.toString(processor)));
        try {
            Path home = files.directory();
            command.add(home.resolve("ffmpeg").toString());
            command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "quiet"));
            command.addAll(List.of("-protocol_whitelist", "file", "-codec_whitelist", DECODERS, "-threads", "1"));
            command.addAll(List.of("-f", demuxer, "-i", "file:" + file.toAbsolutePath()));
            command.addAll(List.of("-map", "0:a:0", "-filter_threads", "1", "-map_metadata", "-1"));
            command.addAll(List.of("-ac", "1", "-ar", Integer.toString(AudioDecoder.RATE)));
            command.addAll(List.of("-t", Long.toString(longest.toSeconds() + 1), "-f", "s16le", "pipe:1"));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/bin:/bin");
            builder.environment().put("LD_LIBRARY_PATH", home.toString());
            Process process = builder.start();
            process.getOutputStream().close();
            return new Run(process, Duration.ofSeconds(3 * processor));
        } catch (IOException e) {
            LOG.error("Uploads of sound are refused: FFmpeg can't be run (saathi.audio.ffmpeg): {}", e.toString());
            throw new AudioRefused(Why.NO_DECODER);
        }
    }

    /** One file on its way through. */
    static final class Run implements AutoCloseable {
        private static final int NOT_FOUND = 127;
        private static final int NOT_RUN = 126;
        private final Process process;
        private final InputStream samples;

        private Run(Process process, Duration longest) {
            this.process = process;
            this.samples = process.getInputStream();
            Thread.ofVirtual().name("ffmpeg-watch").start(() -> endAfter(longest));
        }

        private void endAfter(Duration longest) {
            try {
                if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** The next samples; empty at the end. */
        byte[] next() throws IOException {
            return samples.readNBytes(BLOCK);
        }

        /** Asked after the last sample. */
        void mustHaveEndedWell() {
            int end = process.onExit().join().exitValue();
            if (end == NOT_FOUND || end == NOT_RUN) {
                LOG.error("Uploads of sound are refused: FFmpeg does not start (saathi.audio.ffmpeg); end {}", end);
                throw new AudioRefused(Why.NO_DECODER);
            }
            if (end != 0) {
                throw new AudioRefused(Why.BROKEN);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
