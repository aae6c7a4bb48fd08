package np.saathi.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import com.jayway.jsonpath.JsonPath;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Pin;
import np.saathi.dev.Client;
import np.saathi.dev.Clients;
import np.saathi.dev.Rows;
import np.saathi.dev.TestClock;
import np.saathi.dev.WebTest;
import np.saathi.message.audio.Voices;
import np.saathi.telephony.Recorded;

/** Messages as the phone has them: the same that the web shows. */
@WebTest
class PhoneMailboxTests {
    private static final Pin RIGHT = new Pin("4829");
    private static final Pin WRONG = new Pin("9284");
    @Autowired
    Clients clients;
    @Autowired
    Mailbox mailbox;
    @Autowired
    Accounts accounts;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    private AccountId asha = new AccountId("111111");

    @BeforeEach
    void ashaIsKnownAndHearsEnglish() throws IOException {
        rows.delete();
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
    }

    @Test
    void fiveWrongPinsShutTheMailboxForAWhileAndARightOneDoesNotCount() {
        accounts.setPin(asha, RIGHT);
        assertThat(mailbox.hasPin(asha)).isTrue();
        for (int tried = 0; tried < 6; tried++) {
            assertThat(mailbox.opens(asha, RIGHT)).isTrue();
        }
        for (int tried = 0; tried < 5; tried++) {
            assertThat(mailbox.opens(asha, WRONG)).isFalse();
        }
        assertThat(mailbox.opens(asha, RIGHT)).isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(mailbox.opens(asha, RIGHT)).isTrue();
    }
}
