package np.saathi.prompt.speech;

/** A text couldn't be read aloud; the message tells what to do about it. */
class SpeechException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpeechException(String message) {
        super(message);
    }

    SpeechException(String message, Throwable cause) {
        super(message, cause);
    }
}
