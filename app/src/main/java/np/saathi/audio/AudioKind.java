package np.saathi.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import org.apache.tika.Tika;

import np.saathi.audio.AudioRefused.Why;

/** What people record with, told by its content: nobody asks for its name or what it calls itself. */
public enum AudioKind {
    WAV("wav", "audio/vnd.wave", "audio/x-wav"), AIFF("aiff", "audio/x-aiff"), AU("au", "audio/basic"),
    /** Apple's Core Audio. */
    CAF("caf", "audio/x-caf"), MP3("mp3", "audio/mpeg"), FLAC("flac", "audio/x-flac"),
    /** AAC without a container. */
    AAC("aac", "audio/x-aac"),
    /** Of older phones, narrow or wide band. */
    AMR("amr", "audio/amr", "audio/amr-wb"),
    /** Opus, Vorbis or FLAC: WhatsApp, Firefox. */
    OGG("ogg", "audio/ogg", "application/ogg", "audio/vorbis", "audio/opus", "audio/x-oggflac"),
    /** M4A, MP4, 3GP: iPhones, and most recorders of Android. A picture that comes with it is not looked at. */
    MP4("mov", "audio/mp4", "audio/x-m4a", "video/mp4", "video/x-m4v", "application/mp4", "video/quicktime",
            "video/3gpp", "video/3gpp2"),
    /** What Chrome records. */
    WEBM("matroska", "audio/webm", "video/webm", "application/x-matroska", "audio/x-matroska", "video/x-matroska");

    /** As much as tells of any of them. */
    private static final int HEAD = 8192;
    private static final Tika TIKA = new Tika();
    private final String demuxer;
    private final String mediaType;
    private final Set<String> found;

    AudioKind(String demuxer, String mediaType, String... alsoFound) {
        this.demuxer = demuxer;
        this.mediaType = mediaType;
        this.found = Set.of(alsoFound);
    }

    /** @throws AudioRefused when it is none of these */
    public static AudioKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    static AudioKind of(byte[] head) {
        String type = TIKA.detect(head);
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(type) || kind.found.contains(type))
                .findFirst().orElseThrow(() -> new AudioRefused(Why.UNKNOWN_FORMAT));
    }

    /** Under which a browser plays it. */
    public String mediaType() {
        return mediaType;
    }

    /** The one part of FFmpeg that may read it. */
    String demuxer() {
        return demuxer;
    }
}
