package np.saathi.ivr;

import static np.saathi.prompt.Prompt.TALK_LONG;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.operation.Operation;
import np.saathi.prompt.Spoken;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneLine;

/** A friendly word, once a day, to a remembered caller who has talked for long; then the group, as they wished. */
@Component
class TalkOfTheDay {
    private final Sessions sessions;
    private final Callers callers;
    private final Operation operation;
    private final Clock clock;

    TalkOfTheDay(Sessions sessions, Callers callers, Operation operation, Clock clock) {
        this.sessions = sessions;
        this.callers = callers;
        this.operation = operation;
        this.clock = clock;
    }

    void remind(PhoneLine line, Caller caller) {
        if (caller.account().filter(account -> line.meanwhile(() -> isDue(account))).isPresent()) {
            line.say(Spoken.of(TALK_LONG));
        }
    }

    private boolean isDue(AccountId account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Operation.NEPAL);
        Duration talked = sessions.timeInRooms(account, today.atStartOfDay(Operation.NEPAL).toInstant());
        return talked.toMinutes() >= operation.settings().limits().talkMinutesADay()
                && callers.toBeToldOfTalk(account, today);
    }
}
