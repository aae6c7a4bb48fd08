package np.saathi.dev.pstn;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import np.saathi.dev.hearing.Heard;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.hearing.Timeline;

/**
 * The sound of one call, both ways, as Asterisk's AudioSocket gives it over TCP: messages of one byte kind, two bytes
 * length, content; sound is 16 bits a sample, 8000 a second, little-endian.
 */
public final class SoundLink implements AutoCloseable {
    private static final int HANGUP = 0x00;
    private static final int IDENTITY = 0x01;
    private static final int KEY = 0x03;
    private static final int SOUND = 0x10;
    private static final int FRAME = Timeline.RATE / 50;
    private static final long FRAME_NANOS = 20_000_000L;

    /** What is spoken: the sample with that number since the beginning of the call. */
    @FunctionalInterface
    public interface Voice {
        short at(long sample);

        /** Says nothing, but sends it: a telephone is never off the air. */
        Voice SILENCE = sample -> 0;

        /** A pure tone of that many Hertz: as loud as somebody in the background, so that sentences stay audible. */
        static Voice tone(int hertz) {
            return sample -> (short) (2_048 * Math.sin(2 * Math.PI * hertz * sample / Timeline.RATE));
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final UUID id;
    private final Heard heard;
    private final StringBuffer keys = new StringBuffer();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Consumer<short[]>> listeners = new CopyOnWriteArrayList<>();
    private volatile Voice voice = Voice.SILENCE;
    private volatile boolean sending = true;

    /** Takes over a connection of Asterisk's; reads the identity that it begins with. */
    SoundLink(Socket socket, PromptLibrary prompts) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        int kind = in.readUnsignedByte();
        byte[] content = in.readNBytes(in.readUnsignedShort());
        if (kind != IDENTITY || content.length != 16) {
            throw new IOException("not an AudioSocket");
        }
        ByteBuffer bits = ByteBuffer.wrap(content);
        this.id = new UUID(bits.getLong(), bits.getLong());
        this.heard = new Heard(new Timeline(System.nanoTime()), prompts, this::isUp);
    }

    /**
     * Listens and speaks on threads of its own until the call ends. Not on virtual ones: a sound that waits behind the
     * app's work (a PIN's hash) would come late.
     */
    void run() {
        Thread.ofPlatform().daemon().name("hears-" + id).start(this::listen);
        Thread.ofPlatform().daemon().name("speaks-" + id).start(this::speak);
    }

    private void listen() {
        try {
            while (true) {
                int kind = in.readUnsignedByte();
                byte[] content = in.readNBytes(in.readUnsignedShort());
                if (kind == HANGUP) {
                    return;
                }
                if (kind == KEY) {
                    keys.append((char) content[0]);
                }
                if (kind == SOUND) {
                    short[] samples = new short[content.length / 2];
                    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
                    heard.add(System.nanoTime(), samples);
                    listeners.forEach(listener -> listener.accept(samples));
                }
            }
        } catch (IOException closed) {
            // The ordinary end: Asterisk closes the connection when the call has ended.
        } finally {
            ended.countDown();
        }
    }

    /** One frame every 20 ms by the clock; after a delay the missed ones follow at once. */
    private void speak() {
        ByteBuffer message = ByteBuffer.allocate(3 + 2 * FRAME).order(ByteOrder.LITTLE_ENDIAN);
        long next = System.nanoTime();
        try {
            OutputStream out = socket.getOutputStream();
            for (long sample = 0; ended.getCount() > 0; next += FRAME_NANOS) {
                message.clear().put((byte) SOUND).put((byte) (2 * FRAME >> 8)).put((byte) (2 * FRAME));
                for (int i = 0; i < FRAME; i++) {
                    message.putShort(voice.at(sample++));
                }
                if (sending) {
                    out.write(message.array());
                }
                while (System.nanoTime() < next + FRAME_NANOS) {
                    LockSupport.parkNanos(next + FRAME_NANOS - System.nanoTime());
                }
            }
        } catch (IOException closed) {
            // As above: the listening thread tells of the end.
        }
    }

    void speaks(Voice newVoice) {
        voice = newVoice;
    }

    /** Whether sound is sent at all; a network that is lost sends none. */
    void sends(boolean yes) {
        sending = yes;
    }

    /** From now on says these samples once, then silence. */
    void says(short[] samples) {
        long[] first = {-1};
        voice = sample -> {
            first[0] = first[0] < 0 ? sample : first[0];
            return sample - first[0] < samples.length ? samples[(int) (sample - first[0])] : 0;
        };
    }

    /** The keys that the other end pressed. */
    String keys() {
        return keys.toString();
    }

    UUID id() {
        return id;
    }

    Heard heard() {
        return heard;
    }

    boolean isUp() {
        return ended.getCount() > 0;
    }

    boolean awaitEnd(java.time.Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on each frame that is heard is handed on, on the thread that listens. */
    void onSound(Consumer<short[]> listener) {
        listeners.add(listener);
    }

    /** Hangs up. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
