package np.saathi.dev;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.database.MariaDbServer;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.install.Cache;
import np.saathi.dev.install.EspeakInstall;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Ports;
import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.Progress;
import np.saathi.dev.pstn.Exchange;
import np.saathi.prompt.speech.RenderPrompts;

/**
 * Everything around the app: MariaDB, the line's Asterisk and the callers' telephone exchange, and the settings with
 * which an app finds them. Shared by the development run and the call tests.
 */
public final class DevelopmentLine implements AutoCloseable {
    private final Path home;
    private final int http;
    private final MariaDbServer database;
    private final AsteriskServer asterisk;
    private final Exchange exchange;
    private final LineVoice voice;
    private final PromptLibrary prompts;
    private Map<String, String> times = Map.of();

    /**
     * @param home private directory of all that belongs to this line
     * @param voice what it speaks with
     * @param sip port of the line
     * @param http port of the app's web server
     * @param databasePort port of MariaDB
     */
    public DevelopmentLine(Path home, LineVoice voice, int sip, int http, int databasePort) {
        this.home = PrivateDirectory.at(home);
        this.voice = voice;
        this.http = http;
        this.database = new MariaDbServer(this.home.resolve("db"), databasePort);
        this.asterisk = new AsteriskServer(AsteriskInstall.get(), this.home.resolve("line"))
                .set("SAATHI_SIP_BIND", "127.0.0.1:" + sip).set("SAATHI_SOUNDS", voice.sounds());
        this.prompts = voice.library();
        this.exchange = new Exchange(AsteriskInstall.get(), asterisk.sip(), prompts);
        asterisk.trunk(exchange.sip());
    }

    /**
     * One that nobody knows, in a new directory and on free ports: for tests. With coded prompts it waits no longer than
     * tests need; what is heard as callers hear it comes in production's time.
     */
    public static DevelopmentLine temporary(LineVoice voice) {
        DevelopmentLine line = new DevelopmentLine(PrivateDirectory.temporary("tel"), voice, Ports.free(),
                Ports.free(), Ports.free());
        if (voice.equals(LineVoice.coded())) {
            TestTimes.asterisk().forEach(line.asterisk::set);
            line.times = TestTimes.app();
        }
        return line;
    }

    /** Starts it all; returns when calls are taken. The words are rendered first: the crisis path needs no app. */
    public DevelopmentLine start() {
        Progress.step("Database…");
        database.start();
        Progress.step("Prompts…");
        renderPrompts();
        Progress.step("Callers' exchange…");
        exchange.start();
        Progress.step("Asterisk…");
        asterisk.start();
        return this;
    }

    private void renderPrompts() {
        voice.prepare();
        List<String> arguments = settings().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toList();
        try {
            if (RenderPrompts.run(arguments.toArray(String[]::new)) != 0) {
                throw new DevServiceException("Some prompts could not be made; see above");
            }
        } catch (java.io.IOException e) {
            throw new DevServiceException("The prompts can't be written to " + voice.sounds() + ": " + e.getMessage());
        }
    }

    /** By what phones know the prompts of this line. */
    public PromptLibrary prompts() {
        return prompts;
    }

    /** What an app needs to find this line, as Spring properties. Holds passwords: not for printing. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(times);
        settings.put("server.port", Integer.toString(http));
        settings.put("management.endpoint.health.show-details", "always");
        settings.put("saathi.access.secure-cookies", "false"); // there is no TLS here
        settings.put("saathi.access.open-docs", "true");
        settings.put("saathi.audio.ffmpeg", Cache.ofUser().directory().resolve("ffmpeg").toString());
        settings.put("saathi.training.directory", home.resolve("training").toString());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("saathi.asterisk.agi-port", Integer.toString(asterisk.agi().getPort()));
        settings.put("saathi.asterisk.ami-port", Integer.toString(asterisk.ami().getPort()));
        settings.put("saathi.asterisk.ami-secret", asterisk.amiSecret());
        Path recordings = Path.of(asterisk.setting("SAATHI_RECORDINGS"));
        settings.put("saathi.asterisk.recordings", recordings.toString());
        settings.put("saathi.audio.scratch", recordings.resolveSibling("uploads").toString());
        settings.put("saathi.identity.keyset-file", home.resolve("identity.keyset").toString());
        settings.put("saathi.identity.generate", "true");
        settings.put("saathi.prompts.script", LineVoice.script().toString());
        settings.put("saathi.prompts.recordings", voice.recordings().toString());
        settings.put("saathi.prompts.sounds", voice.sounds().toString());
        settings.put("saathi.prompts.replacements", home.resolve("replacements").toString());
        settings.put("saathi.prompts.require-review", "false"); // a machine's voice lets nobody down here
        settings.put("saathi.messages.directory", home.resolve("messages").toString());
        settings.put("saathi.crisis.file", asterisk.setting("SAATHI_CRISIS") + "/crisis.conf");
        settings.putAll(DemoPhones.settings());
        EspeakInstall espeak = EspeakInstall.get();
        for (int i = 0; i < espeak.command().size(); i++) {
            settings.put("saathi.speech.espeak[" + i + "]", espeak.command().get(i));
        }
        if (espeak.environment().containsKey("ESPEAK_DATA_PATH")) {
            settings.put("saathi.speech.espeak-data", espeak.environment().get("ESPEAK_DATA_PATH"));
        }
        return settings;
    }

    public MariaDbServer database() {
        return database;
    }

    public AsteriskServer asterisk() {
        return asterisk;
    }

    /** Where callers, duty phones and help lines live. */
    public Exchange exchange() {
        return exchange;
    }

    public int http() {
        return http;
    }

    public Path home() {
        return home;
    }

    @Override
    public void close() {
        asterisk.close();
        exchange.close();
        database.close();
    }
}
