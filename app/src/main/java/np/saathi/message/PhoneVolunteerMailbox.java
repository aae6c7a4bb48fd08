package np.saathi.message;

import java.util.List;
import java.util.Optional;

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

    PhoneVolunteerMailbox(Messages messages, VoiceIntake intake) {
        this.messages = messages;
        this.intake = intake;
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
        Optional<Content.Voice> voice = intake.spoken(recording);
        if (voice.isEmpty()) {
            return Sent.NOTHING_HEARD;
        }
        if (!isOpened(volunteer, message)) {
            return Sent.TAKEN;
        }
        messages.fromVolunteer(volunteer, message, null, voice.get());
        return Sent.SENT;
    }
}
