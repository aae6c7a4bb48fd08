package np.saathi.dev.hearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import np.saathi.dev.hearing.RenderedPrompts.Place;

/** Follows rendered prompts frame by frame: of those that begin alike it is the one that can be no other, or has ended. */
final class RenderedEar implements PromptEar {
    private static final int FRAME = Timeline.FRAME;
    /** Met later than in its first frames, a prompt was met by chance: a word that two share. */
    private static final int BEGINNING = 15;

    private final RenderedPrompts prompts;
    private final List<Sighting> all = new ArrayList<>();
    private short[] recent = new short[0];
    /** Where {@link #recent} begins. */
    private long position;
    /** Each a prompt that this may be, and its frame that comes next; none while nothing is followed. */
    private List<Place> candidates = List.of();
    private long begun;
    private @Nullable String known;
    /** Samples until the next frame of what is followed is whole. */
    private int missing;

    RenderedEar(RenderedPrompts prompts) {
        this.prompts = prompts;
    }

    @Override
    public void add(short[] samples) {
        short[] sound = Arrays.copyOf(recent, recent.length + samples.length);
        System.arraycopy(samples, 0, sound, recent.length, samples.length);
        int at = 0;
        for (; at + FRAME <= sound.length; at++) {
            look(sound, at);
        }
        recent = Arrays.copyOfRange(sound, at, sound.length);
        position += at;
    }

    private void look(short[] sound, int at) {
        if (candidates.isEmpty()) {
            begin(sound, at);
        } else if (--missing == 0) {
            goOn(sound, at);
        }
    }

    private void begin(short[] sound, int at) {
        List<Place> here = prompts.at(sound, at).stream().filter(place -> place.frame() < BEGINNING).toList();
        if (!here.isEmpty()) {
            begun = position + at - (long) here.getFirst().frame() * FRAME;
            follow(here.stream().map(Place::next).toList());
        }
    }

    private void follow(List<Place> next) {
        candidates = next;
        missing = FRAME;
        if (known == null && next.size() == 1) {
            know(next.getFirst());
        } else if (known != null) {
            set(next.getFirst(), false);
        }
        if (next.stream().allMatch(Place::isOver)) {
            pause(); // nothing need follow
        }
    }

    private void goOn(short[] sound, int at) {
        List<Place> still = candidates.stream().filter(place -> !place.isOver() && place.isAt(sound, at))
                .map(Place::next).toList();
        if (still.isEmpty()) {
            pause();
            begin(sound, at);
        } else {
            follow(still);
        }
    }

    private void know(Place place) {
        known = place.name();
        all.add(new Sighting(place.name(), begun, 0, false, false));
        set(place, false);
    }

    private void set(Place next, boolean over) {
        all.set(all.size() - 1, new Sighting(next.name(), begun, begun + (long) next.frame() * FRAME, over,
                next.isLastSound()));
    }

    @Override
    public void pause() {
        if (known == null) {
            candidates.stream().filter(Place::isLastSound).findFirst().ifPresent(this::know);
        }
        if (known != null) {
            set(candidates.getFirst(), true);
        }
        candidates = List.of();
        known = null;
    }

    @Override
    public List<Sighting> heard() {
        return List.copyOf(all);
    }
}
