package np.saathi.dev.pstn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import np.saathi.dev.hearing.Alaw;
import np.saathi.dev.hearing.Heard;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.hearing.Timeline;
import np.saathi.dev.process.DevServiceException;

/**
 * A phone that speaks SIP itself, for what no exchange does on request: it puts the line on hold, and goes on sending
 * sound, as networks do that play music to who waits. Keys go as SIP INFO, sound is A-law.
 */
public final class SipPhone implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int FRAME = Timeline.RATE / 50;
    private static final int RTP_HEADER = 12;
    private static final int ALAW = 8;
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 (\\d{3})");
    private final InetSocketAddress line;
    private final String number;
    private final String from;
    private final String callId = UUID.randomUUID().toString();
    private final DatagramSocket sip;
    private final DatagramSocket rtp;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Heard heard;
    private volatile SoundLink.Voice voice = SoundLink.Voice.SILENCE;
    private volatile boolean up = true;
    private String to = "";
    private int sequence;
    private int version;

    private SipPhone(InetSocketAddress line, String number, String caller, PromptLibrary prompts) throws IOException {
        this.line = line;
        this.number = number;
        this.sip = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.from = "<sip:" + caller + "@" + at(sip) + ">;tag=" + UUID.randomUUID();
        this.to = "<sip:" + number + "@" + line.getHostString() + ":" + line.getPort() + ">";
        this.heard = new Heard(new Timeline(System.nanoTime()), prompts, () -> up);
    }

    /** Calls that number of the line and returns when it was answered. */
    public static SipPhone calls(InetSocketAddress line, String number, String caller, PromptLibrary prompts) {
        try {
            SipPhone phone = new SipPhone(line, number, caller, prompts);
            Thread.ofPlatform().daemon().name("sip-phone").start(phone::signals);
            String answered = phone.invites("sendrecv");
            phone.speaksTo(answered);
            return phone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(DatagramSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Puts the line on hold, or takes it back. @param direction {@code sendonly}, {@code inactive}, {@code sendrecv} */
    public void media(String direction) {
        var _ = invites(direction);
    }

    private String invites(String direction) {
        sequence++;
        version++;
        String sdp = String.join("\r\n", "v=0", "o=- 1 " + version + " IN IP4 127.0.0.1", "s=-", "c=IN IP4 127.0.0.1",
                "t=0 0", "m=audio " + rtp.getLocalPort() + " RTP/AVP " + ALAW, "a=rtpmap:8 PCMA/8000",
                "a=" + direction, "");
        String branch = branch();
        sends("INVITE", sequence, branch, "application/sdp", sdp);
        String answer = awaitAnswer("INVITE");
        to = header(answer, "To");
        sends("ACK", sequence, branch(), "", "");
        return answer;
    }

    /** Presses keys one after the other. */
    public void presses(String digits) {
        for (char digit : digits.toCharArray()) {
            sequence++;
            sends("INFO", sequence, branch(), "application/dtmf-relay", "Signal=" + digit + "\r\nDuration=100\r\n");
            var _ = awaitAnswer("INFO");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /**
     * Sends an INFO (RFC 6086) as it is.
     *
     * @param type its content type; empty for none
     * @return the status of its answer; empty when none came
     */
    public OptionalInt info(String type, String body) {
        sequence++;
        sends("INFO", sequence, branch(), type, body);
        return awaitStatus("INFO", Duration.ofSeconds(3));
    }

    private OptionalInt awaitStatus(String method, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (String answer; (answer = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS)) != null;) {
                Matcher status = STATUS.matcher(answer);
                if (header(answer, "CSeq").endsWith(method) && status.lookingAt()
                        && !status.group(1).startsWith("1")) {
                    return OptionalInt.of(Integer.parseInt(status.group(1)));
                }
            }
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while waiting for an answer", e);
        }
    }

    /** From now on says a tone of that many Hertz. */
    public SipPhone speaks(int hertz) {
        voice = SoundLink.Voice.tone(hertz);
        return this;
    }

    public Heard heard() {
        return heard;
    }

    private static String branch() {
        return "z9hG4bK" + UUID.randomUUID();
    }

    private void sends(String method, int cseq, String branch, String type, String body) {
        send(String.join("\r\n", method + " sip:" + number + "@" + line.getHostString() + ":" + line.getPort()
                + " SIP/2.0", "Via: SIP/2.0/UDP " + at(sip) + ";branch=" + branch, "Max-Forwards: 70",
                "From: " + from, "To: " + to, "Call-ID: " + callId, "CSeq: " + cseq + " " + method,
                "Contact: <sip:phone@" + at(sip) + ">", type.isEmpty() ? "Subject: -" : "Content-Type: " + type,
                "Content-Length: " + body.length(), "", body));
    }

    private void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            sip.send(new DatagramPacket(bytes, bytes.length, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the answer 200 to a request of ours */
    private String awaitAnswer(String method) {
        long end = System.nanoTime() + ANSWER.toNanos();
        try {
            while (true) {
                String answer = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    throw new AssertionError("no answer to " + method);
                }
                Matcher status = STATUS.matcher(answer);
                if (!header(answer, "CSeq").endsWith(method) || !status.lookingAt()
                        || status.group(1).startsWith("1")) {
                    continue;
                }
                if (!status.group(1).equals("200")) {
                    throw new AssertionError(method + " was answered " + status.group(1));
                }
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while waiting for an answer", e);
        }
    }

    private static String header(String message, String name) {
        Matcher found = Pattern.compile("(?im)^" + name + ": *(.*?)\\s*$").matcher(message);
        return found.find() ? found.group(1) : "";
    }

    /** What the line says; its own requests are all agreed to. */
    private void signals() {
        byte[] buffer = new byte[65_536];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                sip.receive(packet);
                String message = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                if (message.startsWith("SIP/2.0")) {
                    answers.add(message);
                } else if (!message.startsWith("ACK")) {
                    up = up && !message.startsWith("BYE");
                    send(String.join("\r\n", "SIP/2.0 200 OK", "Via: " + header(message, "Via"),
                            "From: " + header(message, "From"), "To: " + header(message, "To"),
                            "Call-ID: " + header(message, "Call-ID"), "CSeq: " + header(message, "CSeq"),
                            "Content-Length: 0", "", ""));
                }
            }
        } catch (SocketException closed) {
            up = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void speaksTo(String answer) {
        Matcher port = Pattern.compile("m=audio (\\d+)").matcher(answer);
        if (!port.find()) {
            throw new AssertionError("an answer without sound");
        }
        InetSocketAddress there = new InetSocketAddress(line.getAddress(), Integer.parseInt(port.group(1)));
        Thread.ofPlatform().daemon().name("sip-phone-hears").start(this::listen);
        Thread.ofPlatform().daemon().name("sip-phone-speaks").start(() -> speak(there));
    }

    private void listen() {
        byte[] buffer = new byte[2_048];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                rtp.receive(packet);
                if ((buffer[1] & 0x7f) == ALAW && packet.getLength() > RTP_HEADER) {
                    heard.add(System.nanoTime(),
                            Alaw.decode(Arrays.copyOfRange(buffer, RTP_HEADER, packet.getLength())));
                }
            }
        } catch (SocketException closed) {
            up = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void speak(InetSocketAddress there) {
        long next = System.nanoTime();
        short[] samples = new short[FRAME];
        ByteBuffer packet = ByteBuffer.allocate(RTP_HEADER + FRAME);
        try {
            for (int frame = 0; up; frame++) {
                for (int i = 0; i < FRAME; i++) {
                    samples[i] = voice.at((long) frame * FRAME + i);
                }
                packet.clear().put((byte) 0x80).put((byte) ALAW).putShort((short) frame).putInt(frame * FRAME)
                        .putInt(4711).put(Alaw.encode(samples));
                rtp.send(new DatagramPacket(packet.array(), packet.position(), there));
                next += TimeUnit.MILLISECONDS.toNanos(20);
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
        } catch (SocketException closed) {
            up = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hangs up where the call still stands. */
    @Override
    public void close() {
        if (up) {
            sequence++;
            sends("BYE", sequence, branch(), "", "");
            var _ = awaitAnswer("BYE");
        }
        up = false;
        sip.close();
        rtp.close();
    }
}
