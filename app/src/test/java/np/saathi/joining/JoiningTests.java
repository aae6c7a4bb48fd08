package np.saathi.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.jayway.jsonpath.JsonPath;

import np.saathi.account.AccountId;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.ringing.Bell;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent;

/** From the web to the phone, over HTTP and a real database; the exchange only takes orders down. */
@WebTest
class JoiningTests {
    private static final Optional<PhoneNumber> PHONE = PhoneNumber.parse("9800000001");
    private static final String NUMBER = "9800000003";
    private static final CallId ASHAS_CALL = new CallId("asha.1");
    @Autowired
    Clients clients;
    @Autowired
    Callers callers;
    @Autowired
    Bans bans;
    @Autowired
    Sessions sessions;
    @Autowired
    Callbacks callbacks;
    @Autowired
    Invitations invitations;
    @Autowired
    Bell bell;
    @Autowired
    TestRooms exchange;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private Client asha;
    private Client devi;

    @BeforeEach
    void nobodyIsThereButAshaAndDevi() {
        rows.delete();
        exchange.linked(true);
        exchange.orders();
        asha = clients.caller();
        devi = clients.volunteer();
    }

    private PeerSession planned(Duration fromNow) {
        return sessions.plan(new SessionPlan("stress", Language.NEPALI, "Stress", clock.instant().plus(fromNow),
                Duration.ofMinutes(60), 8, Set.of(devi.id())));
    }

    /** A session with Devi in the room. */
    private PeerSession live() {
        PeerSession session = planned(Duration.ZERO);
        CallId call = new CallId("devi." + session.id());
        var _ = sessions.takeHostSeat(session.id(), devi.id(), call).orElseThrow();
        events.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        return session;
    }

    private static String join(PeerSession session) {
        return "{\"sessionId\": %d}".formatted(session.id());
    }

    private static String callback(PeerSession session, String number, boolean safe) {
        return "{\"sessionId\": %d, \"callback\": {\"number\": \"%s\", \"safeToRing\": %s}}"
                .formatted(session.id(), number, safe);
    }

    private String code(PeerSession session) {
        MvcTestResult answer = asha.post("/join-session", join(session));
        assertThat(answer).hasStatusOk();
        return JsonPath.read(new String(answer.getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8), "$.code");
    }

    private int numbersKept() {
        return rows.in("ring WHERE number_encrypted IS NOT NULL");
    }

