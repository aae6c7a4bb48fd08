package np.saathi.dev.hearing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The prompts as they are rendered for callers. On one machine sound arrives sample by sample as it was played, so a
 * prompt is known by the very samples of its frames; mixed with voices or music it is not.
 */
public final class RenderedPrompts implements PromptLibrary {
    /** A prompt is recognised by its first 50 frames; one that is met later was met by chance, in a word that two share. */
    private static final int KNOWN_BY = 50;
    /** Quieter frames (their mean square) are pauses, which all prompts share. */
    private static final long QUIET = 100 * 100;

    /** Where a frame stands: in which prompt, and as which of its frames. */
    record Place(String name, short[] sound, int frame) {
        Place next() {
            return new Place(name, sound, frame + 1);
        }

        /** Whether the prompt ends before this frame. */
        boolean isOver() {
            return (frame + 1) * Timeline.FRAME > sound.length;
        }

        boolean isAt(short[] heard, int from) {
            return Arrays.equals(sound, frame * Timeline.FRAME, (frame + 1) * Timeline.FRAME, heard, from,
                    from + Timeline.FRAME);
        }

        /** Whether nothing but pauses follows. */
        boolean isLastSound() {
            for (Place later = this; !later.isOver(); later = later.next()) {
                if (isLoud(sound, later.frame * Timeline.FRAME)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Path directory;
    private final Map<String, short[]> sounds = new TreeMap<>();
    private final Map<Integer, List<Place>> places = new HashMap<>();

    /** @param directory of {@code <language>/<key>.alaw}; read when the first of them is to be known */
    public RenderedPrompts(Path directory) {
        this.directory = directory;
    }

    private synchronized void read() {
        if (!sounds.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".alaw")).sorted().toList()) {
                String name = directory.relativize(file).toString().replaceFirst("\\.alaw$", "");
                add(name, Alaw.decode(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, short[] sound) {
        sounds.put(name, sound);
        for (Place place = new Place(name, sound, 0); place.frame() < KNOWN_BY && !place.isOver(); place = place
                .next()) {
            if (isLoud(sound, place.frame() * Timeline.FRAME)) {
                places.computeIfAbsent(hash(sound, place.frame() * Timeline.FRAME), _ -> new ArrayList<>()).add(place);
            }
        }
    }

    /** Where in all prompts these samples are a frame. */
    List<Place> at(short[] heard, int from) {
        if (!isLoud(heard, from)) {
            return List.of();
        }
        return places.getOrDefault(hash(heard, from), List.of()).stream().filter(place -> place.isAt(heard, from))
                .toList();
    }

    private static int hash(short[] sound, int from) {
        int hash = 1;
        for (int i = from; i < from + Timeline.FRAME; i++) {
            hash = 31 * hash + sound[i];
        }
        return hash;
    }

    private static boolean isLoud(short[] sound, int from) {
        long energy = 0;
        for (int i = from; i < from + Timeline.FRAME; i++) {
            energy += (long) sound[i] * sound[i];
        }
        return energy > QUIET * Timeline.FRAME;
    }

    @Override
    public PromptEar ear() {
        read();
        return new RenderedEar(this);
    }

    @Override
    public Duration length(String key, String language) {
        read();
        short[] sound = sounds.get(language + "/" + key);
        if (sound == null) {
            throw new IllegalArgumentException("There is no prompt " + language + "/" + key);
        }
        return Timeline.time(sound.length);
    }
}
