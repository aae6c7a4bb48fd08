package np.saathi.dev.pstn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

import np.saathi.dev.asterisk.Ami;
import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.asterisk.AsteriskProcess;
import np.saathi.dev.asterisk.TestCertificate;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.process.Ports;
import np.saathi.dev.process.PrivateDirectory;

/** One running exchange: its configuration (from the test resources), its Asterisk, its links. */
final class ExchangeProcess implements AutoCloseable {
    private static final List<String> FILES = List.of("asterisk", "modules", "pjsip", "rtp", "manager", "logger",
            "extensions", "indications", "cdr", "cel", "acl", "ccss", "features", "pjproject", "stasis", "udptl",
            "websocket_client");
    private static final String USER = "exchange";
    private static final Map<String, String> UDP = Map.of("PROTOCOL", "udp", "TLS", "", "TRANSPORT", "", "ENCRYPTION",
            "no");
    /** Channels at once; a test that wants more is out of hand. */
    private static final int CALLS = 100;
    /** Seconds; no call of a test lasts longer, even where the test is stuck. */
    private static final int LIMIT = 900;

    private final AsteriskInstall install;
    private final Path home = PrivateDirectory.temporary("exchange");
    private final InetSocketAddress line;
    private final InetSocketAddress sip;
    private final InetSocketAddress manager = new InetSocketAddress("127.0.0.1", Ports.free());
    private final String secret = UUID.randomUUID().toString();
    private final SoundServer sounds;
    private final AsteriskProcess process;
    private final Map<String, String> transport;
    private @Nullable Ami ami;

    /** Made, but not started: the line must be told its address first. */
    ExchangeProcess(AsteriskInstall install, InetSocketAddress line, PromptLibrary prompts) {
        this(install, new InetSocketAddress("127.0.0.1", Ports.free()), line, prompts, UDP);
    }

    /** As {@link #ExchangeProcess(AsteriskInstall, InetSocketAddress, PromptLibrary)}, by TLS with encrypted voice. */
    ExchangeProcess(AsteriskInstall install, InetSocketAddress line, PromptLibrary prompts, TestCertificate own,
            TestCertificate lines) {
        this(install, new InetSocketAddress("127.0.0.1", Ports.free()), line, prompts, tls(own, lines));
    }

    private ExchangeProcess(AsteriskInstall install, InetSocketAddress sip, InetSocketAddress line,
            PromptLibrary prompts, Map<String, String> transport) {
        this.transport = transport;
        this.sounds = new SoundServer(prompts);
        this.install = install;
        this.sip = sip;
        this.line = line;
        this.process = new AsteriskProcess(install, home, home.resolve("asterisk.conf"));
    }

    static ExchangeProcess toItself(AsteriskInstall install, PromptLibrary prompts) {
        InetSocketAddress sip = new InetSocketAddress("127.0.0.1", Ports.free());
        return new ExchangeProcess(install, sip, sip, prompts, UDP);
    }

    private static Map<String, String> tls(TestCertificate own, TestCertificate lines) {
        return Map.of("PROTOCOL", "tls", "TRANSPORT", "\\;transport=tls", "ENCRYPTION", "sdes", "TLS", """
                method = tlsv1_2
                cert_file = %s
                priv_key_file = %s
                ca_list_file = %s
                verify_server = yes
                verify_client = yes
                require_client_cert = yes
                """.formatted(own.certificate(), own.key(), lines.certificate()));
    }

    void start(Consumer<Map<String, String>> onEvent) {
        configure();
        process.start();
        Ami link = connect();
        link.onEvent(onEvent);
        ami = link;
    }

    private void configure() {
        int rtp = Ports.freeRange(2 * CALLS);
        Map<String, Object> values = Map.ofEntries(Map.entry("ETC", home), Map.entry("HOME", home),
                Map.entry("MODULES", install.modules()), Map.entry("CALLS", CALLS), Map.entry("LIMIT", LIMIT),
                Map.entry("SIP", sip.getPort()), Map.entry("LINE", line.getHostString() + ":" + line.getPort()),
                Map.entry("RTP_START", rtp), Map.entry("RTP_END", rtp + 2 * CALLS - 1),
                Map.entry("AMI", manager.getPort()), Map.entry("SECRET", secret), Map.entry("SOUND", sounds.port()));
        try {
            for (String file : FILES) {
                Files.writeString(home.resolve(file + ".conf"),
                        filled(filled(resource("/exchange/" + file + ".conf"), values), transport));
            }
            Files.createDirectories(home.resolve("data"));
            Files.createSymbolicLink(home.resolve("data/documentation"), install.data().resolve("documentation"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ExchangeProcess.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String text, Map<String, ?> values) {
        String result = text;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            result = result.replace("@" + value.getKey() + "@", String.valueOf(value.getValue()));
        }
        return result;
    }

    /** Another link to the manager interface. */
    Ami connect() {
        return new Ami(manager, USER, secret, line -> {});
    }

    Ami ami() {
        if (ami == null) {
            throw new IllegalStateException("The exchange was not started");
        }
        return ami;
    }

    SoundServer sounds() {
        return sounds;
    }

    AsteriskProcess process() {
        return process;
    }

    InetSocketAddress sip() {
        return sip;
    }

    @Override
    public void close() {
        if (ami != null) {
            ami.close();
        }
        sounds.close();
        // Nothing of it is kept, so nothing has to be ended in order.
        if (process.isAlive()) {
            process.kill9();
        }
    }
}
