package np.saathi.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.audio.Voices;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;

@WebTest
class TrainingWebTests {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    @Autowired
    Clients clients;
    @Autowired
    Lessons lessons;
    @Autowired
    TrainingProperties properties;
    @Autowired
    Rows rows;

    @BeforeEach
    void theShelfIsEmpty() throws IOException {
        rows.delete();
        Files.createDirectories(properties.directory());
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    @Test
    void aRecordingIsHeardByPhoneOncePublishedToCallers() throws IOException {
        Client admin = clients.admin();
        MvcTestResult uploaded = upload(admin, "../../etc/Song.MP3", wav(44_100, 3), "CALLERS");
        assertThat(uploaded).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.seconds").isEqualTo(3);
        assertThat(lessons.in(Language.NEPALI)).as("not published yet").isEmpty();
        String place = String.valueOf(uploaded.getResponse().getHeader("Location"));
        MvcTestResult published = admin.put(place, String.valueOf(uploaded.getResponse().getHeader("ETag")),
                edit("CALLERS", true));
        assertThat(published).hasStatusOk();
        assertThat(lessons.in(Language.NEPALI)).singleElement().satisfies(lesson -> {
            assertThat(lesson.length()).isEqualTo(Duration.ofSeconds(3));
            AudioFormat format = AudioSystem.getAudioFileFormat(lesson.sound().toFile()).getFormat();
            assertThat(format.getSampleRate()).isEqualTo(8000);
            assertThat(format.getChannels()).isOne();
        });
        assertThat(lessons.in(Language.ENGLISH)).isEmpty();
        assertThat(files()).as("names are random").allSatisfy(
                file -> assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}(\\.wav|\\.title)?"));
        assertThat(clients.caller().get("/training")).bodyJson().extractingPath("$.total").isEqualTo(1);
    }

    @Test
    void itsTitleIsReadAloudAndAnewOnceItIsAnother() throws IOException {
        Client admin = clients.admin();
        String place = String.valueOf(upload(admin, "song.wav", wav(8000, 1), "CALLERS").getResponse()
                .getHeader("Location"));
        assertThat(admin.put(place, "\"0\"", english("Breathing"))).hasStatusOk();
        byte[] title = lessons.in(Language.ENGLISH).getFirst().title();
        assertThat(title).hasSizeGreaterThan(2000);
        assertThat(lessons.in(Language.ENGLISH).getFirst().title()).isEqualTo(title);
        assertThat(admin.put(place, "\"1\"", english("How to fall asleep when you worry"))).hasStatusOk();
        assertThat(lessons.in(Language.ENGLISH).getFirst().title()).hasSizeGreaterThan(title.length);
        assertThat(files()).hasSize(3);
        assertThat(admin.delete(place)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(files()).isEmpty();
    }

    private static String english(String title) {
        return "{\"title\": \"%s\", \"audience\": \"CALLERS\", \"language\": \"en\", \"published\": true}"
                .formatted(title);
    }

    @Test
    void recordingsOfPhonesAndBrowsersAreTaughtWith() {
        Client admin = clients.admin();
        Map.of("audio/mp4", Voices.m4a(2), "audio/ogg", Voices.opus(2, 1), "audio/webm", Voices.webm(2)).forEach(
                (type, recording) -> assertThat(upload(admin, "Song.wav", recording, "CALLERS"))
                        .hasStatus(HttpStatus.CREATED).bodyJson().isLenientlyEqualTo("""
                                {"seconds": 2, "mediaType": "%s"}""".formatted(type)));
    }

    @Test
    void whatIsForVolunteersIsNotForCallers() throws IOException {
        Client admin = clients.admin();
        MvcTestResult uploaded = upload(admin, "handbook.pdf", PDF, "VOLUNTEERS");
        String place = String.valueOf(uploaded.getResponse().getHeader("Location"));
        String file = place.replace("/admin", "") + "/file";
        Client volunteer = clients.volunteer();
        assertThat(volunteer.get(file)).as("not published yet").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(admin.put(place, "\"0\"", edit("VOLUNTEERS", true))).hasStatusOk();
        assertThat(volunteer.get(file)).hasStatusOk().hasContentType("application/pdf");
        assertThat(clients.caller().get(file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(clients.caller().get("/training")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(volunteer.get("/training")).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(volunteer.get(place)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aRangeOfAFileIsServed() throws IOException {
        Client admin = clients.admin();
        String place = String.valueOf(upload(admin, "handbook.pdf", PDF, "CALLERS").getResponse()
                .getHeader("Location"));
        MvcTestResult part = admin.request(HttpMethod.GET, place.replace("/admin", "") + "/file")
                .header("Range", "bytes=0-4").exchange();
        assertThat(part).hasStatus(HttpStatus.PARTIAL_CONTENT).hasHeader("Content-Range", "bytes 0-4/" + PDF.length)
                .bodyText().isEqualTo("%PDF-");
        assertThat(part).hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void contentCountsAndNotTheName() throws IOException {
        Client admin = clients.admin();
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] both = ("<script>1</script>\n" + new String(PDF, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] brokenWav = java.util.Arrays.copyOf(wav(8000, 1), 30);
        for (byte[] wrong : new byte[][]{page, both, brokenWav, new byte[0], {'P', 'K', 3, 4}, Voices.silentWav(3)}) {
            MvcTestResult refused = upload(admin, "handbook.pdf", wrong, "CALLERS");
            assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(files()).as("nothing of them is kept").isEmpty();
        assertThat(rows.in("training_material")).isZero();
    }

    @Test
    void whatIsDeletedIsGoneFromTheDiskToo() throws IOException {
        Client admin = clients.admin();
        String place = String.valueOf(upload(admin, "song.wav", wav(8000, 1), "CALLERS").getResponse()
                .getHeader("Location"));
        assertThat(files()).hasSize(2);
        assertThat(admin.delete(place)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(files()).isEmpty();
        assertThat(admin.get(place)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void uploadsAreForAdmins() throws IOException {
        assertThat(upload(clients.volunteer(), "handbook.pdf", PDF, "CALLERS")).hasStatus(HttpStatus.FORBIDDEN);
        MvcTestResult unknown = upload(clients.admin(), "handbook.pdf", PDF, "EVERYBODY");
        assertThat(unknown).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private static MvcTestResult upload(Client who, String name, byte[] content, String audience) {
        return who.request(HttpMethod.POST, "/admin/training").multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", content)).param("title", "Breathing")
                .param("audience", audience).param("language", "ne").exchange();
    }

    private static String edit(String audience, boolean published) {
        return """
                {"title": "Breathing", "audience": "%s", "language": "ne", "published": %s}""".formatted(audience,
                published);
    }

    private Path[] files() throws IOException {
        try (Stream<Path> files = Files.list(properties.directory())) {
            return files.toArray(Path[]::new);
        }
    }

    private static byte[] wav(int rate, int seconds) throws IOException {
        byte[] pcm = new byte[rate * seconds * 2];
        for (int i = 0; i < rate * seconds; i++) {
            short sample = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / rate));
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(pcm),
                new AudioFormat(rate, 16, 1, true, false), (long) rate * seconds), AudioFileFormat.Type.WAVE, wav);
        return wav.toByteArray();
    }
}
