package np.saathi.message;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** The same messages that the web shows. */
@Service
class PhoneVolunteerMailbox implements VolunteerMailbox {
    /** More than anybody hears in one call. */
    private static final int MOST = 50;
    private final Messages messages;
    private final VoiceIntake intake;
    private final UnsentVoices unsent;

    PhoneVolunteerMailbox(Messages messages, VoiceIntake intake, UnsentVoices unsent) {
        this.messages = messages;
        this.intake = intake;
        this.unsent = unsent;
    }

    @Override
    public List<Long> waiting(AccountId volunteer) {
        return messages.openTo(volunteer, MOST).stream().map(Message::id).toList();
    }

    @Override
    public Optional<byte[]> open(AccountId volunteer, long message) {
        return isOpened(volunteer, message)
                ? messages.readableByVolunteer(volunteer, message).flatMap(messages::sound)
                : Optional.empty();
    }

    private boolean isOpened(AccountId volunteer, long message) {
        try {
            messages.openAsVolunteer(volunteer, message);
            return true;
        } catch (MessageRefused taken) {
            return false;
        }
    }

    @Override
    public void giveBack(AccountId volunteer, long message) {
        messages.giveBack(volunteer, message);
    }

    @Override
    public Sent answer(AccountId volunteer, long message, Recorded recording) {
        return intake.spoken(recording).map(voice -> send(volunteer, message, voice)).orElse(Sent.NOTHING_HEARD);
    }

    private Sent send(AccountId volunteer, long message, Content.Voice voice) {
        if (!isOpened(volunteer, message)) {
            return Sent.TAKEN;
        }
        messages.fromVolunteer(volunteer, message, null, voice);
        return Sent.SENT;
    }

    @Override
    public void keepUnsent(AccountId volunteer, @Nullable Long inReplyTo, Recorded recording) {
        unsent.keep(volunteer, inReplyTo, recording);
    }

    /** Nothing, once the message that it answers is gone. */
    @Override
    public Optional<Unsent> unsent(AccountId volunteer) {
        return unsent.find(volunteer).filter(kept -> kept.inReplyTo() != null);
    }

    @Override
    public Sent sendUnsent(AccountId volunteer) {
        Optional<Unsent> kept = unsent(volunteer);
        Long message = kept.map(Unsent::inReplyTo).orElse(null);
        Sent sent = message == null
                ? Sent.NOTHING_HEARD
                : send(volunteer, message, new Content.Voice(kept.get().sound()));
        unsent.drop(volunteer);
        return sent;
    }

    @Override
    public void dropUnsent(AccountId volunteer) {
        unsent.drop(volunteer);
    }
}
