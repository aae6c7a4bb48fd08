package np.saathi.dev.pstn;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.asterisk.TestCertificate;
import np.saathi.dev.asterisk.AsteriskProcess;
import np.saathi.dev.hearing.PromptLibrary;

/**
 * The callers' telephone exchange: a second Asterisk that places SIP calls to the line and takes those that the line
 * makes. Each call is a {@link Phone}, whose sound comes straight into this JVM.
 */
public final class Exchange implements AutoCloseable {
    private final AsteriskInstall install;
    private final InetSocketAddress line;
    private final PromptLibrary prompts;
    private final ExchangeProcess process;
    private final CalledNumbers called;
    private final List<Phone> phones = new CopyOnWriteArrayList<>();

    /**
     * Made, but not started: the line must first be told {@link #sip}.
     *
     * @param line where the line takes SIP calls
     * @param prompts what the line can say, to recognise it
     */
    public Exchange(AsteriskInstall install, InetSocketAddress line, PromptLibrary prompts) {
        this.install = install;
        this.line = line;
        this.prompts = prompts;
        this.process = new ExchangeProcess(install, line, prompts);
        this.called = new CalledNumbers(process);
    }

    /** As the other, by TLS with encrypted voice. */
    public Exchange(AsteriskInstall install, InetSocketAddress line, PromptLibrary prompts, TestCertificate own,
            TestCertificate lines) {
        this.install = install;
        this.line = line;
        this.prompts = prompts;
        this.process = new ExchangeProcess(install, line, prompts, own, lines);
        this.called = new CalledNumbers(process);
    }

    private Exchange(AsteriskInstall install, PromptLibrary prompts) {
        this.install = install;
        this.prompts = prompts;
        this.process = ExchangeProcess.toItself(install, prompts);
        this.line = process.sip();
        this.called = new CalledNumbers(process);
    }

    /** An exchange whose line is itself: by that it is tested. */
    static Exchange toItself(AsteriskInstall install, PromptLibrary prompts) {
        return new Exchange(install, prompts);
    }

    /** Where the line's outbound calls are to go. */
    public InetSocketAddress sip() {
        return process.sip();
    }

    public Exchange start() {
        process.start(called::onEvent);
        return this;
    }

    /** A call to that number of the line, to be described and placed. */
    public Call calls(String number) {
        return new Call(this, number);
    }

    /** A number that the line may ring, to be programmed. */
    public CalledNumber number(String number) {
        return new CalledNumber(called, number);
    }

    /** The numbers that the line has rung, in order. */
    public List<String> rung() {
        return called.log();
    }

    /** What went wrong at called numbers, e.g. an awaited sentence that did not come. */
    public List<Throwable> failures() {
        return called.failures();
    }

    Phone place(Call call, boolean onItsOwn) {
        ExchangeProcess from = process;
        if (onItsOwn) {
            from = new ExchangeProcess(install, line, prompts);
            from.start(event -> {});
        }
        Phone phone = place(call, from, onItsOwn);
        phones.add(phone);
        return phone;
    }

    private Phone place(Call call, ExchangeProcess from, boolean onItsOwn) {
        UUID id = UUID.randomUUID();
        OriginateOutcome outcome = new OriginateOutcome(id.toString());
        from.ami().onEvent(outcome);
        from.ami().send("Originate", Map.of("Channel", call.channel(), "CallerID", call.callerId(),
                "ChannelId", id.toString(), "Context", "phone", "Exten", "s", "Priority", "1", "Async", "true",
                "Timeout", Long.toString(call.patience().toMillis()), "Variable", "PHONE=" + id + call.variables()));
        String channel = outcome.awaitAnswer(call.patience().plusSeconds(2));
        SoundLink sound = from.sounds().await(id, call.patience())
                .orElseThrow(() -> new AssertionError("the call was answered, but ended at once"));
        return new Phone(from, channel, sound, onItsOwn);
    }

    /** Where the exchange can be looked into. */
    public AsteriskProcess process() {
        return process.process();
    }

    /** Ends all calls and the exchange. */
    @Override
    public void close() {
        phones.forEach(Phone::close);
        called.close();
        process.close();
    }
}
