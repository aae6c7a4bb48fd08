package np.saathi.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Callers;
import np.saathi.caller.LineLanguages;
import np.saathi.dev.AppProcess;
import np.saathi.dev.DemoData;
import np.saathi.dev.DevelopmentApp;
import np.saathi.dev.DevelopmentLine;
import np.saathi.dev.LineVoice;
import np.saathi.dev.database.MariaDbServer;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;
import np.saathi.operation.Operation;
import np.saathi.operation.StoredSettings;
import np.saathi.prompt.Language;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.VolunteerTerms;
import np.saathi.volunteer.Volunteers;

/**
 * A whole line of its own: database, Asterisk, callers' exchange and app. The app runs in this JVM; those who want to
 * kill or freeze it have it put into a process of its own meanwhile.
 */
final class TestLine {
    static final String CALLER_NUMBER = "1660";
    static final String VOLUNTEER_NUMBER = "1661";
    /** How long a test waits for what should come at once; a shared machine may be slow. */
    static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration ALL_OF_CONSENT = Duration.ofSeconds(60);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final DevelopmentLine services;
    private final JdbcClient database;
    private final DemoData.Made people;
    private DevelopmentApp app;

    TestLine() {
        this(LineVoice.coded());
    }

    TestLine(LineVoice voice) {
        services = DevelopmentLine.temporary(voice).start();
        database = client(services.database());
        app = DevelopmentApp.start(services.settings());
        people = app.demoData().make();
        // The demo's own groups would be open beside those of a test.
        app.bean(LineLanguages.class).offered().forEach(this::close);
    }

