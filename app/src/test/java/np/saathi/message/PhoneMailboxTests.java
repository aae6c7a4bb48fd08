package np.saathi.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import com.jayway.jsonpath.JsonPath;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.audio.Voices;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.retention.Retention;
import np.saathi.telephony.Recorded;

/** Messages as the phone has them: the same that the web shows. */
@WebTest
class PhoneMailboxTests {
    @Autowired
    UnsentNotes notes;
    @Autowired
    Accounts accounts;
    @Autowired
    Clients clients;
    @Autowired
    Mailbox mailbox;
    @Autowired
    MessageRetention retention;
    @Autowired
    MessageProperties properties;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    private AccountId asha = new AccountId("111111");

    @BeforeEach
    void ashaIsKnownAndHearsEnglish() throws IOException {
        rows.delete();
        Files.createDirectories(properties.directory());
        for (Path voice : voices()) {
            Files.delete(voice);
        }
        asha = new AccountId(JsonPath.read(clients.stranger().post("/signup", """
                {"role": "USER", "language": "en", "password": "%s"}
                """.formatted(Clients.PASSWORD.text())).getResponse().getContentAsString(), "$.id"));
    }

    @Test
    void whatIsLeftByPhoneIsHeldByAVolunteerWhoseAnswerIsReadAloudOnce(@TempDir Path recordings) throws Exception {
        Path file = Files.write(recordings.resolve("note.wav"), Voices.wav(3, 8000, 1));
        assertThat(mailbox.leave(asha, null, new Recorded(file, Duration.ofSeconds(3)))).isEqualTo(Mailbox.Sent.SENT);
        Client devi = clients.volunteer();
        String inbox = devi.get("/cmhv/messages").getResponse().getContentAsString();
        int id = JsonPath.read(inbox, "$.items[0].id");
        assertThat(devi.post("/private-message/" + id + "/open", "")).hasStatusOk();
        assertThat(devi.post("/private-message", "{\"text\": \"You are not alone.\", \"inReplyTo\": " + id + "}"))
                .hasStatus2xxSuccessful();

        assertThat(mailbox.unheard(asha)).hasSize(1);
        long answer = mailbox.unheard(asha).getFirst();
        assertThat(mailbox.sound(asha, answer)).hasValueSatisfying(sound -> assertThat(sound).hasSizeGreaterThan(4000));
        assertThat(mailbox.sound(clients.caller().id(), answer)).as("somebody else's").isEmpty();
        mailbox.heard(asha, answer);
        assertThat(mailbox.unheard(asha)).isEmpty();
    }

    @Test
    void silenceIsNotSent(@TempDir Path recordings) throws IOException {
        Path file = Files.write(recordings.resolve("silence.wav"), Voices.silentWav(3));
        assertThat(mailbox.leave(asha, null, new Recorded(file, Duration.ofSeconds(3))))
                .isEqualTo(Mailbox.Sent.NOTHING_HEARD);
        assertThat(mailbox.leave(asha, null, new Recorded(recordings.resolve("never-written.wav"), Duration.ZERO)))
                .isEqualTo(Mailbox.Sent.NOTHING_HEARD);
    }

    @Test
    void whatWasBrokenOffIsKeptEncryptedForADayAndSent(@TempDir Path recordings) throws IOException {
        mailbox.keepUnsent(asha, null, recorded(recordings, 3));
        assertThat(mailbox.unsent(asha)).hasValueSatisfying(kept -> assertThat(kept.sound()).hasSizeGreaterThan(4000));
        assertThat(mailbox.unsent(clients.caller().id())).as("somebody else's").isEmpty();
        String sound = new String(mailbox.unsent(asha).orElseThrow().sound(), StandardCharsets.ISO_8859_1);
        assertThat(voices()).singleElement().satisfies(voice -> assertThat(
                Files.readString(voice, StandardCharsets.ISO_8859_1)).doesNotContain(sound));
        assertThat(mailbox.sendUnsent(asha)).isEqualTo(Mailbox.Sent.SENT);
        assertThat(mailbox.unsent(asha)).isEmpty();
        assertThat(rows.in("private_message")).isOne();
    }

    @Test
    void afterADayItIsOfferedNoMoreAndSweptAway(@TempDir Path recordings) throws IOException {
        mailbox.keepUnsent(asha, null, recorded(recordings, 3));
        clock.pass(Duration.ofHours(24));
        assertThat(mailbox.unsent(asha)).isEmpty();
        assertThat(retention.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(rows.in("unsent_voice")).isZero();
        assertThat(voices()).isEmpty();
    }

    @Test
    void aNewOneTakesThePlaceOfTheOldAndBreathsAndSilenceAreNotKept(@TempDir Path recordings) throws IOException {
        mailbox.keepUnsent(asha, null, recorded(recordings, 3));
        mailbox.keepUnsent(asha, null, recorded(recordings, 4));
        assertThat(voices()).hasSize(1);
        mailbox.dropUnsent(asha);
        assertThat(voices()).isEmpty();
        mailbox.keepUnsent(asha, null, recorded(recordings, 2));
        Path silence = Files.write(recordings.resolve("silence.wav"), Voices.silentWav(3));
        mailbox.keepUnsent(asha, null, new Recorded(silence, Duration.ofSeconds(3)));
        assertThat(mailbox.unsent(asha)).isEmpty();
        assertThat(voices()).isEmpty();
    }

    @Test
    void aNoteThatWasBrokenOffWaitsBesideAMessageAndBothGoWithTheAccount(@TempDir Path recordings) throws IOException {
        mailbox.keepUnsent(asha, null, recorded(recordings, 3));
        notes.keep(asha, UnsentNotes.Kind.FEEDBACK, 7, recorded(recordings, 4));
        notes.keep(asha, UnsentNotes.Kind.REPORT, 8, recorded(recordings, 2)); // a breath
        assertThat(notes.find(asha, UnsentNotes.Kind.FEEDBACK)).map(UnsentNotes.Note::about).contains(7L);
        assertThat(notes.find(asha, UnsentNotes.Kind.REPORT)).isEmpty();
        assertThat(mailbox.unsent(asha)).isPresent();
        notes.drop(asha, UnsentNotes.Kind.FEEDBACK);
        assertThat(voices()).hasSize(1);
        notes.keep(asha, UnsentNotes.Kind.FEEDBACK, 7, recorded(recordings, 4));
        clock.pass(Duration.ofHours(24));
        assertThat(notes.find(asha, UnsentNotes.Kind.FEEDBACK)).isEmpty();
        notes.keep(asha, UnsentNotes.Kind.FEEDBACK, 7, recorded(recordings, 4));
        accounts.forget(asha);
        assertThat(voices()).isEmpty();
    }

    private static Recorded recorded(Path recordings, int seconds) throws IOException {
        return new Recorded(Files.write(recordings.resolve("note.wav"), Voices.wav(seconds, 8000, 1)),
                Duration.ofSeconds(seconds));
    }

    private List<Path> voices() throws IOException {
        try (Stream<Path> files = Files.list(properties.directory())) {
            return files.toList();
        }
    }
}
