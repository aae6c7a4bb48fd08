package np.saathi.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.account.AccountId;
import np.saathi.audio.Voices;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.message.VolunteerMailbox.Sent;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Recorded;
import np.saathi.volunteer.Training;

/** Callers' messages as volunteers have them by phone: by the same rules as on the web. */
@WebTest
class VolunteerMailboxTests {
    private static final Duration HELD = Duration.ofMinutes(30);
    @Autowired
    Clients clients;
    @Autowired
    VolunteerMailbox mailbox;
    @Autowired
    Mailbox callers;
    @Autowired
    Messages messages;
    @Autowired
    Callers known;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    private AccountId asha = new AccountId("111111");
    private AccountId devi = new AccountId("222222");
    private AccountId ekta = new AccountId("333333");

    @BeforeEach
    void ashaHasWrittenTwice() {
        rows.delete();
        asha = known.remember(PhoneNumber.parse("9800000001").orElseThrow(), Language.ENGLISH).account().orElseThrow();
        devi = clients.volunteer().id();
        ekta = clients.volunteer().id();
        write("first");
        write("second");
    }

    @Test
    void whatIsOpenedIsNobodyElsesForHalfAnHour() {
        long first = mailbox.waiting(devi).getFirst();
        assertThat(mailbox.waiting(devi)).hasSize(2);
        assertThat(mailbox.open(devi, first)).hasValueSatisfying(sound -> assertThat(sound).hasSizeGreaterThan(1000));
        assertThat(mailbox.open(ekta, first)).isEmpty();
        assertThat(mailbox.waiting(ekta)).hasSize(1).doesNotContain(first);
        assertThat(mailbox.waiting(devi)).startsWith(first);
        clock.pass(HELD);
        assertThat(mailbox.waiting(ekta)).hasSize(2).startsWith(first);
        assertThat(mailbox.open(ekta, first)).isPresent();
    }

    @Test
    void whatOneHoldsComesFirst() {
        long second = mailbox.waiting(devi).getLast();
        assertThat(mailbox.open(devi, second)).isPresent();
        assertThat(mailbox.waiting(devi)).hasSize(2).startsWith(second);
    }

    @Test
    void whatIsGivenBackIsAsIfNobodyHadHeardIt() {
        long first = mailbox.waiting(devi).getFirst();
        assertThat(mailbox.open(devi, first)).isPresent();
        mailbox.giveBack(ekta, first);
        assertThat(mailbox.waiting(ekta)).as("only its holder gives it back").doesNotContain(first);
        mailbox.giveBack(devi, first);
        assertThat(mailbox.waiting(ekta)).startsWith(first);
        assertThat(messages.ofVolunteer(ekta, 0, 10).items()).allSatisfy(
                message -> assertThat(message.status(clock.instant())).isEqualTo(Message.Status.NEW));
    }

    @Test
    void anAnswerByVoiceReachesTheCallerAndTheMessageIsDone(@TempDir Path recordings) throws IOException {
        long first = mailbox.waiting(devi).getFirst();
        assertThat(mailbox.open(devi, first)).isPresent();
        assertThat(mailbox.answer(devi, first, recorded(recordings, Voices.silentWav(3)))).isEqualTo(
                Sent.NOTHING_HEARD);
        assertThat(mailbox.answer(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)))).isEqualTo(Sent.SENT);
        assertThat(mailbox.waiting(devi)).hasSize(1).doesNotContain(first);
        assertThat(callers.unheard(asha)).hasSize(1);
    }

    @Test
    void anAnswerAfterTheHalfHourIsSentUnlessAnotherHasOpenedIt(@TempDir Path recordings) throws IOException {
        long first = mailbox.waiting(devi).getFirst();
        assertThat(mailbox.open(devi, first)).isPresent();
        clock.pass(HELD);
        assertThat(mailbox.open(ekta, first)).isPresent();
        assertThat(mailbox.answer(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)))).isEqualTo(Sent.TAKEN);
        clock.pass(HELD);
        assertThat(mailbox.answer(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)))).isEqualTo(Sent.SENT);
    }

    @Test
    void anAnswerThatWasBrokenOffIsKeptForADayAndSentWhileTheMessageIsTheirs(@TempDir Path recordings)
            throws IOException {
        long first = mailbox.waiting(devi).getFirst();
        assertThat(mailbox.open(devi, first)).isPresent();
        mailbox.keepUnsent(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)));
        assertThat(mailbox.unsent(ekta)).as("somebody else's").isEmpty();
        assertThat(mailbox.unsent(devi)).hasValueSatisfying(kept -> assertThat(kept.inReplyTo()).isEqualTo(first));
        assertThat(mailbox.sendUnsent(devi)).isEqualTo(Sent.SENT);
        assertThat(callers.unheard(asha)).hasSize(1);
        assertThat(mailbox.unsent(devi)).isEmpty();
        mailbox.keepUnsent(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)));
        clock.pass(Duration.ofHours(24));
        assertThat(mailbox.unsent(devi)).isEmpty();
    }

    @Test
    void whenAnotherHasOpenedTheMessageOrItIsGoneWhatWasBrokenOffIsNotSent(@TempDir Path recordings)
            throws IOException {
        long first = mailbox.waiting(devi).getFirst();
        assertThat(mailbox.open(devi, first)).isPresent();
        mailbox.keepUnsent(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)));
        clock.pass(HELD);
        assertThat(mailbox.open(ekta, first)).isPresent();
        assertThat(mailbox.sendUnsent(devi)).isEqualTo(Sent.TAKEN);
        assertThat(rows.in("unsent_voice")).isZero();
        mailbox.keepUnsent(devi, first, recorded(recordings, Voices.wav(3, 8000, 1)));
        known.forget(asha);
        assertThat(mailbox.unsent(devi)).isEmpty();
        assertThat(rows.in("unsent_voice")).as("forgotten with the caller").isZero();
    }

    @Test
    void whoIsNotCertifiedOrSpeaksAnotherLanguageOpensNothing() {
        long first = mailbox.waiting(devi).getFirst();
        AccountId coached = clients.volunteer(Training.COACHED, Set.of(Language.ENGLISH), Set.of("stress")).id();
        AccountId nepali = clients.volunteer(Training.CERTIFIED, Set.of(Language.NEPALI), Set.of("stress")).id();
        assertThat(mailbox.waiting(coached)).isEmpty();
        assertThat(mailbox.open(coached, first)).isEmpty();
        assertThat(mailbox.waiting(nepali)).isEmpty();
        assertThat(mailbox.open(nepali, first)).isEmpty();
    }

    private void write(String words) {
        messages.fromCaller(asha, Messages.About.ANYTHING, new Content.Text(words));
    }

    private static Recorded recorded(Path directory, byte[] wav) throws IOException {
        return new Recorded(Files.write(directory.resolve("answer.wav"), wav), Duration.ofSeconds(3));
    }
}
