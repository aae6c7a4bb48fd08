package np.saathi.dev.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Times are taken from the sound: a gap in it is silence, a late bunch of frames is none. */
class TimelineTests {
    private static final long FRAME_NANOS = 20_000_000;

    /** The past, so that a recording's end is not mistaken for a caller's silence. */
    private final long zero = System.nanoTime() - 20_000_000_000L;
    private final Timeline timeline = new Timeline(zero);

    @Test
    void framesFollowEachOther() {
        frames(0, 100);
        assertThat(Arrays.copyOf(timeline.samples(), 100 * Timeline.FRAME)).doesNotContain((short) 0);
    }

    @Test
    void gapIsSilenceOfItsLength() {
        frames(0, 50);
        frames(100, 50);
        short[] heard = timeline.samples();
        assertThat(heard[50 * Timeline.FRAME - 1]).isNotZero();
        assertThat(heard[75 * Timeline.FRAME]).isZero();
        assertThat(heard[100 * Timeline.FRAME + Timeline.FRAME / 2]).isNotZero();
        assertThat(Levels.whole(heard, 51 * Timeline.FRAME, 48 * Timeline.FRAME)).isLessThan(Levels.SILENCE);
    }

    @Test
    void lateBunchLeavesNoGap() {
        frames(0, 50);
        // Half of these come 300 ms late, all at once; then the clock is caught up with.
        for (int i = 50; i < 65; i++) {
            timeline.add(zero + 65 * FRAME_NANOS, frame());
        }
        frames(65, 50);
        assertThat(Arrays.copyOf(timeline.samples(), 115 * Timeline.FRAME)).doesNotContain((short) 0);
    }

    @Test
    void wordsThatGoOnLateStayWhole() {
        frames(0, 50);
        frames(60, 50);
        assertThat(Arrays.copyOf(timeline.samples(), 100 * Timeline.FRAME)).doesNotContain((short) 0);
    }

    @Test
    void theirLatenessBecomesThePauseAfterThem() {
        frames(0, 50);
        frames(60, 50);
        timeline.add(zero + 111 * FRAME_NANOS, new short[Timeline.FRAME]);
        frames(111, 200);
        short[] heard = timeline.samples();
        assertThat(heard[100 * Timeline.FRAME - 1]).isNotZero();
        assertThat(heard[111 * Timeline.FRAME - 1]).isZero();
        assertThat(heard[111 * Timeline.FRAME]).isNotZero();
    }

    @Test
    void aPlaceIsKnownByItsFrameWhenLateOnesHaveMovedIt() {
        frames(0, 50);
        // Two seconds late: first it looks as if nothing had been said meanwhile.
        timeline.add(zero + 150 * FRAME_NANOS, frame());
        int before = timeline.framesBefore(149 * Timeline.FRAME + 1);
        for (int i = 51; i < 150; i++) {
            timeline.add(zero + 150 * FRAME_NANOS, frame());
        }
        frames(150, 100);
        assertThat(before).isEqualTo(51);
        assertThat(timeline.startOf(before)).isEqualTo(51 * Timeline.FRAME);
    }

    @Test
    void nothingHeardIsSilenceToo() {
        frames(0, 10);
        assertThat(timeline.samples().length).isGreaterThan(19 * Timeline.RATE);
    }

    private void frames(int first, int count) {
        for (int i = first; i < first + count; i++) {
            timeline.add(zero + (i + 1) * FRAME_NANOS, frame());
        }
    }

    private static short[] frame() {
        short[] samples = new short[Timeline.FRAME];
        Arrays.fill(samples, (short) 1_000);
        return samples;
    }
}