    private static JdbcClient client(MariaDbServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()));
    }

    /** Ends or cancels all groups of a language. */
    private void close(Language language) {
        Sessions sessions = app.bean(Sessions.class);
        database().sql("UPDATE peer_session SET state = 'CANCELLED', cancel_reason = 'NO_HOST' "
                + "WHERE state = 'SCHEDULED' AND language = ?").param(language.code()).update();
        sessions.openNow(language).forEach(session -> sessions.end(session.id()));
    }

    /** No group is open or planned any more, and nobody is to be rung: what happens now, a call does. */
    void comesToRest() {
        close(Language.NEPALI);
        close(Language.ENGLISH);
        database().sql("UPDATE alert SET state = 'UNANSWERED' WHERE state = 'OPEN'").update();
        database().sql("DELETE FROM ring").update();
    }

    DevelopmentLine services() {
        return services;
    }

    Exchange exchange() {
        return services.exchange();
    }

    DevelopmentApp app() {
        return app;
    }

    DemoData.Made people() {
        return people;
    }

    StoredSettings settings() {
        return new StoredSettings(database, app.bean(Operation.class));
    }

    /** Past the app: it may be missing. */
    JdbcClient database() {
        return database;
    }

    /** A number that never called before. */
    static String newNumber() {
        return "97798000%05d".formatted(NUMBERS.incrementAndGet());
    }

    /** The only group that is open now in this language; all others end. Devi hosts in Nepali, Ekta in English. */
    Group group(Language language, int capacity) {
        return group(language, capacity,
                language.equals(Language.NEPALI) ? people.devi().id() : people.ekta().id());
    }

    /** As {@link #group(Language, int)}, with these to host it. */
    Group group(Language language, int capacity, AccountId... hosts) {
        Sessions sessions = app.bean(Sessions.class);
        close(language);
        Group group = new Group(this, sessions.plan(new SessionPlan("stress", language, "A test's group",
                app.bean(Clock.class).instant(), Duration.ofHours(1), capacity, Set.of(hosts))));
        Eventually.is(() -> sessions.openNow(language).size() == 1);
        return group;
    }

    /** Somebody new who speaks Nepali and English, and whose phone the line does not know. */
    DemoData.Person volunteer(Training training) {
        Pin pin = new Pin("482913");
        AccountId id = app.bean(Volunteers.class)
                .register(pin, training, Set.of(Language.NEPALI, Language.ENGLISH), Set.of("stress")).account();
        return new DemoData.Person(id, pin, people.devi().password());
    }

    /** From now on the line knows this volunteer's phone: it may be rung, and from it the PIN is enough. */
    void givePhone(DemoData.Person person, String number) {
        Volunteer volunteer = app.bean(Volunteers.class).find(person.id()).orElseThrow();
        var unused = app.bean(VolunteerDesk.class).agree(person.id(),
                new VolunteerTerms(volunteer.training(), volunteer.languages(), volunteer.categories(),
                        Optional.empty(), Optional.empty(), false, false),
                PhoneNumber.parse(number), volunteer.version());
    }

    /** The number of somebody whom the line knows. */
    String knownNumber(Language language) {
        String number = newNumber();
        var unused = app.bean(Callers.class).remember(PhoneNumber.parse(number).orElseThrow(), language);
        return number;
    }

    /** A first call, in English, until this sentence of the consent begins: welcome and consent are heard whole. */
    static PromptHeard consentHeard(Phone phone, String sentence) {
        phone.heard().awaitPrompt("language.offer", "ne", SOON);
        phone.presses("2");
        phone.heard().awaitPrompt("welcome.first", "en", SOON);
        return phone.heard().awaitPrompt(sentence, "en", ALL_OF_CONSENT);
    }

    /** Somebody whom the line knows, at the main menu's beginning. */
    Phone returningCaller(Language language) {
        Phone phone = exchange().calls(CALLER_NUMBER).from(knownNumber(language)).place();
        phone.heard().awaitPrompt("greeting", language.code(), SOON);
        return phone;
    }

    /** A returning caller who went straight to the only open group, and waits there or talks. */
    Phone callerInTheGroup(Language language) {
        Phone phone = returningCaller(language);
        // While the menu is said, not just before: a key that ends between two sentences the exchange may drop.
        phone.heard().awaitPrompt("main.menu", language.code(), SOON);
        phone.presses("1");
        phone.heard().awaitPrompt("category.stress", language.code(), SOON);
        phone.presses("9"); // cuts the words before the room short; in the menu's language it would mean nothing here
        return phone;
    }

    /** Devi, signed in, at the menu, where 1 begins. */
    Phone hostAtTheDoor(DemoData.Person host) {
        Phone phone = exchange().calls(VOLUNTEER_NUMBER).from(newNumber()).place();
        signsIn(phone, host);
        return phone;
    }

    /** From the answer to the menu, where 1 begins. */
    static void signsIn(Phone phone, DemoData.Person host) {
        phone.heard().awaitPrompt("host.id", "ne", SOON);
        phone.presses(host.id().value());
        phone.heard().awaitPrompt("host.pin", "ne", SOON);
        phone.presses(host.pin().digits());
        phone.presses("#");
        phone.heard().awaitPrompt("host.menu", "ne", SOON);
    }

    Phone hostInTheRoom(DemoData.Person host) {
        Phone phone = hostAtTheDoor(host);
        phone.presses("1");
        phone.heard().awaitPrompt("host.begun", "ne", SOON);
        return phone;
    }

    /** Calls on the line's Asterisk, by their channel names. */
    List<String> channels() {
        return services.asterisk().process().ask("core show channels concise").lines()
                .filter(row -> row.startsWith("PJSIP/")).toList();
    }

    /** Stops the app of this JVM and runs it as a process, which the caller of this method starts and closes. */
    AppProcess intoItsOwnProcess() {
        app.close();
        return new AppProcess(services.home().resolve("app"), services.settings());
    }

    /** Has the app in this JVM again. */
    void backIntoThisProcess() {
        app = DevelopmentApp.start(services.settings());
    }

    /** Stops the app of this JVM and starts it with other settings. */
    void restartApp(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(services.settings());
        settings.putAll(changed);
        app.close();
        app = DevelopmentApp.start(settings);
    }
}
