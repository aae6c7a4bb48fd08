package np.saathi.message.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.gagravarr.ogg.OggFile;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;

/**
 * The samples of an Ogg Opus file, packet by packet, at Opus's own rate: asked for a lower one, Concentus 1.0.2 gives
 * silence for some streams of one channel.
 */
final class OpusSound extends InputStream {
    private static final int RATE = 48_000;
    /** 120 ms: no packet is longer. */
    private static final int MOST = RATE * 120 / 1000;
    private final OpusFile file;
    private final OpusDecoder decoder;
    private ByteBuffer packet = ByteBuffer.allocate(0);
    private int toSkip;

    private OpusSound(byte[] ogg) throws IOException, OpusException {
        file = new OpusFile(new OggFile(new ByteArrayInputStream(ogg)));
        decoder = new OpusDecoder(RATE, 1);
        toSkip = file.getInfo().getPreSkip();
    }

    static AudioInputStream of(byte[] ogg) throws IOException {
        try {
            return new AudioInputStream(new OpusSound(ogg), new AudioFormat(RATE, 16, 1, true, false),
                    AudioSystem.NOT_SPECIFIED);
        } catch (OpusException e) {
            throw new IOException(e);
        }
    }

    private boolean more() throws IOException {
        while (!packet.hasRemaining()) {
            OpusAudioData data = file.getNextAudioPacket();
            if (data == null) {
                return false;
            }
            packet = decode(data.getData());
        }
        return true;
    }

    private ByteBuffer decode(byte[] data) throws IOException {
        short[] samples = new short[MOST];
        try {
            int count = decoder.decode(data, 0, data.length, samples, 0, MOST, false);
            int skipped = Math.min(toSkip, count);
            toSkip -= skipped;
            ByteBuffer bytes = ByteBuffer.allocate(2 * (count - skipped)).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(samples, skipped, count - skipped);
            return bytes;
        } catch (OpusException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        return more() ? packet.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int some = Math.min(length, packet.remaining());
        packet.get(into, offset, some);
        return some;
    }
}
