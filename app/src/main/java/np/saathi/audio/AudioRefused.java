package np.saathi.audio;

import org.springframework.http.HttpStatus;

import np.saathi.web.Problem;

/** An upload is no sound for us. */
public class AudioRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    public AudioRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** As REST tells it. */
    public Problem problem() {
        return switch (why) {
            case UNKNOWN_FORMAT -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "audio-format",
                    "This is no recording that we know: send WAV, MP3, M4A, AAC, Ogg, WebM, AMR, 3GP, FLAC or AIFF");
            case BROKEN -> Problem.unprocessable("audio-broken", "It begins as sound does, but can't be decoded");
            case TOO_LONG -> Problem.unprocessable("audio-too-long", "It is longer than is taken here");
            case SILENT -> Problem.unprocessable("audio-silent", "There is nothing to hear in it");
            case NO_DECODER -> Problem.unavailable("audio-unavailable", "Recordings can't be taken just now");
        };
    }

    /** What stood against it. */
    public enum Why {
        /** Nothing that people record with. */
        UNKNOWN_FORMAT,
        /** It begins as sound does, and then is none. */
        BROKEN, TOO_LONG,
        /** There is nothing to hear. */
        SILENT,
        /** The decoder can't be run here just now; nothing is said of the upload. */
        NO_DECODER
    }
}
