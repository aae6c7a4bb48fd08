package np.saathi.dev.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Ports;
import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.Project;
import np.saathi.dev.process.Tools;

/**
 * The line's own Asterisk with the real {@code asterisk-config/}, in a private directory and on ports of its own.
 * Its crisis path lives in it: tests kill it, freeze it and start it again on the same ports.
 */
public final class AsteriskServer implements AutoCloseable {
    /** Two a call, for 60 calls, what is kept for the crisis path, and calls that are being refused: as in compose. */
    private static final int RTP_PORTS = 200;

    /** Held by a class of tests that starts an Asterisk of its own: all of them at once leave nothing for the lines. */
    public static final String OF_A_TEST = "np.saathi.dev.asterisk.AsteriskServer";
    private final AsteriskInstall install;
    private final Path home;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final AsteriskProcess process;

    /** Made, but not started: settings can still be changed. */
    public AsteriskServer(AsteriskInstall install, Path home) {
        this.install = install;
        this.home = PrivateDirectory.at(home);
        int rtp = Ports.freeRange(RTP_PORTS);
        set("SAATHI_ETC", directory("etc"));
        set("SAATHI_HOME", this.home);
        set("SAATHI_MODULES", install.modules());
        set("SAATHI_MUSIC", install.music());
        set("SAATHI_SOUNDS", directory("sounds"));
        set("SAATHI_RECORDINGS", directory("recordings"));
        set("SAATHI_CRISIS", directory("crisis"));
        set("SAATHI_SIP_BIND", "127.0.0.1:" + Ports.free());
        set("SAATHI_RTP_START", rtp);
        set("SAATHI_RTP_END", rtp + RTP_PORTS - 1);
        set("SAATHI_AMI_BIND", "127.0.0.1");
        set("SAATHI_AMI_PORT", Ports.free());
        set("SAATHI_AMI_SECRET_FILE", secret());
        set("SAATHI_AGI", "127.0.0.1:" + Ports.free());
        set("SAATHI_CALLER_NUMBER", "1660");
        set("SAATHI_VOLUNTEER_NUMBER", "1661");
        set("SAATHI_LANGUAGE", "ne");
        set("SAATHI_TRUNK_MATCH", "127.0.0.0/8");
        set("SAATHI_TRUNK_HOST", "127.0.0.1:" + Ports.free());
        this.process = new AsteriskProcess(install, this.home, this.home.resolve("etc/asterisk.conf"));
    }

    /** In a new directory that goes with the JVM. */
    public static AsteriskServer temporary() {
        return new AsteriskServer(AsteriskInstall.get(), PrivateDirectory.temporary("line"));
    }

    /** One of the environment variables that {@code asterisk-config/configure} documents. */
    public AsteriskServer set(String variable, Object value) {
        settings.put(variable, value.toString());
        return this;
    }

    /** Where outbound calls of the line go. */
    public AsteriskServer trunk(InetSocketAddress exchange) {
        return set("SAATHI_TRUNK_HOST", exchange.getHostString() + ":" + exchange.getPort());
    }

    /** The trunk is reached by TLS, shows a certificate itself, and voice is encrypted. */
    public AsteriskServer tls(TestCertificate own, TestCertificate trunks) {
        return set("SAATHI_TRUNK_TRANSPORT", "tls").set("SAATHI_TLS_CERT", own.certificate())
                .set("SAATHI_TLS_KEY", own.key()).set("SAATHI_TLS_CA", trunks.certificate())
                .set("SAATHI_TLS_MUTUAL", "yes").set("SAATHI_TRUNK_SRTP", "yes");
    }

    /** Where the app answers. */
    public AsteriskServer agi(InetSocketAddress app) {
        return set("SAATHI_AGI", app.getHostString() + ":" + app.getPort());
    }

    /** Configures and starts; returns when calls are taken. */
    public AsteriskServer start() {
        refuseTakenPorts();
        Path configure = Project.directory("asterisk-config").resolve("configure");
        Tools.Outcome made = Tools.run(Duration.ofSeconds(30), settings, List.of("/bin/sh", configure.toString()));
        if (made.exit() != 0) {
            throw new DevServiceException("asterisk-config/configure failed:\n" + made.output().strip());
        }
        process.start();
        return this;
    }

    private void refuseTakenPorts() {
        if (!Ports.isFree(sip().getPort())) {
            throw new DevServiceException("SIP port " + sip().getPort() + " is taken: choose another with"
                    + " -Dsaathi.sip.port=… (0: any free one)");
        }
        if (!Ports.isFree(ami().getPort())) {
            throw new DevServiceException("AMI port " + ami().getPort() + " was free a moment ago and is taken now:"
                    + " start again");
        }
    }

    /** Starts again after {@code stop} or {@code kill9}, on the same ports with the same directories. */
    public void restart() {
        process.stop();
        start();
    }

    public AsteriskProcess process() {
        return process;
    }

    public InetSocketAddress sip() {
        return address(setting("SAATHI_SIP_BIND"));
    }

    public InetSocketAddress ami() {
        return address(setting("SAATHI_AMI_BIND") + ":" + setting("SAATHI_AMI_PORT"));
    }

    public InetSocketAddress agi() {
        return address(setting("SAATHI_AGI"));
    }

    /** The value that an environment variable of {@code configure} has here. */
    public String setting(String variable) {
        String value = settings.get(variable);
        if (value == null) {
            throw new IllegalArgumentException(variable + " is not set");
        }
        return value;
    }

    /** The password of the AMI user {@code saathi}. */
    public String amiSecret() {
        try {
            return Files.readString(Path.of(setting("SAATHI_AMI_SECRET_FILE"))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path home() {
        return home;
    }

    public AsteriskInstall install() {
        return install;
    }

    @Override
    public void close() {
        process.stop();
    }

    private Path directory(String name) {
        return PrivateDirectory.at(home.resolve(name));
    }

    private Path secret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        try {
            return Files.writeString(directory("secrets").resolve("ami"), HexFormat.of().formatHex(random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(hostAndPort.substring(0, colon),
                Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
