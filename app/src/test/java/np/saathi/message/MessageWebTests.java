package np.saathi.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.jayway.jsonpath.JsonPath;

import np.saathi.audio.Voices;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.retention.Retention;
import np.saathi.volunteer.Training;

/** Asha writes; Devi and Ekta are volunteers who could answer. */
@WebTest
@RecordApplicationEvents
class MessageWebTests {
    @Autowired
    Clients clients;
    @Autowired
    Messages messages;
    @Autowired
    MessageClock watch;
    @Autowired
    MessageRetention retention;
    @Autowired
    MessageProperties properties;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents told;
    private Client asha;
    private Client devi;
    private Client ekta;

    @BeforeEach
    void nothingIsSaidYet() throws IOException {
        rows.delete();
        for (Path file : files()) {
            Files.delete(file);
        }
        asha = clients.caller();
        devi = clients.volunteer();
        ekta = clients.volunteer();
    }

    @Test
    void aCallerWritesAVolunteerOpensAndAnswers() {
        long question = sent(write(asha, "I can not sleep"));
        assertThat(devi.get("/cmhv/messages")).bodyJson().isLenientlyEqualTo(
                "{\"total\": 1, \"items\": [{\"from\": \"CALLER\", \"status\": \"NEW\", \"mine\": false}]}");
        assertThat(devi.get("/private-message")).bodyJson().doesNotHavePath("$.items[0].text");
        assertThat(open(devi, question)).hasStatusOk().bodyJson().isLenientlyEqualTo(
                "{\"text\": \"I can not sleep\", \"status\": \"HELD\", \"mine\": true}");
        assertThat(asha.get("/private-message")).bodyJson().extractingPath("$.items[0].status").isEqualTo("HELD");
        MvcTestResult answer = devi.post("/private-message",
                "{\"to\": \"%s\", \"text\": \"Tell me more\"}".formatted(asha.id()));
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        assertThat(asha.get("/private-message")).bodyJson().isLenientlyEqualTo("""
                {"total": 2, "items": [
                  {"from": "VOLUNTEER", "text": "Tell me more", "status": "NEW", "mine": false},
                  {"from": "CALLER", "text": "I can not sleep", "status": "ANSWERED", "mine": true}]}
                """);
        assertThat(asha.get("/private-message")).bodyText().as("volunteers are all one to a caller")
                .doesNotContain(devi.id().value());
        assertThat(open(asha, sent(answer))).bodyJson().extractingPath("$.status").isEqualTo("HEARD");
        assertThat(rows.dump()).doesNotContain("I can not sleep").doesNotContain("Tell me more");
    }

