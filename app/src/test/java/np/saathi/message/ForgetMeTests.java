package np.saathi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Limit;
import np.saathi.account.Pin;
import np.saathi.audio.Voices;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Caller;
import np.saathi.caller.CallerPins;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.process.Traces;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.feedback.Feedback;
import np.saathi.identity.NumberHasher;
import np.saathi.prompt.Language;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Recorded;
import np.saathi.telephony.Step;

/** "Forget me" is true: whatever a caller did on any side of the house, no trace of who did it is left. */
@WebTest
class ForgetMeTests {
    private static final PhoneNumber PHONE = PhoneNumber.parse("9841000001").orElseThrow();
    private static final CallId CALL = new CallId("asha.1");
    @Autowired
    Clients clients;
    @Autowired
    Accounts accounts;
    @Autowired
    Callers callers;
    @Autowired
    CallerPins pins;
    @Autowired
    Bans bans;
    @Autowired
    Mailbox mailbox;
    @Autowired
    MessageProperties messages;
    @Autowired
    Sessions sessions;
    @Autowired
    Feedback feedback;
    @Autowired
    NumberHasher hasher;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient database;
    @Autowired
    Rows rows;
    @TempDir
    Path recordings;

    @BeforeEach
    void nobodyIsThere() throws IOException {
        rows.delete();
        Files.createDirectories(messages.directory());
        for (Path voice : voices()) {
            Files.delete(voice);
        }
    }

    @Test
    void nothingOfAForgottenCallerIsLeftInAnyTableOrFile() throws IOException {
        Caller asha = callers.remember(PHONE, Language.NEPALI);
        AccountId id = asha.account().orElseThrow();
        doesEverythingThereIs(asha, id);
        Traces traces = traces(id);
        assertThat(traces.inTables(database)).as("what a caller leaves").contains("account", "caller", "caller_key",
                "caller_of_day", "join_code", "participant", "private_message", "rate_limit", "ring", "SPRING_SESSION",
                "unsent_voice");
        assertThat(voices()).hasSize(2);

        callers.forget(id);

        assertThat(traces.inTables(database)).isEmpty();
        assertThat(voices()).isEmpty();
        assertThat(sessions.lastOf(CALL).orElseThrow().account()).as("somebody was there, nobody knows who").isEmpty();
        assertThat(rows.in("feedback")).isOne();
        assertThat(callers.known(Optional.of(PHONE))).isEmpty();
    }

    private void doesEverythingThereIs(Caller asha, AccountId id) throws IOException {
        pins.set(id, new Pin("582914"));
        assertThat(pins.opens(id, new Pin("4829"))).isFalse();
        assertThat(pins.recognise(id, new Pin("4829"), PhoneNumber.parse("9841000002"))).isNotNull();
        Client web = clients.withPassword(id);
        PeerSession stress = liveSession();
        Participant seat = sessions.takeSeat(stress.id(), asha, CALL, Language.NEPALI).orElseThrow();
        callers.chose(asha, "stress");
        assertThat(feedback.rate(seat.id(), 5)).isTrue();
        assertThat(web.post("/join-session", "{\"sessionId\": %d}".formatted(stress.id()))).hasStatusOk();
        assertThat(web.post("/join-session", """
                {"sessionId": %d, "callback": {"number": "9841000003", "safeToRing": true}}
                """.formatted(stress.id()))).hasStatusOk();
        assertThat(web.post("/private-message", "{\"text\": \"I can't sleep\"}")).hasStatus2xxSuccessful();
        assertThat(mailbox.leave(id, null, recorded())).isEqualTo(Mailbox.Sent.SENT);
        mailbox.keepUnsent(id, null, recorded());
        events.publishEvent(new CallServed(CALL, Door.CALLER, Optional.of(Language.NEPALI), Step.MENU,
                Optional.of(id.value()), clock.instant().minusSeconds(60), clock.instant()));
        await().until(() -> rows.in("caller_of_day") == 1);
    }

    private PeerSession liveSession() {
        AccountId devi = clients.volunteer().id();
        PeerSession stress = sessions.plan(new SessionPlan("stress", Language.NEPALI, "A group", clock.instant(),
                Duration.ofHours(1), 8, Set.of(devi)));
        var _ = sessions.takeHostSeat(stress.id(), devi, new CallId("devi.1")).orElseThrow();
        return stress;
    }

