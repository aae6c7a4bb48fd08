package np.saathi.message.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.jspecify.annotations.Nullable;

import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import np.saathi.message.audio.AudioRefused.Why;

/** The samples of an MP3, frame by frame. */
final class Mp3Sound extends InputStream {
    private final Bitstream bits;
    private final Decoder decoder = new Decoder();
    private ByteBuffer frame;
    private final int rate;
    private final int channels;

    private Mp3Sound(byte[] mp3) throws IOException {
        bits = new Bitstream(new ByteArrayInputStream(mp3));
        SampleBuffer first = next();
        if (first == null) {
            throw new AudioRefused(Why.BROKEN);
        }
        rate = first.getSampleFrequency();
        channels = first.getChannelCount();
        frame = bytes(first);
    }

    static AudioInputStream of(byte[] mp3) throws IOException {
        Mp3Sound sound = new Mp3Sound(mp3);
        return new AudioInputStream(sound, new AudioFormat(sound.rate, 16, sound.channels, true, false),
                AudioSystem.NOT_SPECIFIED);
    }

    private @Nullable SampleBuffer next() throws IOException {
        try {
            Header header = bits.readFrame();
            if (header == null) {
                return null;
            }
            SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, bits);
            bits.closeFrame();
            return samples;
        } catch (JavaLayerException e) {
            throw new IOException(e);
        }
    }

    private static ByteBuffer bytes(SampleBuffer samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.getBufferLength()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples.getBuffer(), 0, samples.getBufferLength());
        return bytes;
    }

    private boolean more() throws IOException {
        while (!frame.hasRemaining()) {
            SampleBuffer samples = next();
            if (samples == null) {
                return false;
            }
            if (samples.getSampleFrequency() != rate || samples.getChannelCount() != channels) {
                throw new AudioRefused(Why.BROKEN);
            }
            frame = bytes(samples);
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return more() ? frame.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int some = Math.min(length, frame.remaining());
        frame.get(into, offset, some);
        return some;
    }
}
