package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls to the line, so many a second, each in another number's name, whose answers nobody acknowledges. */
final class InviteFlood implements AutoCloseable {
    private final InetSocketAddress line;
    private final DatagramSocket socket;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();

    private InviteFlood(InetSocketAddress line) throws SocketException {
        this.line = line;
        this.socket = new DatagramSocket();
    }

    static InviteFlood of(InetSocketAddress line, int aSecond) throws SocketException {
        InviteFlood flood = new InviteFlood(line);
        Thread.ofVirtual().start(flood::listen);
        var unused = flood.sender.scheduleAtFixedRate(flood::call, 0, 1_000_000 / aSecond,
                TimeUnit.MICROSECONDS);
        return flood;
    }

    private void call() {
        int n = sent.incrementAndGet();
        String here = "127.0.0.1:" + socket.getLocalPort();
        String id = UUID.randomUUID().toString();
        String sdp = String.join("\r\n", "v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "c=IN IP4 127.0.0.1", "t=0 0",
                "m=audio 9 RTP/AVP 8", "a=rtpmap:8 PCMA/8000", "");
        String invite = String.join("\r\n", "INVITE sip:1660@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + id, "Max-Forwards: 70",
                "From: <sip:97798001%05d@".formatted(n) + here + ">;tag=" + id, "To: <sip:1660@127.0.0.1>",
                "Call-ID: " + id, "CSeq: 1 INVITE", "Contact: <sip:" + here + ">", "Content-Type: application/sdp",
                "Content-Length: " + sdp.length(), "", sdp);
        try {
            socket.send(new DatagramPacket(invite.getBytes(StandardCharsets.US_ASCII), invite.length(), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the last answer to each call counts. */
    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
                if (text.startsWith("SIP/2.0 ")) {
                    answers.put(text.replaceFirst("(?s).*\r\nCall-ID: ([^\r]*).*", "$1"), text.substring(8, 11));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    int sent() {
        return sent.get();
    }

    /** How many calls have had this answer, e.g. 486. */
    long answered(int status) {
        return answers.values().stream().filter(Integer.toString(status)::equals).count();
    }

    /** Calls no more; what was called stays unacknowledged. */
    void stop() {
        sender.shutdownNow();
    }

    @Override
    public void close() {
        stop();
        socket.close();
    }
}
