package np.saathi.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Limit;
import np.saathi.account.Pin;
import np.saathi.account.RateLimits;
import np.saathi.message.MessageRefused.Why;
import np.saathi.message.Messages.About;
import np.saathi.message.audio.AudioRefused;
import np.saathi.telephony.Recorded;

/** The same messages that the web shows. */
@Service
class PhoneMailbox implements Mailbox {
    private final Messages messages;
    private final VoiceIntake intake;
    private final Accounts accounts;
    private final RateLimits limits;

    PhoneMailbox(Messages messages, VoiceIntake intake, Accounts accounts, RateLimits limits) {
        this.messages = messages;
        this.intake = intake;
        this.accounts = accounts;
        this.limits = limits;
    }

    @Override
    public boolean hasPin(AccountId caller) {
        return accounts.find(caller).filter(Account::hasPin).isPresent();
    }

    @Override
    public boolean opens(AccountId caller, Pin pin) {
        if (limits.tryTake(Limit.PIN_FROM_OWN_PHONE, caller.value()).isPresent()
                || accounts.unlock(caller, pin).isEmpty()) {
            return false;
        }
        limits.giveBack(Limit.PIN_FROM_OWN_PHONE, caller.value());
        return true;
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
    public Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording) {
        try {
            Content.Voice voice = intake.voice(Files.readAllBytes(recording.file()));
            messages.fromCaller(caller, new About(null, null, inReplyTo), voice);
            return Sent.SENT;
        } catch (AudioRefused nothing) {
            return Sent.NOTHING_HEARD;
        } catch (MessageRefused refused) {
            if (refused.why() == Why.TOO_MANY) {
                return Sent.TOO_MANY;
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException("A recording could not be read", e);
        }
    }
}
