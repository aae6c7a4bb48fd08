package np.saathi.prompt.speech;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A mono sound in memory: samples from -1 to 1, and how many of them make a second. Never changed once made. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the package
record Sound(float[] samples, int rate) {

    static final int TELEPHONE_RATE = 8000;

    /**
     * How loud speech becomes, as the power of its spoken parts against full scale. ITU-T P.56 and G.101 put normal
     * speech at -26 dBov (-20 dBm0). We take 4 dB more, for small phones in noisy places; speech peaks lie 12 to 16 dB
     * above its power, so that even they stay below what G.711 can carry.
     */
    static final double SPEECH_LEVEL = -22;

    /** Where a voice has unusually high peaks, they decide: none may come nearer to full scale than this. */
    private static final double PEAK_LEVEL = -1;

    /** Below this a recording holds no speech: the noise of an idle telephone line is louder. */
    private static final double SILENT_LEVEL = -60;

    /** What is so much quieter than the loudest moment is pause or room noise, not speech (P.56 takes 15.9 dB). */
    private static final double SPEECH_MARGIN = 16;
    private static final double SOUND_MARGIN = 40;

    private static final int FRAMES_PER_SECOND = 100;
    private static final double LEAD_SECONDS = 0.02;

    /** Enough to set apart pieces that are said one after another, digits most of all. */
    private static final double TAIL_SECONDS = 0.15;

    /**
     * Reads a PCM WAV file of one or two channels, 8 to 32 bits, 8 to 48 kHz.
     *
     * @throws UnsupportedAudioFileException for any other format, saying what was found
     */
    static Sound read(InputStream wav) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new BufferedInputStream(wav))) {
            AudioFormat format = audio.getFormat();
            checkReadable(format);
            return decoded(audio.readAllBytes(), format);
        }
    }

    static Sound decoded(byte[] pcm, AudioFormat format) {
        return new Sound(decode(pcm, format), Math.round(format.getSampleRate()));
    }

    static Sound silence(Duration length) {
        return new Sound(new float[(int) (length.toMillis() * TELEPHONE_RATE / 1000)], TELEPHONE_RATE);
    }

    Duration length() {
        return Duration.ofMillis(1000L * samples.length / rate);
    }

    boolean silent() {
        return silent(speechPower());
    }

    static boolean silent(double power) {
        return decibel(power) < SILENT_LEVEL;
    }

    /** This sound as the telephone carries it: at 8 kHz, without silence around it, at the level of all prompts. */
    Sound forTelephone() {
        Sound narrow = rate == TELEPHONE_RATE
                ? this
                : new Sound(new Resampler(rate, TELEPHONE_RATE).resample(samples), TELEPHONE_RATE);
        return narrow.trimmed().levelled();
    }

    /** 16-bit samples; what is beyond full scale is cut off. */
    short[] pcm() {
        short[] pcm = new short[samples.length];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.clamp(Math.round(samples[i] * Short.MAX_VALUE), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return pcm;
    }

    /** Power of the spoken parts: the mean of those frames that are not much quieter than the loudest. */
    double speechPower() {
        return speechPower(framePowers());
    }

    static double speechPower(double[] powers) {
        double least = Arrays.stream(powers).max().orElse(0) * ratio(-SPEECH_MARGIN);
        return Arrays.stream(powers).filter(power -> power > 0 && power >= least).average().orElse(0);
    }

    static double decibel(double power) {
        return 10 * Math.log10(Math.max(power, 1e-12));
    }

    private Sound trimmed() {
        double[] powers = framePowers();
        double least = Arrays.stream(powers).max().orElse(0) * ratio(-SOUND_MARGIN);
        int first = 0;
        while (first < powers.length && powers[first] <= least) {
            first++;
        }
        int last = powers.length - 1;
        while (last > first && powers[last] <= least) {
            last--;
        }
        int frame = rate / FRAMES_PER_SECOND;
        int from = Math.max(0, first * frame - (int) (LEAD_SECONDS * rate));
        // The tail may lie beyond the end of the recording: then it is silence.
        int to = (last + 1) * frame + (int) (TAIL_SECONDS * rate);
        return new Sound(Arrays.copyOfRange(samples, Math.min(from, samples.length), to), rate);
    }

    double peak() {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private Sound levelled() {
        return louder(gain(speechPower(), peak()));
    }

    /** By how much speech of this power and peak is to be made louder. */
    static double gain(double power, double peak) {
        return power == 0 || peak == 0
                ? 1
                : Math.min(Math.sqrt(ratio(SPEECH_LEVEL) / power), Math.sqrt(ratio(PEAK_LEVEL)) / peak);
    }

    Sound louder(double gain) {
        float[] louder = new float[samples.length];
        for (int i = 0; i < louder.length; i++) {
            louder[i] = (float) (samples[i] * gain);
        }
        return new Sound(louder, rate);
    }

    double[] framePowers() {
        int frame = rate / FRAMES_PER_SECOND;
        double[] powers = new double[(samples.length + frame - 1) / frame];
        for (int i = 0; i < samples.length; i++) {
            powers[i / frame] += samples[i] * samples[i] / frame;
        }
        return powers;
    }

    private static double ratio(double decibel) {
        return Math.pow(10, decibel / 10);
    }

    private static void checkReadable(AudioFormat format) throws UnsupportedAudioFileException {
        boolean pcm = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                || format.getEncoding().equals(AudioFormat.Encoding.PCM_UNSIGNED);
        int bits = format.getSampleSizeInBits();
        boolean readable = pcm && bits % 8 == 0 && bits >= 8 && bits <= 32 && format.getChannels() <= 2
                && format.getSampleRate() >= TELEPHONE_RATE && format.getSampleRate() <= 48_000;
        if (!readable) {
            throw new UnsupportedAudioFileException(
                    "it must be PCM of 8 to 32 bits, mono or stereo, 8 to 48 kHz, but is "
                            + format);
        }
    }

    private static float[] decode(byte[] bytes, AudioFormat format) {
        int channels = format.getChannels();
        int width = format.getSampleSizeInBits() / 8;
        boolean signed = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED);
        float[] samples = new float[bytes.length / (width * channels)];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += sample(bytes, (i * channels + channel) * width, width, signed, format.isBigEndian());
            }
            samples[i] = (float) (sum / channels);
        }
        return samples;
    }

    private static double sample(byte[] bytes, int offset, int width, boolean signed, boolean bigEndian) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            int octet = bytes[bigEndian ? offset + i : offset + width - 1 - i] & 0xFF;
            value = value << 8 | octet;
        }
        int unused = 32 - 8 * width;
        int full = signed ? value << unused : value << unused ^ Integer.MIN_VALUE;
        return full / 2147483648.0;
    }
}
