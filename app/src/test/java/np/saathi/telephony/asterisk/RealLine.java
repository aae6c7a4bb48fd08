package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.jspecify.annotations.Nullable;

import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.process.Ports;
import np.saathi.dev.pstn.Exchange;

/** Asterisk with {@code asterisk-config/}, telephones to call it from, and a script of the test's own in place of the app. */
final class RealLine implements AutoCloseable {
    private final AsteriskServer asterisk;
    private final Exchange exchange;
    private final FastAgi app;
    private volatile @Nullable AgiScript script;

    /**
     * @param sounds what can be said
     * @param prompts by what it is known
     */
    RealLine(Path sounds, PromptLibrary prompts) {
        InetSocketAddress agi = new InetSocketAddress("127.0.0.1", Ports.free());
        asterisk = AsteriskServer.temporary().set("SAATHI_SOUNDS", sounds).agi(agi);
        exchange = new Exchange(AsteriskInstall.get(), asterisk.sip(), prompts);
        asterisk.trunk(exchange.sip()).start();
        exchange.start();
        app = new FastAgi((_, _) -> this::service, "127.0.0.1", agi.getPort());
        Thread.ofPlatform().daemon().name("agi-of-test").start(() -> {
            try {
                app.startup();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** From now on this is what a call meets. */
    void answersWith(AgiScript next) {
        script = next;
    }

    private void service(AgiRequest request, AgiChannel channel) throws AgiException {
        AgiScript now = script;
        if (now == null) {
            throw new IllegalStateException("a call before the test was ready");
        }
        now.service(request, channel);
    }

    Exchange exchange() {
        return exchange;
    }

    AsteriskServer asterisk() {
        return asterisk;
    }

    Path recordings() {
        return Path.of(asterisk.setting("SAATHI_RECORDINGS"));
    }

    @Override
    public void close() {
        exchange.close();
        asterisk.close();
        app.shutdown();
    }
}
