package np.saathi.ivr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.caller.ShortCalls;
import np.saathi.caller.TestPhones;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.PhonesInCalls;
import np.saathi.telephony.Step;
import np.saathi.telephony.TestCall;

/** Tells of every call, when a flow is done with it, what the line's figures need. The call itself waits for nothing. */
@Component
class CallJournal {
    private static final Logger LOG = LoggerFactory.getLogger(CallJournal.class);
    private final ApplicationEventPublisher events;
    private final TestPhones testPhones;
    private final ShortCalls shortCalls;
    private final PhonesInCalls phonesInCalls;
    private final Clock clock;

    CallJournal(ApplicationEventPublisher events, TestPhones testPhones, ShortCalls shortCalls,
            PhonesInCalls phonesInCalls, Clock clock) {
        this.phonesInCalls = phonesInCalls;
        this.events = events;
        this.testPhones = testPhones;
        this.shortCalls = shortCalls;
        this.clock = clock;
    }

    Entry open(PhoneLine line, Door door) {
        CallId call = line.id();
        Optional<PhoneNumber> number = line.number();
        number.ifPresent(phone -> note(line, phonesInCalls.inCall(call, phone)));
        Thread.ofVirtual().name("test-phone").start(() -> tellIfTest(call, number));
        return new Entry(line, door, number);
    }

    private static void note(PhoneLine line, String hash) {
        try {
            line.note(PhonesInCalls.NOTE, hash);
        } catch (CallerHungUp gone) {
            LOG.debug("Call {} is over, as its first words will find", line.id());
        }
    }

    /** Told at once, so that whatever is told of this call later is known to be of a test. */
    private void tellIfTest(CallId call, Optional<PhoneNumber> number) {
        try {
            if (testPhones.isTest(number)) {
                events.publishEvent(new TestCall(call, clock.instant()));
            }
        } catch (RuntimeException e) {
            LOG.warn("Whether a call is a test is not known: {}", e.getClass().getSimpleName());
        }
    }

    /** One flow with one call, from its first word to its last. */
    final class Entry implements AutoCloseable {
        private final PhoneLine line;
        private final Door door;
        private final Optional<PhoneNumber> number;
        private final Instant began = clock.instant();
        private Optional<AccountId> account = Optional.empty();

        private Entry(PhoneLine line, Door door, Optional<PhoneNumber> number) {
            this.line = line;
            this.door = door;
            this.number = number;
        }

        /** Who calls, if they agreed to be known: of others nothing is told, no hash either. */
        void met(Caller caller) {
            account = caller.account();
        }

        /** The caller hung up, which they may have done soon, and often. */
        void hungUp() {
            shortCalls.hungUp(number, Duration.between(line.id().madeAt().orElse(began), clock.instant()));
        }

        @Override
        public void close() {
            Step step = Step.START;
            Optional<Language> language = Optional.empty();
            try {
                step = line.step();
                language = Optional.of(line.language());
            } catch (CallerHungUp e) {
                // gone before anything was said: then there was no language
            }
            events.publishEvent(new CallServed(line.id(), door, language, step, account.map(AccountId::value), began,
                    clock.instant()));
        }
    }
}
