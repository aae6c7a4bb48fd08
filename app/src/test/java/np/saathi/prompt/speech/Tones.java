package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Made-up recordings for tests. */
public final class Tones {

    private Tones() {}

    static Sound tone(double hertz, double seconds, double amplitude, int rate) {
        float[] samples = new float[(int) (seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Sound(samples, rate);
    }

    /** A WAV file of 16 bits with a tone in it; of amplitude 0 with none. */
    public static byte[] file(double seconds, double amplitude, int rate, int channels) throws IOException {
        return wav(tone(700, seconds, amplitude, rate), 16, channels);
    }

    /** Silence, the tone, silence. */
    static Sound between(double before, Sound tone, double after) {
        float[] samples = new float[tone.samples().length + (int) ((before + after) * tone.rate())];
        System.arraycopy(tone.samples(), 0, samples, (int) (before * tone.rate()), tone.samples().length);
        return new Sound(samples, tone.rate());
    }

    static byte[] wav(Sound sound, int bits, int channels) throws IOException {
        AudioFormat format = new AudioFormat(sound.rate(), bits, channels, bits > 8, false);
        byte[] bytes = new byte[sound.samples().length * channels * bits / 8];
        int next = 0;
        for (float sample : sound.samples()) {
            for (int channel = 0; channel < channels; channel++) {
                int value = (int) Math.round(sample * (Math.pow(2, bits - 1.0) - 1)) + (bits > 8 ? 0 : 128);
                for (int octet = 0; octet < bits; octet += 8) {
                    bytes[next++] = (byte) (value >> octet);
                }
            }
        }
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(bytes), format, sound.samples().length),
                AudioFileFormat.Type.WAVE, wav);
        return wav.toByteArray();
    }
}
