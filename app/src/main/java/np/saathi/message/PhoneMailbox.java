package np.saathi.message;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.message.MessageRefused.Why;
import np.saathi.message.Messages.About;
import np.saathi.telephony.Recorded;

/** The same messages that the web shows. */
@Service
class PhoneMailbox implements Mailbox {
    private final Messages messages;
    private final VoiceIntake intake;
    private final UnsentVoices unsent;

    PhoneMailbox(Messages messages, VoiceIntake intake, UnsentVoices unsent) {
        this.messages = messages;
        this.intake = intake;
        this.unsent = unsent;
    }

    @Override
    public List<Long> unheard(AccountId caller) {
        return messages.unheardBy(caller).stream().map(Message::id).toList();
    }

    @Override
    public Optional<byte[]> sound(AccountId caller, long message) {
        return messages.readableByCaller(caller, message).flatMap(messages::sound);
    }

    @Override
    public void heard(AccountId caller, long message) {
        messages.openAsCaller(caller, message);
    }

    @Override
    public boolean takesMore(AccountId caller) {
        return messages.takesMore(caller);
    }

    @Override
    public Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording) {
        return intake.spoken(recording).map(voice -> send(caller, inReplyTo, voice)).orElse(Sent.NOTHING_HEARD);
    }

    private Sent send(AccountId caller, @Nullable Long inReplyTo, Content.Voice voice) {
        try {
            messages.fromCaller(caller, new About(null, null, inReplyTo), voice);
            return Sent.SENT;
        } catch (MessageRefused refused) {
            if (refused.why() == Why.TOO_MANY) {
                return Sent.TOO_MANY;
            }
            throw refused;
        }
    }

    @Override
    public void keepUnsent(AccountId caller, @Nullable Long inReplyTo, Recorded recording) {
        unsent.keep(caller, inReplyTo, recording);
    }

    @Override
    public Optional<Unsent> unsent(AccountId caller) {
        return unsent.find(caller);
    }

    @Override
    public Sent sendUnsent(AccountId caller) {
        Sent sent = unsent.find(caller).map(kept -> send(caller, kept.inReplyTo(), new Content.Voice(kept.sound())))
                .orElse(Sent.NOTHING_HEARD);
        if (sent == Sent.SENT) {
            unsent.drop(caller);
        }
        return sent;
    }

    @Override
    public void dropUnsent(AccountId caller) {
        unsent.drop(caller);
    }
}
