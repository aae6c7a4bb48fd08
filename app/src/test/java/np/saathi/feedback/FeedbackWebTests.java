package np.saathi.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.Accounts;
import np.saathi.caller.Caller;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.retention.Retention;
import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;

/** Devi hosted a session with Asha, Bikash and Chandra. */
@WebTest
class FeedbackWebTests {
    private static final byte[] ALAW = "what Asha said".getBytes(StandardCharsets.ISO_8859_1);
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    Feedback feedback;
    @Autowired
    FeedbackVoices voices;
    @Autowired
    Accounts accounts;
    @Autowired
    FeedbackRetention retention;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    ApplicationEventPublisher exchange;
    private Client devi;
    private PeerSession session;

    @BeforeEach
    void deviHosts() {
        rows.delete();
        devi = clients.volunteer();
        session = sessions.plan(new SessionPlan("stress", Language.NEPALI, "Stress", clock.instant(),
                Duration.ofHours(1), 8, Set.of(devi.id())));
        CallId call = new CallId("devi.1");
        assertThat(sessions.takeHostSeat(session.id(), devi.id(), call)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
    }

    @Test
    void whoWasThereSaysItOnceByWebOrKeypadHoweverOftenTheyCameIn() {
        Client asha = clients.caller();
        Participant first = takesPart(asha, "asha.1");
        Participant second = takesPart(asha, "asha.2");
        assertThat(give(asha, 4, "helped me")).hasStatus(HttpStatus.CREATED);
        is(give(asha, 1, ""), 409, "feedback-given");
        assertThat(feedback.rate(first.id(), 5)).isFalse();
        assertThat(feedback.rate(second.id(), 5)).isFalse();
        Client bikash = clients.caller();
        assertThat(feedback.rate(takesPart(bikash, "bikash.1").id(), 2)).isTrue();
        is(give(bikash, 5, ""), 409, "feedback-given");
        assertThat(rows.in("feedback")).isEqualTo(2);
        assertThat(rows.dump()).doesNotContain("helped me");
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        Client asha = clients.caller();
        takesPart(asha, "asha.1");
        long last = takesPart(asha, "asha.2").id();
        List<Callable<Object>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(() -> give(asha, 4, "twice"));
            both.add(() -> feedback.rate(last, 3));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(both)) {
                answer.get();
            }
        }
        assertThat(rows.in("feedback")).isEqualTo(1);
    }

    @Test
    void whoWasNotThereHasNothingToSay() {
        is(give(clients.caller(), 4, ""), 403, "not-a-participant");
        is(give(devi, 5, "my own"), 403, "not-a-participant");
        is(give(clients.admin(), 5, ""), 403, "forbidden");
        is(give(clients.stranger(), 5, ""), 401, "signed-out");
        Client asha = clients.caller();
        is(asha.post("/feedback", "{\"sessionId\": 999999, \"rating\": 4}"), 404, "not-found");
        is(give(asha, 6, ""), 400, "invalid");
        is(asha.post("/feedback", "{\"sessionId\": " + session.id() + "}"), 400, "invalid");
        is(give(asha, 3, "x".repeat(2001)), 400, "invalid");
    }

    @Test
    void hostsReadItOnceItIsOverAndThreeHaveRated() {
        for (int i = 1; i <= 3; i++) {
            Client person = clients.caller();
            takesPart(person, "person." + i);
            is(read(devi), 409, "feedback-not-yet");
            assertThat(give(person, i + 2, "note " + i)).hasStatus(HttpStatus.CREATED);
        }
        is(read(devi), 409, "feedback-not-yet");
        sessions.end(session.id());
        assertThat(read(devi)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"count": 3, "average": 4.0, "ratings": {"1": 0, "2": 0, "3": 1, "4": 1, "5": 1}}
                """);
        assertThat(read(devi)).bodyJson().extractingPath("$.notes").asArray().containsExactlyInAnyOrder("note 1",
                "note 2", "note 3");
        assertThat(read(devi)).bodyJson().extractingPath("$").asMap().containsOnlyKeys("sessionId", "count", "average",
                "ratings", "notes", "voices");
    }

    @Test
    void whatWasSaidByPhoneIsHeardByWhomTheNotesAreFor() {
        Client asha = clients.caller();
        long participant = takesPart(asha, "asha.1").id();
        voices.say(participant, ALAW);
        assertThat(rows.in("feedback_voice")).as("without a rating").isZero();
        give(asha, 4, "");
        voices.say(participant, ALAW);
        String name = voices.of(session.id()).getFirst();
        String path = "/feedback/" + session.id() + "/voices/" + name;
        assertThat(rows.dump()).doesNotContain(new String(ALAW, StandardCharsets.ISO_8859_1));
        is(devi.get(path), 409, "feedback-not-yet");
        is(clients.volunteer().get(path), 403, "not-your-session");
        is(asha.get(path), 403, "forbidden");
        is(clients.stranger().get(path), 401, "signed-out");
        for (int i = 2; i <= 3; i++) {
            Client person = clients.caller();
            takesPart(person, "person." + i);
            give(person, 5, "");
        }
        sessions.end(session.id());
        assertThat(read(devi)).bodyJson().extractingPath("$.voices").asArray().containsExactly(name);
        assertThat(devi.get(path)).hasStatusOk().hasContentType("audio/wav");
        assertThat(clients.admin().get(path)).hasStatusOk();
        is(devi.get("/feedback/" + session.id() + "/voices/another"), 404, "not-found");
        assertThat(voices.hear(session.id() + 1, name)).as("by another session").isEmpty();
    }

    @Test
    void aVoiceGoesThirtyDaysAfterItWasHeardNinetyAtMostAndWithItsAccount() {
        Client asha = clients.caller();
        long participant = takesPart(asha, "asha.1").id();
        give(asha, 4, "");
        voices.say(participant, ALAW);
        assertThat(voices.forget(clock.instant().plus(Duration.ofDays(89)), Retention.DEFAULT)).isZero();
        assertThat(voices.hear(session.id(), voices.of(session.id()).getFirst())).isPresent();
        assertThat(voices.forget(clock.instant().plus(Duration.ofDays(29)), Retention.DEFAULT)).isZero();
        assertThat(voices.forget(clock.instant().plus(Duration.ofDays(31)), Retention.DEFAULT)).isOne();
        voices.say(participant, ALAW);
        assertThat(voices.forget(clock.instant().plus(Duration.ofDays(91)), Retention.DEFAULT)).isOne();
        voices.say(participant, ALAW);
        accounts.forget(asha.id());
        assertThat(rows.in("feedback_voice")).isZero();
        assertThat(rows.in("feedback")).isOne();
    }

    @Test
    void theOrderOfNotesTellsNothing() throws UnsupportedEncodingException {
        for (int i = 1; i <= 6; i++) {
            Client person = clients.caller();
            takesPart(person, "person." + i);
            give(person, 3, "note " + i);
        }
        sessions.end(session.id());
        Set<String> orders = new java.util.HashSet<>();
        for (int i = 0; i < 10; i++) {
            orders.add(read(devi).getResponse().getContentAsString());
        }
        assertThat(orders).hasSizeGreaterThan(1);
    }

    @Test
    void itIsForItsHostsAndAdmins() {
        is(read(clients.volunteer()), 403, "not-your-session");
        is(read(clients.caller()), 403, "forbidden");
        is(read(clients.stranger()), 401, "signed-out");
        is(devi.get("/feedback/999999"), 404, "not-found");
        assertThat(read(clients.admin())).hasStatusOk().bodyJson().extractingPath("$.count").isEqualTo(0);
    }

    @Test
    void wordsAreForgottenAfterHalfAYearAndRatingsStay() {
        Client asha = clients.caller();
        takesPart(asha, "asha.1");
        give(asha, 4, "helped me");
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(179)), Retention.DEFAULT)).isZero();
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(181)), Retention.DEFAULT)).isOne();
        assertThat(read(clients.admin())).bodyJson().isLenientlyEqualTo("{\"count\": 1, \"notes\": []}");
    }

    private Participant takesPart(Client person, String call) {
        CallId id = new CallId(call);
        Participant seat = sessions.takeSeat(session.id(),
                new Caller(Optional.of(person.id()), Language.NEPALI, Optional.empty()), id, Language.NEPALI)
                .orElseThrow();
        exchange.publishEvent(new TelephonyEvent.Joined(id, session.room(), clock.instant()));
        sessions.leave(id, Outcome.LEFT);
        return seat;
    }

    private MvcTestResult give(Client who, int rating, String notes) {
        return who.post("/feedback", "{\"sessionId\": %d, \"rating\": %d, \"notes\": \"%s\"}".formatted(session.id(),
                rating, notes));
    }

    private MvcTestResult read(Client who) {
        return who.get("/feedback/" + session.id());
    }

    private static void is(MvcTestResult answer, int status, String problem) {
        assertThat(answer).hasStatus(HttpStatus.valueOf(status)).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:" + problem);
    }
}
