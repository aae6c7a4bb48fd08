package np.saathi.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.tika.Tika;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.multipart.MultipartFile;

import np.saathi.audio.AudioDecoder;
import np.saathi.audio.AudioKind;
import np.saathi.audio.AudioRefused;
import np.saathi.audio.AudioRefused.Why;
import np.saathi.prompt.Language;
import np.saathi.prompt.Studio;
import np.saathi.prompt.speech.PhoneSound;
import np.saathi.web.Problem;

/** The files, by random names: what somebody called theirs is never a path here. */
@Component
class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final String PDF = "application/pdf";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** It reads its tables of types when it is made: at the first upload, not at the start. */
    private final Supplier<Tika> tika = SingletonSupplier.of(Tika::new);
    private final AudioDecoder decoder;
    private final TrainingProperties properties;
    private final Studio studio;

    Shelf(AudioDecoder decoder, TrainingProperties properties, Studio studio) {
        this.decoder = decoder;
        this.properties = properties;
        this.studio = studio;
    }

    /** @param seconds of a recording; empty for a document */
    record Kept(String file, String mediaType, long size, Optional<Integer> seconds) {}

    /** Streams it to the disk, looks at what it really is, and makes a recording playable by phone. */
    Kept keep(MultipartFile upload) {
        String name = randomName();
        boolean kept = false;
        try {
            Files.createDirectories(properties.directory());
            try (InputStream in = upload.getInputStream()) {
                Files.copy(in, file(name));
            }
            Kept one = isDocument(file(name))
                    ? new Kept(name, PDF, Files.size(file(name)), Optional.empty())
                    : recording(name);
            kept = true;
            return one;
        } catch (IOException e) {
            throw new UncheckedIOException("Training material can't be kept (saathi.training.directory)", e);
        } finally {
            if (!kept) {
                remove(name);
            }
        }
    }

    /** By its content alone. A PDF must begin as one: what is something else as well is neither. */
    private boolean isDocument(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8192);
            return tika.get().detect(head).equals(PDF)
                    && new String(head, StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        }
    }

    private Kept recording(String name) throws IOException {
        try (PhoneSound phone = new PhoneSound(sound(name))) {
            AudioKind kind = AudioKind.of(file(name));
            decoder.decode(file(name), kind, properties.longest(), phone::add);
            Duration length = phone.levelled().orElseThrow(() -> new AudioRefused(Why.SILENT));
            return new Kept(name, kind.mediaType(), Files.size(file(name)),
                    Optional.of(Math.toIntExact(Math.max(1, length.toSeconds()))));
        } catch (AudioRefused refused) {
            throw switch (refused.why()) {
                case UNKNOWN_FORMAT -> Problem.unprocessable("media-type",
                        "Only PDF and recordings (WAV, MP3, M4A, Ogg, WebM …) can be taught with");
                case BROKEN -> unreadable("it is damaged");
                case TOO_LONG -> unreadable("it is longer than " + properties.longest().toMinutes() + " minutes");
                case SILENT -> unreadable("there is nothing to hear in it");
                case NO_DECODER -> refused.problem();
            };
        }
    }

    private static Problem unreadable(String why) {
        return Problem.unprocessable("unreadable-audio", "This recording can't be played: " + why);
    }

    /**
     * A recording's title read aloud, for telephones: by it callers choose. It is made when it is first wanted.
     *
     * @return A-law, as the line plays it; empty when no voice can read it just now
     */
    byte[] titleAloud(String name, String title, Language language) {
        try {
            if (Files.notExists(title(name))) {
                byte[] spoken = studio.say(title, language);
                Path half = Files.createTempFile(properties.directory(), "half", "");
                Files.write(half, spoken);
                Files.move(half, title(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(title(name));
        } catch (IllegalStateException | IllegalArgumentException noVoice) {
            LOG.warn("The title of training material can't be read aloud: {}", noVoice.getMessage());
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("Training material can't be read (saathi.training.directory)", e);
        }
    }

    /** The title is another one now. */
    void renamed(String name) {
        try {
            Files.deleteIfExists(title(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path title(String name) {
        return properties.directory().resolve(name + ".title");
    }

    void remove(String name) {
        renamed(name);
        try {
            Files.deleteIfExists(file(name));
            Files.deleteIfExists(sound(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return properties.directory().resolve(name);
    }

    /** For telephones. */
    Path sound(String name) {
        return properties.directory().resolve(name + ".wav");
    }

    private static String randomName() {
        byte[] name = new byte[16];
        RANDOM.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }
}
