package np.saathi.wording;

import static np.saathi.dev.web.Client.assertProblem;
import static np.saathi.dev.web.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.SecondHouse;
import np.saathi.dev.web.WebTest;
import np.saathi.operation.Opening;
import np.saathi.operation.Operation;
import np.saathi.prompt.speech.Tones;

/** English only: its voice needs no program of its own. */
@WebTest
class SentenceWebTests {
    private static final String THANKS = "/admin/prompts/en/rating.thanks";
    @Autowired
    Clients clients;
    @Autowired
    Rows rows;
    @Autowired
    Replacements replacements;
    @Autowired
    Approval approval;
    @Autowired
    Operation operation;
    @Autowired
    ApplicationContext house;
    @Value("${saathi.prompts.sounds}")
    Path sounds;

    @BeforeEach
    void nothingIsReplaced() throws IOException {
        rows.delete();
        replacements.bring();
        approval.refresh();
    }

    @Test
    void everySentenceIsListedWithWhereItIsHeard() {
        Client admin = clients.admin();
        MvcTestResult page = admin.get("/admin/prompts?language=ne&search=room.hand.down&size=100");

        assertThat(page).hasStatusOk();
        assertThat(text(page, "$.items[0].key")).isEqualTo("room.hand.down");
        assertThat(text(page, "$.items[0].section")).isEqualTo("In the room");
        assertThat(text(page, "$.items[0].text")).contains("हात");
        assertThat(text(page, "$.total")).isEqualTo("1");
        assertThat(text(admin.get("/admin/prompts?search=silence.short"), "$.total")).isEqualTo("0");
        assertThat(admin.get("/admin/prompts?state=NOISY")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aRecordingIsHeardAtOnceAndItsRemovalBringsTheVoiceBack() throws IOException, UnsupportedAudioFileException {
        Client admin = clients.admin();
        MvcTestResult replaced = replace(admin, THANKS, Tones.file(1, 0.1, 44_100, 2));

        assertThat(replaced).hasStatusOk();
        assertThat(text(replaced, "$.source")).isEqualTo("REPLACED");
        assertThat(text(replaced, "$.recorded.by")).isEqualTo(admin.id().value());
        assertThat(Double.parseDouble(text(replaced, "$.seconds"))).isBetween(1.0, 1.3);
        assertThat(sounds.resolve("en/rating.thanks.alaw")).isNotEmptyFile();
        assertThat(text(admin.get("/admin/prompts?state=RECORDED"), "$.total")).isEqualTo("1");

        MvcTestResult audio = admin.get(THANKS + "/audio");
        assertThat(audio).hasStatusOk().hasContentType("audio/wav");
        AudioFormat format = AudioSystem
                .getAudioFileFormat(new ByteArrayInputStream(audio.getResponse().getContentAsByteArray())).getFormat();
        assertThat(format.getSampleRate()).isEqualTo(8000);
        assertThat(format.getSampleSizeInBits()).isEqualTo(16);

        MvcTestResult restored = admin.delete(THANKS + "/recording");
        assertThat(restored).hasStatusOk();
        assertThat(text(restored, "$.source")).isEqualTo("SYNTHETIC");
    }

    @Test
    void everyOtherInstanceHasItWithinSeconds() throws IOException {
        Path elsewhere = Path.of("target", "test-sounds-elsewhere").toAbsolutePath();
        try (SecondHouse second = SecondHouse.beside(house, "saathi.prompts.sounds=" + elsewhere,
                "saathi.prompts.replacements=" + elsewhere.resolveSibling("test-replacements-elsewhere"))) {
            Client admin = clients.admin();
            replace(admin, THANKS, Tones.file(1, 0.1, 8000, 1));
            second.bean(Replacements.class).refresh();
            assertThat(elsewhere.resolve("en/rating.thanks.alaw"))
                    .hasSameBinaryContentAs(sounds.resolve("en/rating.thanks.alaw"));

            admin.delete(THANKS + "/recording");
            second.bean(Replacements.class).refresh();
            assertThat(elsewhere.resolveSibling("test-replacements-elsewhere/en/rating.thanks.wav")).doesNotExist();
        }
    }

    @Test
    void aBadRecordingIsRefusedByItsContent() throws IOException {
        Client admin = clients.admin();
        MvcTestResult noSound = replace(admin, THANKS, "RIFF, but no sound".getBytes(StandardCharsets.US_ASCII));
        assertProblem(noSound, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "audio-format");
        assertProblem(replace(admin, THANKS, Tones.file(1, 0, 8000, 1)),
                HttpStatus.UNPROCESSABLE_CONTENT, "audio-silent");
        assertProblem(replace(admin, THANKS, Tones.file(4, 0.1, 8000, 1)),
                HttpStatus.UNPROCESSABLE_CONTENT, "audio-too-long");
        assertThat(text(admin.get("/admin/prompts?state=RECORDED"), "$.total")).isEqualTo("0");
    }

    @Test
    void aChangeTellsWhichVersionItHasSeen() throws IOException {
        Client admin = clients.admin();
        byte[] wav = Tones.file(1, 0.1, 8000, 1);
        assertThat(upload(admin, THANKS, "", wav)).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(upload(admin, THANKS, "\"another\"", wav)).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(admin.put(THANKS + "/review", "\"another\"", "")).hasStatus(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void aReviewEndsWhenTheRecordingChanges() throws IOException {
        Client admin = clients.admin();
        MvcTestResult reviewed = admin.put(THANKS + "/review", etag(admin.get(THANKS)), "");
        assertThat(reviewed).hasStatusOk();
        assertThat(text(reviewed, "$.reviewed.by")).isEqualTo(admin.id().value());

        assertThat(replace(admin, THANKS, Tones.file(1, 0.1, 8000, 1))).hasStatusOk().bodyJson()
                .doesNotHavePath("$.reviewed");
        assertThat(admin.put(THANKS + "/review", etag(admin.get(THANKS)), "")).hasStatusOk().bodyJson()
                .hasPath("$.reviewed");
        assertThat(admin.delete(THANKS + "/review")).hasStatusOk().bodyJson().doesNotHavePath("$.reviewed");
    }

    @Test
    void groupsWaitUntilTheWordsAreApprovedOrAnAdminSaysOtherwiseOnRecord() {
        Client admin = clients.admin();
        MvcTestResult waiting = admin.get("/admin/prompts/approval");
        assertThat(waiting).hasStatusOk();
        assertThat(text(waiting, "$.groupsMayOpen")).isEqualTo("false");
        assertThat(text(waiting, "$.lacking[*].key")).contains("consent.agree", "crisis.sorry", "number.6");
        assertThat(operation.opening()).isEqualTo(Opening.NOT_READY);
        assertThat(approval.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(approval.health().getDetails()).containsEntry("groupsMayOpen", false);

        assertThat(admin.put("/admin/prompts/approval", "\"0\"", "{\"override\": true, \"reason\": \" \"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        MvcTestResult decided = admin.put("/admin/prompts/approval", "\"0\"",
                "{\"override\": true, \"reason\": \"Trial with the volunteers\"}");
        assertThat(decided).hasStatusOk();
        assertThat(text(decided, "$.setBy")).isEqualTo(admin.id().value());
        assertThat(operation.opening()).isEqualTo(Opening.OPEN);
        assertThat(text(admin.get("/admin/audit"), "$.items[0].route")).isEqualTo("/admin/prompts/approval");

        assertThat(admin.put("/admin/prompts/approval", "\"0\"", "{\"override\": false, \"reason\": \"Late\"}"))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(admin.put("/admin/prompts/approval", "\"1\"", "{\"override\": false, \"reason\": \"Over\"}"))
                .hasStatusOk();
        assertThat(operation.opening()).isEqualTo(Opening.NOT_READY);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Client admin = clients.admin();
        for (String nothing : new String[]{"/en/no.such.key", "/xx/greeting", "/EN/greeting", "/en/silence.short",
                "/en/..%2F..%2Fpasswd"}) {
            assertThat(admin.get("/admin/prompts" + nothing).getResponse().getStatus()).as(nothing)
                    .isBetween(400, 404);
            assertThat(admin.get("/admin/prompts" + nothing + "/audio").getResponse().getStatus()).as(nothing)
                    .isBetween(400, 404);
        }
    }

    private static MvcTestResult replace(Client admin, String path, byte[] wav) {
        return upload(admin, path, etag(admin.get(path)), wav);
    }

    private static MvcTestResult upload(Client admin, String path, String etag, byte[] wav) {
        return admin.request(HttpMethod.PUT, path + "/recording").multipart()
                .file(new MockMultipartFile("audio", "../../" + path.toUpperCase(Locale.ROOT), "text/html", wav))
                .header("If-Match", etag).exchange();
    }

    private static String etag(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("ETag"));
    }
}
