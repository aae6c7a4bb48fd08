package np.saathi.report;

import static np.saathi.dev.web.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.report.ReportEvent.DangerReported;
import np.saathi.report.ReportEvent.HostUnwell;
import np.saathi.retention.Retention;
import np.saathi.session.Moderation;
import np.saathi.session.Moderator;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Seat;
import np.saathi.telephony.TelephonyEvent;

/** Reports as they are given by phone: in pieces, and still one report. */
@WebTest
@RecordApplicationEvents
class PhoneReportsTests {
    private static final byte[] VOICE = {11, 22, 33, 44, 55, 66, 77, 88};
    @Autowired
    Clients clients;
    @Autowired
    PhoneReports phone;
    @Autowired
    Sessions sessions;
    @Autowired
    Moderation moderation;
    @Autowired
    ReportRetention retention;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    ApplicationEventPublisher exchange;
    @Autowired
    ApplicationEvents told;
    private Client devi;
    private Client tara;
    private PeerSession session;

    @BeforeEach
    void deviHasHostedWhileTaraListened() {
        rows.delete();
        devi = clients.volunteer();
        tara = clients.volunteer();
        session = held();
        sessions.end(session.id());
    }

    @Test
    void aReportIsDueFromTheEndOfTheSessionUntilItIsCompleteOrAWeekOld() {
        assertThat(phone.due(devi.id())).extracting(PeerSession::id).containsExactly(session.id());
        phone.keep(devi.id(), session.id(), answers(2, null), false);
        assertThat(phone.due(devi.id())).as("broken off").hasSize(1);
        phone.keep(devi.id(), session.id(), answers(2, 4), true);
        assertThat(phone.due(devi.id())).isEmpty();
        assertThat(rows.in("session_report")).isOne();

        PeerSession next = held();
        assertThat(phone.due(devi.id())).as("it goes on").isEmpty();
        sessions.end(next.id());
        clock.pass(Duration.ofDays(6));
        assertThat(phone.due(devi.id())).hasSize(1);
        clock.pass(Duration.ofDays(1));
        assertThat(phone.due(devi.id())).isEmpty();
    }

    @Test
    void whoseRoomWasTakenOverByWhoIsOnDutyReportsAtOnceThoughItGoesOn() {
        PeerSession taken = held();
        Participant maya = sessions.takeDutySeat(taken.id(), new CallId("duty.1"), Language.NEPALI).orElseThrow();
        exchange.publishEvent(new TelephonyEvent.Joined(maya.call(), taken.room(), clock.instant()));
        assertThat(moderation.takeOver(taken.id(), Moderator.of(maya))).isTrue();
        assertThat(phone.due(devi.id())).extracting(PeerSession::id).containsExactly(taken.id(), session.id());
        phone.keep(devi.id(), taken.id(), answers(1, 2), true);
        assertThat(told.stream(HostUnwell.class)).extracting(HostUnwell::sessionId).containsExactly(taken.id());
        assertThat(phone.due(devi.id())).extracting(PeerSession::id).containsExactly(session.id());
        assertThat(phone.due(tara.id())).as("who listened").isEmpty();
    }

    @Test
    void whatWasBrokenOffIsAskedForADayBecauseItCanBeChangedForADay() {
        phone.keep(devi.id(), session.id(), answers(2, null), false);
        clock.pass(Duration.ofDays(1));
        assertThat(phone.due(devi.id())).isEmpty();
        assertThatThrownBy(() -> phone.keep(devi.id(), session.id(), answers(1, null), true))
                .isInstanceOf(ReportRefused.class);
    }

    @Test
    void whoOnlyListenedOrIsNotAssignedHasNothingToReport() {
        assertThat(phone.due(tara.id())).isEmpty();
        assertThat(phone.due(clients.volunteer().id())).isEmpty();
    }

    @Test
    void whatWasChangedOnTheWebIsAskedNoMore() {
        phone.keep(devi.id(), session.id(), answers(2, null), false);
        MvcTestResult list = devi.get("/cmhv/reports");
        assertThat(list).bodyJson().extractingPath("$.items[0].risk").isEqualTo(2);
        String path = "/cmhv/report/" + text(list, "$.items[0].id");
        assertThat(devi.put(path, String.valueOf(devi.get(path).getResponse().getHeader("ETag")),
                "{\"sessionId\": %d, \"risk\": 1}".formatted(session.id()))).hasStatusOk();
        assertThat(phone.due(devi.id())).isEmpty();
    }

    @Test
    void dangerIsToldAtTheFirstAnswerAndHowTheHostIsAtTheLastEachOnce() {
        phone.keep(devi.id(), session.id(), answers(3, null), false);
        assertThat(told.stream(DangerReported.class)).extracting(DangerReported::sessionId)
                .containsExactly(session.id());
        phone.keep(devi.id(), session.id(), answers(3, null), false);
        phone.keep(devi.id(), session.id(), answers(3, 1), true);
        assertThat(told.stream(DangerReported.class)).hasSize(1);
        assertThat(told.stream(HostUnwell.class)).extracting(HostUnwell::sessionId)
                .containsExactly(session.id());
    }

    @Test
    void aVoiceNoteIsKeptEncryptedHeardByItsHostAloneAndGoesWithTheReport() {
        phone.keep(devi.id(), session.id(), answers(1, null), false);
        phone.say(devi.id(), session.id(), new byte[]{1});
        phone.say(devi.id(), session.id(), VOICE);
        assertThat(rows.in("report_voice")).as("the earlier one went").isOne();
        MvcTestResult list = devi.get("/cmhv/reports");
        assertThat(list).bodyJson().extractingPath("$.items[0].hasVoice").isEqualTo(true);
        String path = "/cmhv/report/" + text(list, "$.items[0].id") + "/audio";
        MvcTestResult sound = devi.get(path);
        assertThat(sound).hasStatusOk().hasContentType("audio/wav");
        assertThat(sound.getResponse().getContentAsByteArray()).hasSize(44 + 2 * VOICE.length);
        assertThat(tara.get(path)).hasStatus(HttpStatus.NOT_FOUND);
        retention.forget(clock.instant().plus(Duration.ofDays(731)), Retention.DEFAULT);
        assertThat(rows.in("report_voice")).isZero();
    }

    private static Answers answers(int risk, @Nullable Integer wellbeing) {
        return new Answers(risk, false, List.of("family"), null, wellbeing);
    }

    private PeerSession held() {
        PeerSession planned = sessions.plan(new SessionPlan("stress", Language.NEPALI, "Stress", clock.instant(),
                Duration.ofHours(1), 8, Set.of(devi.id(), tara.id())));
        comes(planned, devi, Seat.Role.HOST);
        comes(planned, tara, Seat.Role.LISTENER);
        return planned;
    }

    private void comes(PeerSession planned, Client who, Seat.Role role) {
        CallId call = new CallId(who.id() + "." + planned.id());
        assertThat(sessions.takeVolunteerSeat(planned.id(), who.id(), call, role)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(call, planned.room(), clock.instant()));
    }
}
