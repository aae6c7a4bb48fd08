package np.saathi.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import np.saathi.identity.Encryptor;

/** The voices of messages: a file each, encrypted by a key that is not beside it, under a random name. */
@Component
class VoiceFiles {
    private final Path directory;
    private final Encryptor encryptor;

    VoiceFiles(MessageProperties properties, Encryptor encryptor) {
        this.directory = properties.directory();
        this.encryptor = encryptor;
    }

    /** Written whole or not at all. */
    void write(String name, byte[] voice) {
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path half = Files.createTempFile(directory, "half", "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(half, encryptor.encrypt(voice, context(name)));
            Files.move(half, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("A voice could not be kept; see saathi.messages.directory", e);
        }
    }

    /** Empty when it is gone. */
    Optional<byte[]> read(String name) {
        try {
            return Optional.of(encryptor.decrypt(Files.readAllBytes(directory.resolve(name)), context(name)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A voice could not be read", e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("A voice could not be deleted", e);
        }
    }

    /** Names of files that were last written before this moment. */
    List<String> olderThan(Instant moment) {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> modified(file).isBefore(moment)).map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The voices could not be listed", e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String context(String name) {
        return "voice:" + name;
    }
}