    @Test
    void adminsSeeThatMessagesWaitAndNothingMoreOfThem() {
        long question = sent(write(asha, "I can not sleep"));
        Client admin = clients.admin();
        assertThat(admin.get("/admin/messages")).hasStatusOk().bodyJson().isLenientlyEqualTo(
                "{\"total\": 1, \"items\": [{\"language\": \"ne\", \"status\": \"NEW\"}]}");
        assertThat(admin.get("/admin/messages")).bodyText().doesNotContain("sleep")
                .doesNotContain(asha.id().value()).doesNotContain(devi.id().value());
        open(devi, question);
        assertThat(admin.get("/admin/messages")).bodyJson().extractingPath("$.items[0].status").isEqualTo("HELD");
        answer(devi, question, "Tell me more");
        assertThat(admin.get("/admin/messages")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(admin.get("/private-message/" + question + "/audio")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoOpensItHoldsItHalfAnHour() {
        long question = sent(write(asha, "hello"));
        assertThat(open(devi, question)).hasStatusOk();
        is(open(ekta, question), 409, "message-held");
        is(answer(ekta, question, "mine"), 409, "message-not-open");
        clock.pass(Duration.ofMinutes(31));
        is(answer(devi, question, "too late"), 409, "message-not-open");
        assertThat(open(ekta, question)).hasStatusOk();
        is(open(devi, question), 409, "message-held");
        assertThat(answer(ekta, question, "here I am")).hasStatus(HttpStatus.CREATED);
        clock.pass(Duration.ofMinutes(31));
        is(open(devi, question), 404, "not-found");
        assertThat(open(ekta, question)).hasStatusOk().bodyJson().extractingPath("$.text").isEqualTo("hello");
    }

    /** Rows: who; columns: a message that Devi has open, and her answer. */
    @Test
    void nobodyReadsWhatIsNotForThem() {
        long question = sent(speak(asha, Voices.wav(1, 8000, 1)));
        assertThat(open(devi, question)).hasStatusOk();
        long reply = sent(speak(devi, Voices.wav(1, 8000, 1), question));
        Client bikash = clients.caller();
        Client trainee = clients.volunteer(Training.TRAINEE, Set.of(Language.NEPALI), Set.of("stress"));
        for (long message : new long[]{question, reply}) {
            String audio = "/private-message/" + message + "/audio";
            assertThat(asha.get(audio)).hasStatusOk();
            assertThat(devi.get(audio)).hasStatusOk();
            assertThat(open(asha, message)).hasStatusOk();
            assertThat(open(devi, message)).hasStatusOk();
            for (Client other : new Client[]{bikash, ekta, trainee}) {
                is(other.get(audio), 404, "not-found");
                is(open(other, message), 404, "not-found");
                assertThat(other.get("/private-message")).bodyJson().extractingPath("$.total").isEqualTo(0);
            }
            is(clients.admin().get(audio), 403, "forbidden");
            is(open(clients.admin(), message), 403, "forbidden");
            is(clients.stranger().get(audio), 401, "signed-out");
            is(open(clients.stranger(), message), 401, "signed-out");
        }
        is(clients.admin().get("/private-message"), 403, "forbidden");
        is(write(clients.admin(), "hello"), 403, "forbidden");
        is(asha.get("/cmhv/messages"), 403, "forbidden");
        is(answer(trainee, question, "me too"), 409, "message-not-open");
        is(asha.get("/private-message/999999/audio"), 404, "not-found");
    }

    @Test
    void itGoesToCertifiedVolunteersOfTheLanguageAndCategory() {
        sent(write(asha, "namaste"));
        jdbc.sql("UPDATE private_message SET category = 'grief'").update();
        Client grief = clients.volunteer(Training.CERTIFIED, Set.of(Language.NEPALI), Set.of("grief"));
        Client english = clients.volunteer(Training.CERTIFIED, Set.of(Language.ENGLISH), Set.of("grief"));
        Client coached = clients.volunteer(Training.COACHED, Set.of(Language.NEPALI), Set.of("grief"));
        assertThat(total(grief)).isOne();
        for (Client other : new Client[]{devi, english, coached}) {
            assertThat(total(other)).isZero();
        }
    }

    @Test
    void aReplyGoesFirstToWhoWroteAndAfterTwelveHoursToAll() {
        long question = sent(write(asha, "hello"));
        open(devi, question);
        long reply = sent(answer(devi, question, "hello to you"));
        sent(asha.post("/private-message", "{\"inReplyTo\": %d, \"text\": \"thanks\"}".formatted(reply)));
        assertThat(total(ekta)).isZero();
        assertThat(total(devi)).isEqualTo(3);
        clock.pass(Duration.ofHours(12));
        ekta = clients.withPassword(ekta.id());
        assertThat(total(ekta)).isOne();
    }

    @Test
    void aCallerWritesOnlyToWhomAndAboutWhatTheyHaveMet() {
        is(asha.post("/private-message", "{\"to\": \"%s\", \"text\": \"hello\"}".formatted(devi.id())), 403,
                "never-met");
        is(asha.post("/private-message", "{\"sessionId\": 999999, \"text\": \"hello\"}"), 403, "never-met");
        is(asha.post("/private-message", "{\"inReplyTo\": 999999, \"text\": \"hello\"}"), 404, "not-found");
        is(devi.post("/private-message", "{\"to\": \"%s\", \"text\": \"hello\"}".formatted(asha.id())), 409,
                "message-not-open");
        is(asha.post("/private-message", "{\"to\": \"someone\", \"text\": \"hello\"}"), 400, "invalid");
        is(write(asha, " "), 400, "invalid");
        is(write(asha, "x".repeat(1001)), 400, "invalid");
    }

    @Test
    void moreThanTwentyADayAreTooMany() {
        for (int i = 0; i < 20; i++) {
            assertThat(write(asha, "hello")).hasStatus(HttpStatus.CREATED);
        }
        MvcTestResult one = write(asha, "hello");
        is(one, 429, "too-many-requests");
        assertThat(one).headers().containsHeader("Retry-After");
        is(speak(asha, "no sound, and nobody looks".getBytes(StandardCharsets.UTF_8)), 429, "too-many-requests");
        assertThat(write(clients.caller(), "hello")).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void aVoiceIsHeardAgainAndLiesEncrypted() throws Exception {
        for (byte[] upload : new byte[][]{Voices.wav(2, 44_100, 2), Voices.mp3(2, 44_100, 1), Voices.opus(2, 1),
                Voices.m4a(2), Voices.webm(2)}) {
            long id = sent(speak(asha, upload));
            MvcTestResult audio = asha.get("/private-message/" + id + "/audio");
            assertThat(audio).hasStatusOk().hasContentType("audio/wav");
            assertThat(audio).headers().hasValue("Cache-Control", "no-store");
            try (AudioInputStream wav = AudioSystem
                    .getAudioInputStream(new ByteArrayInputStream(audio.getResponse().getContentAsByteArray()))) {
                assertThat(wav.getFormat().getSampleRate()).isEqualTo(8000);
                assertThat(wav.getFrameLength() / 8000.0).isBetween(1.8, 2.4);
            }
        }
        assertThat(files()).hasSize(5).allSatisfy(file -> {
            assertThat(file.getFileName().toString()).matches("[0-9a-f-]{36}");
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            byte[] kept = Files.readAllBytes(file);
            assertThat(kept.length).isGreaterThan(14_000);
            assertThat(variety(kept)).as("a cipher's bytes are all alike; a tone's are not").isGreaterThan(250);
        });
    }

    @Test
    void whatIsNoVoiceIsRefusedAndNothingIsKept() throws Exception {
        is(speak(asha, "GIF89a".getBytes(StandardCharsets.UTF_8)), 415, "audio-format");
        is(speak(asha, "RIFF----WAVE----".getBytes(StandardCharsets.UTF_8)), 422, "audio-broken");
        is(speak(asha, new byte[0]), 415, "audio-format");
        is(speak(asha, "<script>1</script>ID3".getBytes(StandardCharsets.UTF_8)), 415, "audio-format");
        is(speak(asha, Voices.wav(121, 8000, 1)), 422, "audio-too-long");
        byte[] silence = Voices.wav(2, 8000, 1);
        java.util.Arrays.fill(silence, 44, silence.length, (byte) 0);
        is(speak(asha, silence), 422, "audio-silent");
        is(speak(asha, new byte[VoiceIntake.MOST_BYTES + 1]), 413, "content-too-large");
        assertThat(rows.in("private_message")).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void anAdminIsToldOnceOfWhatNobodyOpenedForTwelveHours() {
        long unheard = sent(write(asha, "hello?"));
        long opened = sent(write(asha, "hello"));
        open(devi, opened);
        clock.pass(Duration.ofHours(12).minusMinutes(1));
        watch.tick();
        assertThat(told.stream(MessageEvent.class)).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        watch.tick();
        watch.tick();
        assertThat(told.stream(MessageEvent.Unheard.class)).extracting(MessageEvent.Unheard::messageId)
                .containsExactly(unheard);
    }

    @Test
    void messagesGoThirtyDaysAfterHearingAndNinetyAtMost() throws Exception {
        long heard = sent(speak(asha, Voices.wav(1, 8000, 1)));
        sent(speak(asha, Voices.wav(1, 8000, 1)));
        open(devi, heard);
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(29)), Retention.DEFAULT)).isZero();
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(31)), Retention.DEFAULT)).isOne();
        assertThat(files()).hasSize(1);
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(91)), Retention.DEFAULT)).isOne();
        assertThat(files()).isEmpty();
        assertThat(rows.in("private_message")).isZero();
    }

    @Test
    void theVoicesOfAForgottenAccountGoToo() throws Exception {
        sent(speak(asha, Voices.wav(1, 8000, 1)));
        Files.setLastModifiedTime(files().getFirst(), FileTime.from(clock.instant())); // other tests moved the clock
        jdbc.sql("DELETE FROM account WHERE id = ?").param(asha.id().value()).update();
        assertThat(rows.in("private_message")).isZero();
        retention.forget(clock.instant(), Retention.DEFAULT);
        assertThat(files()).as("it may be being sent just now").hasSize(1);
        retention.forget(clock.instant().plus(Duration.ofHours(2)), Retention.DEFAULT);
        assertThat(files()).isEmpty();
    }

    private static MvcTestResult write(Client who, String text) {
        return who.post("/private-message", "{\"text\": \"%s\"}".formatted(text));
    }

    private static MvcTestResult answer(Client who, long question, String text) {
        return who.post("/private-message", "{\"inReplyTo\": %d, \"text\": \"%s\"}".formatted(question, text));
    }

    private static MvcTestResult speak(Client who, byte[] audio) {
        return who.request(HttpMethod.POST, "/private-message").multipart()
                .file(new MockMultipartFile("audio", "../../etc/passwd", "image/png", audio)).exchange();
    }

    private static MvcTestResult speak(Client who, byte[] audio, long question) {
        return who.request(HttpMethod.POST, "/private-message").multipart()
                .file(new MockMultipartFile("audio", "voice.wav", "audio/wav", audio))
                .param("inReplyTo", Long.toString(question)).exchange();
    }

    private static MvcTestResult open(Client who, long message) {
        return who.post("/private-message/" + message + "/open", "{}");
    }

    private static long sent(MvcTestResult sent) {
        assertThat(sent).hasStatus(HttpStatus.CREATED);
        return id(sent);
    }

    private static long id(MvcTestResult answer) {
        return ((Number) JsonPath.read(body(answer), "$.id")).longValue();
    }

    private static int total(Client who) {
        return JsonPath.read(body(who.get("/private-message")), "$.total");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(properties.directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(properties.directory())) {
            return files.toList();
        }
    }

    private static long variety(byte[] bytes) {
        return java.util.stream.IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
    }

    private static void is(MvcTestResult answer, int status, String problem) {
        assertThat(answer).hasStatus(HttpStatus.valueOf(status)).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:" + problem);
    }
}
