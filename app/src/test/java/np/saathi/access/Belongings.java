package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.audio.Voices;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.feedback.Feedback;
import np.saathi.feedback.FeedbackVoices;
import np.saathi.message.Content;
import np.saathi.message.Messages;
import np.saathi.prompt.Language;
import np.saathi.report.Answers;
import np.saathi.report.PhoneReports;
import np.saathi.report.Reports;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

/** One thing of every kind that a path can name: somebody's own, or somebody else's. */
final class Belongings {
    static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] VOICE = new byte[8000];
    private static final Pin PIN = new Pin("482913");
    private final Sessions sessions;
    private final Messages messages;
    private final Reports reports;
    private final PhoneReports phoneReports;
    private final Feedback feedback;
    private final FeedbackVoices feedbackVoices;
    private final Accounts accounts;
    private final Callers callers;
    private final Volunteers volunteers;
    private final Clients clients;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher exchange;
    private final TestClock clock;
    private @Nullable Client admin;
    private int count;

    Belongings(Sessions sessions, Messages messages, Reports reports, PhoneReports phoneReports, Feedback feedback,
            FeedbackVoices feedbackVoices, Accounts accounts, Callers callers, Volunteers volunteers, Clients clients,
            JdbcClient jdbc, ApplicationEventPublisher exchange, TestClock clock) {
        this.sessions = sessions;
        this.messages = messages;
        this.reports = reports;
        this.phoneReports = phoneReports;
        this.feedback = feedback;
        this.feedbackVoices = feedbackVoices;
        this.accounts = accounts;
        this.callers = callers;
        this.volunteers = volunteers;
        this.clients = clients;
        this.jdbc = jdbc;
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * @param owner whose it is, if they can have such a thing; empty: somebody else's
     * @return what stands for it in a path; several parts with a slash between
     */
    String make(String kind, Optional<Client> owner) {
        Optional<Role> role = owner.flatMap(who -> accounts.find(who.id())).map(account -> account.role());
        AccountId host = owner.filter(_ -> role.equals(Optional.of(Role.CMHV))).map(Client::id)
                .orElseGet(this::anotherVolunteer);
        AccountId caller = owner.filter(_ -> role.equals(Optional.of(Role.USER))).map(Client::id)
                .orElseGet(() -> accounts.create(Role.USER).id());
        return switch (kind) {
            case "account" -> owner.map(Client::id).orElseGet(() -> clients.caller().id()).value();
            case "by-pin" -> withPin();
            case "volunteer" -> host.value();
            case "applicant" -> volunteers.apply(Language.NEPALI, Optional.empty()).id().value();
            case "planned" -> id(planned(host));
            case "open" -> id(open(host));
            case "live" -> id(live(host, caller));
            case "ended" -> id(ended(host, caller));
            case "rated" -> id(rated(host));
            case "feedback-voice" -> feedbackVoice(rated(host));
            case "question" -> asked(caller, host, new Content.Text("Hello"));
            case "voice" -> asked(caller, host, new Content.Voice(VOICE));
            case "report" -> report(host, caller);
            case "lesson" -> lesson(owner.isPresent());
            case "flag" -> inserted("INSERT INTO room_flag (session_id, kind, raised_at, last_at) "
                    + "VALUES (:session, 'HOST', :now, :now)", host);
            case "alert" -> inserted("INSERT INTO alert (version, cause, kind, state, session_id, language, raised_at, "
                    + "ring_at) VALUES (0, UUID(), 'DANGER', 'OPEN', :session, 'ne', :now, :now)", host);
            case "phone" -> withPhone().value();
            case "ban" -> made("bans", "{\"accountId\": \"%s\", \"reason\": \"MISUSE\"}".formatted(withPhone()));
            case "duty" -> made("duty", "{\"label\": \"Gita\", \"number\": \"9800000001\", \"position\": 1}");
            case "helpline" -> made("helplines",
                    "{\"prompt\": \"helpline.women\", \"dial\": \"1145\", \"position\": 3}");
            case "test-phone" -> made("test-phones", "{\"label\": \"Desk\", \"number\": \"%s\"}".formatted(number()));
            case "category" -> made("categories",
                    "{\"code\": \"%s\", \"names\": {\"en\": \"New\"}, \"position\": 9}".formatted(name()));
            case "language" -> made("languages", "{\"code\": \"%s\", \"name\": \"New\", \"position\": 9}"
                    .formatted(name()));
            case "sentence" -> "en/rating.thanks";
            default -> throw new IllegalArgumentException("Nothing of the kind " + kind);
        };
    }

    /** At which nothing is planned, nor near it. */
    String start() {
        return startOfFreeDay().toString();
    }

    /** As good for a language as for a category. */
    String name() {
        int n = count++;
        return "q" + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26);
    }

    /** A phone that nobody has. */
    String number() {
        return String.valueOf(9_811_000_000L + count++);
    }

    String settings() {
        return body(admin().get("/admin/settings"));
    }

    private Client admin() {
        Client one = admin == null ? clients.admin() : admin;
        admin = one;
        return one;
    }

    private AccountId anotherVolunteer() {
        AccountId applicant = volunteers.apply(Language.NEPALI, Optional.empty()).id();
        return volunteers.approve(applicant, Training.CERTIFIED, Set.of(Language.NEPALI, Language.ENGLISH),
                Set.of("stress")).orElseThrow().account();
    }

    private String withPin() {
        AccountId account = accounts.create(Role.USER).id();
        accounts.setPin(account, PIN);
        return account.value();
    }

    private AccountId withPhone() {
        return callers.remember(PhoneNumber.parse(number()).orElseThrow(), Language.NEPALI).account().orElseThrow();
    }

    private Instant startOfFreeDay() {
        // Every third day at noon in Nepal: nobody has too much in a day or a week.
        return clock.instant().atZone(ZoneId.of("Asia/Kathmandu")).toLocalDate().plusDays(2 + 3 * (count++ % 120))
                .atTime(LocalTime.NOON).atZone(ZoneId.of("Asia/Kathmandu")).toInstant();
    }

    private PeerSession session(AccountId host, Instant start) {
        return sessions.plan(new SessionPlan("stress", Language.ENGLISH, "Stress", start, Duration.ofHours(1), 8,
                Set.of(host)));
    }

    private PeerSession planned(AccountId host) {
        return session(host, startOfFreeDay());
    }

    private PeerSession open(AccountId host) {
        PeerSession session = session(host, clock.instant());
        jdbc.sql("UPDATE peer_session SET state = 'WAITING' WHERE id = ?").param(session.id()).update();
        return session;
    }

    private PeerSession live(AccountId host, AccountId caller) {
        PeerSession session = session(host, clock.instant());
        CallId call = call();
        assertThat(sessions.takeHostSeat(session.id(), host, call)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        var _ = comesIn(session, Optional.of(caller));
        return session;
    }

    private Participant comesIn(PeerSession session, Optional<AccountId> caller) {
        CallId call = call();
        Participant seat = sessions.takeSeat(session.id(), new Caller(caller, Language.ENGLISH, Optional.empty()),
                call, Language.ENGLISH).orElseThrow();
        exchange.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        return seat;
    }

    private PeerSession ended(AccountId host, AccountId caller) {
        PeerSession session = live(host, caller);
        sessions.end(session.id());
        return session;
    }

    private PeerSession rated(AccountId host) {
        PeerSession session = live(host, accounts.create(Role.USER).id());
        for (int rating = 3; rating <= 5; rating++) {
            assertThat(feedback.rate(comesIn(session, Optional.empty()).id(), rating)).isTrue();
        }
        sessions.end(session.id());
        return session;
    }

    private String feedbackVoice(PeerSession rated) {
        long participant = jdbc.sql("SELECT f.participant_id FROM feedback f JOIN participant p "
                + "ON p.id = f.participant_id WHERE p.session_id = ? LIMIT 1").param(rated.id()).query(Long.class)
                .single();
        feedbackVoices.say(participant, VOICE);
        return id(rated) + "/" + jdbc.sql("SELECT name FROM feedback_voice WHERE participant_id = ?")
                .param(participant).query(String.class).single();
    }

    /** A volunteer's own is one that they have opened. */
    private String asked(AccountId caller, AccountId volunteer, Content content) {
        long id = messages.fromCaller(caller, Messages.About.ANYTHING, content).id();
        return String.valueOf(messages.openAsVolunteer(volunteer, id).id());
    }

    private String report(AccountId host, AccountId caller) {
        PeerSession session = ended(host, caller);
        long id = reports.file(host, session.id(), new Answers(2, false, List.of("stress"), null, 4)).id();
        phoneReports.say(host, session.id(), VOICE);
        return String.valueOf(id);
    }

    /** One's own is one that is published to all. */
    private String lesson(boolean published) {
        MvcTestResult uploaded = admin().request(HttpMethod.POST, "/admin/training").multipart()
                .file(new MockMultipartFile("file", "Breathe.pdf", "application/pdf", PDF)).param("title", "Breathe")
                .param("audience", "CALLERS").param("language", "ne").exchange();
        String id = Client.text(uploaded, "$.id");
        if (published) {
            assertThat(admin().put("/admin/training/" + id, "*", "{\"title\": \"Breathe\", \"audience\": \"CALLERS\", "
                    + "\"language\": \"ne\", \"published\": true}")).hasStatusOk();
        }
        return id;
    }

    private String inserted(String sql, AccountId host) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql(sql).param("session", planned(host).id()).param("now", Timestamp.from(clock.instant()))
                .update(id, "id");
        return String.valueOf(Objects.requireNonNull(id.getKey()).longValue());
    }

    private String made(String kind, String json) {
        MvcTestResult answer = admin().post("/admin/" + kind, json);
        assertThat(answer).as(kind).hasStatus(201);
        return String.valueOf(answer.getResponse().getHeader("Location")).replaceFirst(".*/", "");
    }

    private CallId call() {
        return new CallId("who-may." + count++);
    }

    private static String id(PeerSession session) {
        return String.valueOf(session.id());
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static byte[] voice() {
        return Voices.wav(1, 8000, 1);
    }
}
