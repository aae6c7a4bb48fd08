package np.saathi.message.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;

/** What phones and browsers would send: a tone of 700 Hz, made by encoders that the app does not have. */
public final class Voices {
    public static final int HERTZ = 700;

    private Voices() {}

    public static byte[] wav(double seconds, int rate, int channels) {
        return file(AudioFileFormat.Type.WAVE, seconds, rate, channels);
    }

    public static byte[] file(AudioFileFormat.Type type, double seconds, int rate, int channels) {
        return file(type, stream(seconds, rate, channels));
    }

    static byte[] alawWav(double seconds) {
        return file(AudioFileFormat.Type.WAVE,
                AudioSystem.getAudioInputStream(AudioFormat.Encoding.ALAW, stream(seconds, 8000, 1)));
    }

    public static byte[] silentWav(double seconds) {
        byte[] wav = wav(seconds, 8000, 1);
        Arrays.fill(wav, 44, wav.length, (byte) 0);
        return wav;
    }

    private static byte[] file(AudioFileFormat.Type type, AudioInputStream sound) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AudioSystem.write(sound, type, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AudioInputStream stream(double seconds, int rate, int channels) {
        short[] samples = tone(seconds, rate);
        byte[] bytes = new byte[2 * channels * samples.length];
        for (int i = 0; i < bytes.length; i += 2) {
            short sample = samples[i / 2 / channels];
            bytes[i] = (byte) sample;
            bytes[i + 1] = (byte) (sample >> 8);
        }
        return new AudioInputStream(new ByteArrayInputStream(bytes), new AudioFormat(rate, 16, channels, true, false),
                samples.length);
    }

    private static short[] tone(double seconds, int rate) {
        short[] samples = new short[(int) (seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * HERTZ * i / rate));
        }
        return samples;
    }

    public static byte[] mp3(double seconds, int rate, int channels) {
        try {
            Path wav = Files.createTempFile("voice", ".wav");
            Path mp3 = Files.createTempFile("voice", ".mp3");
            try {
                Files.write(wav, wav(seconds, rate, channels));
                new de.sciss.jump3r.Main().run(new String[]{"--quiet", wav.toString(), mp3.toString()});
                return Files.readAllBytes(mp3);
            } finally {
                Files.delete(wav);
                Files.delete(mp3);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] opus(double seconds, int channels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpusInfo info = new OpusInfo();
        info.setNumChannels(channels);
        info.setSampleRate(48_000);
        info.setPreSkip(312);
        try (OpusFile file = new OpusFile(out, info, new OpusTags())) {
            OpusEncoder encoder = new OpusEncoder(48_000, channels, OpusApplication.OPUS_APPLICATION_VOIP);
            short[] mono = tone(seconds, 48_000);
            byte[] packet = new byte[4000];
            long granule = 0;
            for (int at = 0; at + 960 <= mono.length; at += 960) {
                short[] frame = new short[960 * channels];
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = mono[at + i / channels];
                }
                int length = encoder.encode(frame, 0, 960, packet, 0, packet.length);
                OpusAudioData data = new OpusAudioData(Arrays.copyOf(packet, length));
                granule += 960;
                data.setGranulePosition(granule);
                file.writeAudioData(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