    private static void problem(MvcTestResult answer, HttpStatus status, String name) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:" + name);
    }

    @Test
    void aTicketHasTheNumberAndACodeForFifteenMinutes() {
        assertThat(asha.post("/join-session", join(live()))).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.dial", dial -> assertThat(dial).isEqualTo("1660"))
                .hasPathSatisfying("$.code", code -> assertThat(code).asString().matches("[1-9]{9}"))
                .hasPathSatisfying("$.expiresAt", until -> assertThat(until)
                        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)).toString()));
    }

    @Test
    void theCodeLeadsIntoItsSessionOnceAndIsNowhereInTheDatabase() {
        PeerSession session = live();
        String code = code(session);
        assertThat(rows.dump()).doesNotContain(code);
        assertThat(invitations.byCode(code, PHONE))
                .isEqualTo(new CodeAnswer.Welcome(new Invitation(session.id(), asha.id())));
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Wrong.class);
    }

    @Test
    void manyWhoTryTheSameCodeAtOnceAreOne() throws Exception {
        String code = code(live());
        Callable<CodeAnswer> tries = () -> invitations.byCode(code, PHONE);
        int welcome = 0;
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CodeAnswer> answer : calls.invokeAll(Collections.nCopies(5, tries))) {
                welcome += answer.get() instanceof CodeAnswer.Welcome ? 1 : 0;
            }
        }
        assertThat(welcome).isOne();
    }

    @Test
    void aCodeIsTooOldAfterFifteenMinutes() {
        String code = code(live());
        clock.pass(Duration.ofMinutes(15));
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Wrong.class);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOldOne() {
        PeerSession session = live();
        String old = code(session);
        String code = code(session);
        assertThat(invitations.byCode(old, PHONE)).isInstanceOf(CodeAnswer.Wrong.class);
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Welcome.class);
    }

    @Test
    void fiveWrongCodesMakeThatPhoneWaitAndNoOther() {
        String code = code(live());
        for (int tried = 0; tried < 5; tried++) {
            assertThat(invitations.byCode(wrong(code), PHONE))
                    .isInstanceOf(CodeAnswer.Wrong.class);
        }
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Wait.class);
        assertThat(invitations.byCode(code, Optional.empty())).isInstanceOf(CodeAnswer.Welcome.class);
        clock.pass(Duration.ofMinutes(14));
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Wait.class);
        clock.pass(Duration.ofMinutes(1));
        assertThat(invitations.byCode(wrong(code), PHONE)).isInstanceOf(CodeAnswer.Wrong.class);
        assertThat(rows.dump()).doesNotContain("9800000001");
    }

    private static String wrong(String code) {
        return code.equals("111111111") ? "222222222" : "111111111";
    }

    @Test
    void oneWhoHidesTheirNumberDoesNotKeepTheOthersOut() {
        String code = code(live());
        for (int tried = 0; tried < 20; tried++) {
            assertThat(invitations.byCode(wrong(code), Optional.empty())).isInstanceOf(CodeAnswer.Wrong.class);
        }
        assertThat(invitations.byCode(code, Optional.empty())).isInstanceOf(CodeAnswer.Welcome.class);
    }

    @Test
    void wrongCodesFromNumbersThatChangeAreLookedAtThreeHundredTimesAnHour() {
        String code = code(live());
        int lookedAt = 0;
        for (int tried = 0; tried < 400; tried++) {
            Optional<PhoneNumber> another = PhoneNumber.parse("98000%05d".formatted(tried));
            lookedAt += invitations.byCode(wrong(code), another) instanceof CodeAnswer.Wrong ? 1 : 0;
        }
        assertThat(lookedAt).isEqualTo(300);
        clock.pass(Duration.ofMinutes(1));
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Welcome.class);
    }

    @Test
    void tenThousandGuessesFindOneOfThirtyLivingCodesWithLessThanAThousandthsChance() {
        double codes = Math.pow(9, Invitations.CODE_LENGTH);
        assertThat(10_000 * 30 / codes).isLessThan(0.001);
    }

    @Test
    void rightCodesUseUpNoTries() {
        PeerSession session = live();
        for (int visit = 0; visit < 7; visit++) {
            assertThat(invitations.byCode(code(session), PHONE)).isInstanceOf(CodeAnswer.Welcome.class);
        }
    }

    @Test
    void aCodeForASessionThatOpensSoonIsKeptUntilItIsOpen() {
        PeerSession session = planned(Duration.ofMinutes(20));
        String code = code(session);
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Early.class);
        var _ = sessions.takeHostSeat(session.id(), devi.id(), new CallId("devi.9")).orElseThrow(); // opens it
        assertThat(invitations.byCode(code, PHONE)).isInstanceOf(CodeAnswer.Welcome.class);
    }

    @Test
    void sessionsThatAreNotThereNotOpenOrOverAreNotJoined() {
        problem(asha.post("/join-session", "{\"sessionId\": 999999}"), HttpStatus.NOT_FOUND, "not-found");
        problem(asha.post("/join-session", join(planned(Duration.ofHours(2)))), HttpStatus.CONFLICT,
                "session-not-open");
        PeerSession over = live();
        sessions.end(over.id());
        problem(asha.post("/join-session", join(over)), HttpStatus.CONFLICT, "session-over");
        problem(asha.post("/join-session", "{}"), HttpStatus.BAD_REQUEST, "invalid");
    }

    @Test
    void callersAndVolunteersJoinAndNobodyElse() {
        String body = join(live());
        assertThat(devi.post("/join-session", body)).hasStatusOk();
        assertThat(clients.admin().post("/join-session", body)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(clients.stranger().post("/join-session", body)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void whoAskedIsRungThreeTimesAtMostAndTheNumberGoes() {
        assertThat(asha.post("/join-session", callback(live(), NUMBER, true))).hasStatusOk();
        assertThat(rows.dump()).doesNotContain(NUMBER);
        for (int tried = 0; tried < 3; tried++) {
            bell.ring();
            bell.ring();
            assertThat(exchange.orders()).singleElement().asString().startsWith("ring GROUP ");
            clock.pass(Duration.ofMinutes(2));
        }
        bell.ring();
        assertThat(exchange.orders()).isEmpty();
        assertThat(numbersKept()).isZero();
    }

    @Test
    void whoPressesOneIsLedInAndTheNumberIsDeletedWithTheCallsEnd() {
        PeerSession session = live();
        asha.post("/join-session", callback(session, NUMBER, true));
        bell.ring();
        String name = exchange.orders().getFirst().replace("ring GROUP ", "");
        assertThat(invitations.byCallback(name)).contains(new Invitation(session.id(), asha.id()));
        assertThat(invitations.byCallback(name)).as("back from the crisis path, in the same call")
                .contains(new Invitation(session.id(), asha.id()));
        events.publishEvent(new TelephonyEvent.RingOver(name, TelephonyEvent.Answer.PICKED_UP, clock.instant()));
        assertThat(numbersKept()).isZero();
        assertThat(invitations.byCallback(name)).isEmpty();
    }

    @Test
    void whoDialsInByThemselvesIsNotRungAnyMore() {
        PeerSession session = live();
        asha.post("/join-session", callback(session, NUMBER, true));
        assertThat(invitations.byCode(code(session), PHONE)).isInstanceOf(CodeAnswer.Welcome.class);
        assertThat(numbersKept()).isZero();
    }

    @Test
    void aSessionToComeIsRungForWhenItsHostIsIn() {
        PeerSession session = planned(Duration.ofDays(3));
        assertThat(asha.post("/join-session", callback(session, NUMBER, true))).hasStatusOk().bodyJson()
                .doesNotHavePath("$.code").extractingPath("$.expiresAt")
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)).toString());
        bell.ring();
        assertThat(exchange.orders()).isEmpty();
        var _ = sessions.takeHostSeat(session.id(), devi.id(), new CallId("devi.9")).orElseThrow();
        bell.ring();
        assertThat(exchange.orders()).isEmpty(); // open, but nobody would be there yet
        events.publishEvent(new TelephonyEvent.Joined(new CallId("devi.9"), session.room(), clock.instant()));
        bell.ring();
        assertThat(exchange.orders()).hasSize(1);
    }

    @Test
    void aBannedPhoneIsNotRungAndItIsNotToldWhy() {
        Caller banned = callers.remember(PhoneNumber.parse(NUMBER).orElseThrow(), Language.NEPALI);
        bans.ban(banned.account().orElseThrow(), Ban.Reason.THREATS, Optional.empty(), clients.admin().id());
        PeerSession session = live();
        answersAsIfItRang(session, NUMBER);
        assertThat(callbacks.ask(session, banned.account(), PhoneNumber.parse(NUMBER).orElseThrow(), Language.NEPALI))
                .isEqualTo(Callbacks.Taken.MAY_NOT);
        assertThat(numbersKept()).isZero();
    }

    @Test
    void aPhoneThatSaidNeverAgainIsNotRungAndThatIsNotTold() {
        bell.neverAgain(PhoneNumber.parse(NUMBER).orElseThrow());
        answersAsIfItRang(live(), NUMBER);
        assertThat(numbersKept()).isZero();
    }

    @Test
    void whichPhonesAreNotRungIsNotToldByTheLimitsEither() {
        Caller banned = callers.remember(PhoneNumber.parse(NUMBER).orElseThrow(), Language.NEPALI);
        bans.ban(banned.account().orElseThrow(), Ban.Reason.THREATS, Optional.empty(), clients.admin().id());
        PeerSession session = live();
        answersAsIfItRang(session, NUMBER);
        answersAsIfItRang(session, NUMBER);
        problem(asha.post("/join-session", callback(session, NUMBER, true)), HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests");
        problem(asha.post("/join-session", callback(session, "9800000004", true)), HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests");
    }

    /** The same fields as for any other phone, with a code that leads in. */
    private void answersAsIfItRang(PeerSession session, String number) {
        assertThat(asha.post("/join-session", callback(session, number, true))).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.dial", dial -> assertThat(dial).isEqualTo("1660"))
                .hasPathSatisfying("$.code", code -> assertThat(code).asString().matches("[1-9]{9}"))
                .hasPath("$.expiresAt");
    }

    @Test
    void whoAskedForTooManyCodesLeavesNoNumberBehind() {
        PeerSession session = live();
        for (int asked = 0; asked < 20; asked++) {
            var _ = code(session);
        }
        problem(asha.post("/join-session", callback(session, NUMBER, true)), HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests");
        assertThat(numbersKept()).isZero();
        assertThat(clients.caller().post("/join-session", callback(session, NUMBER, true))).hasStatusOk();
    }

    @Test
    void noNumberIsTakenForASessionThatBeginsAfterItIsForgotten() {
        PeerSession session = planned(Duration.ofDays(7).plusMinutes(5));
        MvcTestResult refused = asha.post("/join-session", callback(session, NUMBER, true));
        problem(refused, HttpStatus.CONFLICT, "session-not-open");
        assertThat(refused).bodyJson().extractingPath("$.askFrom")
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)).toString());
        assertThat(numbersKept()).isZero();
    }

    @Test
    void aNumberIsKeptAWeekAtMost() {
        asha.post("/join-session", callback(planned(Duration.ofDays(7)), NUMBER, true));
        clock.pass(Duration.ofDays(7));
        bell.ring();
        assertThat(numbersKept()).isZero();
        assertThat(exchange.orders()).isEmpty();
    }

    @Test
    void withoutTheExchangeTheNextTryComes() {
        asha.post("/join-session", callback(live(), NUMBER, true));
        exchange.linked(false);
        bell.ring();
        exchange.linked(true);
        clock.pass(Duration.ofMinutes(2));
        bell.ring();
        assertThat(exchange.orders()).hasSize(1);
    }

    @Test
    void onlySafePhonesInNepalAreRung() {
        PeerSession session = live();
        problem(asha.post("/join-session", callback(session, NUMBER, false)), HttpStatus.UNPROCESSABLE_CONTENT,
                "not-safe-to-ring");
        for (String number : new String[]{"100", "1166", "+919812345678", "+12025550123", "words", ""}) {
            problem(asha.post("/join-session", callback(session, number, true)), HttpStatus.UNPROCESSABLE_CONTENT,
                    "number-not-allowed");
        }
        assertThat(numbersKept()).isZero();
    }

    @Test
    void whoAskedToBeRungIsRungThoughTheHostCameWhileTheyWereAsked() {
        PeerSession whenTheyWereAsked = planned(Duration.ZERO);
        CallId call = new CallId("devi.1");
        var _ = sessions.takeHostSeat(whenTheyWereAsked.id(), devi.id(), call).orElseThrow();
        events.publishEvent(new TelephonyEvent.Joined(call, whenTheyWereAsked.room(), clock.instant()));
        assertThat(callbacks.ask(whenTheyWereAsked, Optional.empty(), PhoneNumber.parse(NUMBER).orElseThrow(),
                Language.NEPALI)).isEqualTo(Callbacks.Taken.KEPT);
        assertThat(rows.in("ring WHERE due_at IS NOT NULL")).isOne();
    }

    @Test
    void twoCallbacksADayForAnAccountAndForANumberOfWhichOthersLearnNothing() {
        PeerSession session = live();
        assertThat(asha.post("/join-session", callback(session, NUMBER, true))).hasStatusOk();
        assertThat(clients.caller().post("/join-session", callback(session, NUMBER, true))).hasStatusOk();
        int kept = rows.in("ring");
        assertThat(clients.caller().post("/join-session", callback(session, NUMBER, true))).hasStatusOk();
        assertThat(rows.in("ring")).as("that phone is rung for two orders a day").isEqualTo(kept);
        assertThat(asha.post("/join-session", callback(session, "9800000004", true))).hasStatusOk();
        problem(asha.post("/join-session", callback(session, "9800000005", true)), HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests");
        clock.pass(Duration.ofDays(1));
        PeerSession tomorrow = live();
        assertThat(asha.post("/join-session", callback(tomorrow, NUMBER, true))).hasStatusOk();
    }

    @Test
    void whoLeavesOnTheWebIsTakenOutOfTheRoom() {
        PeerSession session = live();
        problem(asha.post("/leave-session", join(session)), HttpStatus.CONFLICT, "not-in-session");
        sits(session, asha.id());
        problem(asha.post("/leave-session", join(session)), HttpStatus.CONFLICT, "not-in-session");
        events.publishEvent(new TelephonyEvent.Joined(ASHAS_CALL, session.room(), clock.instant()));
        problem(clients.caller().post("/leave-session", join(session)), HttpStatus.CONFLICT, "not-in-session");
        exchange.orders();
        assertThat(asha.post("/leave-session", join(session))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(exchange.orders()).containsExactly("take out asha.1 LEFT");
        problem(asha.post("/leave-session", "{\"sessionId\": 999999}"), HttpStatus.NOT_FOUND, "not-found");
        exchange.linked(false);
        problem(asha.post("/leave-session", join(session)), HttpStatus.SERVICE_UNAVAILABLE, "exchange-unreachable");
    }

    private void sits(PeerSession session, AccountId who) {
        var _ = sessions.takeSeat(session.id(), new Caller(Optional.of(who), Language.NEPALI, Optional.empty()),
                ASHAS_CALL, Language.NEPALI).orElseThrow();
    }
}
