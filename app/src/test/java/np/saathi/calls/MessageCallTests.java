package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.CallerPins;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.pstn.Phone;
import np.saathi.message.Content;
import np.saathi.message.Message;
import np.saathi.message.Messages;
import np.saathi.session.SessionState;
import np.saathi.telephony.PhoneNumber;

/** A caller's messages: what is said, listened to, said again and thrown away; answers, behind a secret number. */
@CallTests
class MessageCallTests {
    private static final int ASHAS_VOICE = 880;
    private static final int ANOTHER_TRY = 1077;
    private static final int A_DAYS_MESSAGES = 20;
    private static final String PIN = "582914";
    private static final Duration A_LONG_SENTENCE = Duration.ofSeconds(30);
    private final TestLine line;

    MessageCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void whatWasSaidIsHeardSaidAgainAndThrownAwayAndNothingIsSent() {
        String number = line.knownNumber(ENGLISH);
        try (Phone asha = calling(number)) {
            asha.presses("2");
            asha.heard().awaitInOrder("en", A_LONG_SENTENCE, "message.intro", "message.menu");
            asha.presses("2");
            asha.heard().awaitInOrder("en", SOON, "message.none", "message.menu");
            asha.presses("1");
            VoiceNote.isSaid(asha, "message.speak", "en", ASHAS_VOICE);
            asha.presses("2");
            asha.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.presses("3");
            VoiceNote.isSaid(asha, "message.speak", "en", ANOTHER_TRY);
            asha.presses("2");
            asha.heard().awaitTone(ANOTHER_TRY, SOON);
            asha.presses("*");
            asha.heard().awaitInOrder("en", SOON, "message.dropped", "message.menu");
            asha.presses("*");
            asha.heard().awaitPrompt("main.menu", "en", SOON);
        }
        assertThat(messagesOf(account(number))).isZero();
    }

    @Test
    void answersAreBehindTheSecretNumberAreHeardAgainAndAnswered() {
        String number = line.knownNumber(ENGLISH);
        AccountId asha = account(number);
        line.app().bean(CallerPins.class).set(asha, new Pin(PIN));
        Messages messages = line.app().bean(Messages.class);
        Message asked = messages.fromCaller(asha, Messages.About.ANYTHING, new Content.Text("I can't sleep."));
        AccountId ekta = line.people().ekta().id();
        var unused = messages.openAsVolunteer(ekta, asked.id());
        unused = messages.fromVolunteer(ekta, asked.id(), null,
                new Content.Text("Thank you for your message."));
        try (Phone phone = calling(number)) {
            phone.presses("2");
            phone.heard().awaitPrompt("host.pin", "en", SOON);
            phone.presses("4444#");
            phone.heard().awaitInOrder("en", SOON, "message.pin.wrong", "host.pin");
            phone.presses(PIN + "#");
            phone.heard().awaitPrompt("message.menu", "en", SOON);
            phone.presses("2");
            phone.heard().awaitPrompt("message.after", "en", A_LONG_SENTENCE);
            WrongKeys.twice(phone, "message.after", "en", "7");
            phone.presses("3");
            phone.heard().awaitPrompt("message.after", "en", A_LONG_SENTENCE);
            phone.presses("1");
            VoiceNote.isSaid(phone, "message.speak", "en", ASHAS_VOICE);
            phone.presses("1");
            phone.heard().awaitPrompt("message.sent", "en", SOON);
            phone.presses("2");
            phone.heard().awaitPrompt("message.none", "en", SOON);
        }
        assertThat(messagesOf(asha)).isEqualTo(3);
    }

    @Test
    void whoHasSentAsManyAsOneMayInADayIsToldBeforeTheySpeak() {
        String number = line.knownNumber(ENGLISH);
        AccountId account = account(number);
        for (int message = 0; message < A_DAYS_MESSAGES; message++) {
            var unused = line.app().bean(Messages.class).fromCaller(account, Messages.About.ANYTHING,
                    new Content.Text("I can't sleep."));
        }
        try (Phone asha = calling(number)) {
            asha.presses("2");
            asha.heard().awaitPrompt("message.menu", "en", A_LONG_SENTENCE);
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "message.toomany", "message.menu");
        }
        assertThat(messagesOf(account)).isEqualTo(A_DAYS_MESSAGES);
    }

    @Test
    void aNoteOnAGroupThatWasBrokenOffIsOfferedWithTheMessagesAndGiven() {
        Group group = line.group(ENGLISH, 8);
        String number = line.knownNumber(ENGLISH);
        try (Phone asha = calling(number); Phone ekta = line.hostInTheRoom(line.people().ekta())) {
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "en", SOON);
            asha.presses("9");
            Eventually.is(() -> group.inRoom() == 1 && group.state() == SessionState.LIVE);
            asha.presses("#");
            asha.heard().awaitPrompt("rating", "en", SOON);
            asha.presses("5");
            asha.heard().awaitPrompt("rating.note", "en", SOON);
            asha.presses("1");
            VoiceNote.begins(asha, "rating.note.speak", "en", ASHAS_VOICE);
            asha.hangsUp();
            assertThat(ekta.isUp()).isTrue();
        }
        Eventually.is(() -> VoiceNote.unsent(account(number), line) == 1);
        int notes = new Rows(line.database()).in("feedback_voice");
        try (Phone asha = calling(number)) {
            asha.presses("2");
            asha.heard().awaitPrompt("rating.note.unsent", "en", A_LONG_SENTENCE);
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "rating.thanks", "message.menu");
        }
        assertThat(new Rows(line.database()).in("feedback_voice")).isEqualTo(notes + 1);
    }

    private int messagesOf(AccountId account) {
        return line.database().sql("SELECT COUNT(*) FROM private_message WHERE caller_id = ?").param(account.value())
                .query(Integer.class).single();
    }

    private Phone calling(String number) {
        Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place();
        phone.heard().awaitPrompt("greeting", "en", SOON);
        return phone;
    }

    private AccountId account(String number) {
        return line.app().bean(Callers.class).known(PhoneNumber.parse(number)).orElseThrow().account().orElseThrow();
    }
}