    /** The id, the phone's hash, what limits have counted by, and what counts the callers of a day. */
    private Traces traces(AccountId id) {
        List<String> words = new ArrayList<>(List.of(id.value(), hasher.hash(PHONE).hex()));
        Arrays.stream(Limit.values()).map(limit -> hasher.hash("limit", limit + " " + id.value()).hex())
                .forEach(words::add);
        words.add(database.sql("SELECT hash FROM caller_of_day").query(String.class).single());
        return Traces.of(words.toArray(String[]::new));
    }

    @Test
    void theMarkOfABanStaysUntilItEndsAndTellsOfNobody() {
        AccountId id = callers.remember(PHONE, Language.NEPALI).account().orElseThrow();
        AccountId admin = clients.admin().id();
        assertThat(bans.holdOnPhonesOf(id)).isFalse();
        bans.ban(id, Ban.Reason.MISUSE, Optional.of(3), admin);
        assertThat(bans.holdOnPhonesOf(id)).isTrue();
        callers.forget(id);
        assertThat(bans.on(Optional.of(PHONE))).isPresent();
        assertThat(Traces.of(hasher.hash(PHONE).hex()).inTables(database)).containsExactly("ban_phone");
        assertThat(Traces.of(id.value()).inTables(database)).isEmpty();
        clock.pass(Duration.ofDays(3));
        assertThat(bans.holdOnPhonesOf(callers.remember(PHONE, Language.NEPALI).account().orElseThrow())).isFalse();
    }

    @Test
    void oneIdentityIsOpenedOnBothSidesWhereverItBegan() {
        AccountId byPhone = callers.remember(PHONE, Language.ENGLISH).account().orElseThrow();
        pins.set(byPhone, new Pin("582914"));
        assertThat(clients.stranger().post("/account/claim", """
                {"id": "%s", "pin": "582914", "password": "%s"}
                """.formatted(byPhone.value(), Clients.PASSWORD.text()))).hasStatus2xxSuccessful();
        Client web = clients.stranger().login(byPhone, Clients.PASSWORD.text());
        assertThat(mailbox.unheard(byPhone)).isEmpty();
        assertThat(web.post("/private-message", "{\"text\": \"I can't sleep\"}")).hasStatus2xxSuccessful();

        AccountId byWeb = new AccountId(Client.text(clients.stranger().post("/signup", """
                {"role": "USER", "language": "en", "password": "%s"}
                """.formatted(Clients.PASSWORD.text())), "$.id"));
        Client owner = clients.stranger().login(byWeb, Clients.PASSWORD.text());
        assertThat(owner.post("/account/pin", """
                {"password": "%s", "pin": "582914"}
                """.formatted(Clients.PASSWORD.text()))).hasStatus2xxSuccessful();
        assertThat(pins.recognise(byWeb, new Pin("582914"), Optional.of(PHONE)))
                .hasToString("Known[caller=" + callers.find(byWeb).orElseThrow() + "]");
        callers.link(PHONE, byWeb);
        assertThat(callers.known(Optional.of(PHONE)).orElseThrow().account()).contains(byWeb);
        assertThat(accounts.find(byPhone)).as("its owner can open it elsewhere").isPresent();
    }

    /** Rows of callers go by foreign keys; what names staff outlives them on purpose, and only that. */
    @Test
    void whateverNamesAnAccountGoesWithItUnlessItNamesStaff() {
        List<String> kept = database.sql("""
                SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
                LEFT JOIN information_schema.key_column_usage k ON k.table_schema = c.table_schema
                  AND k.table_name = c.table_name AND k.column_name = c.column_name
                  AND k.referenced_table_name IS NOT NULL
                WHERE c.table_schema = DATABASE() AND c.column_type = 'char(6)' AND k.column_name IS NULL
                """).query(String.class).list();
        assertThat(kept).filteredOn(column -> !column.endsWith("_by")).containsExactlyInAnyOrder("account.id",
                "audit.account_id", "moderation_act.account_id");
    }

    private Recorded recorded() throws IOException {
        return new Recorded(Files.write(recordings.resolve("note.wav"), Voices.wav(3, 8000, 1)),
                Duration.ofSeconds(3));
    }

    private List<Path> voices() throws IOException {
        try (Stream<Path> files = Files.list(messages.directory())) {
            return files.toList();
        }
    }
}
