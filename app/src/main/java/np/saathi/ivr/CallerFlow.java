package np.saathi.ivr;

import static np.saathi.ivr.CallerFlow.Choice.DONE;
import static np.saathi.ivr.CallerFlow.Choice.GROUP;
import static np.saathi.ivr.CallerFlow.Choice.LISTEN;
import static np.saathi.ivr.CallerFlow.Choice.MESSAGES;
import static np.saathi.ivr.CallerFlow.Choice.NOTHING;
import static np.saathi.ivr.CallerFlow.Choice.SETTINGS;
import static np.saathi.prompt.Prompt.ACCOUNT_GONE;
import static np.saathi.prompt.Prompt.CALLBACK_LINE;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.JOIN_GONE;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MAIN_MENU_AGAIN;
import static np.saathi.prompt.Prompt.MAIN_MENU_SHORT;
import static np.saathi.prompt.Prompt.RESUME_INTERRUPTED;
import static np.saathi.prompt.Prompt.RESUME_UNABLE;

import java.util.NoSuchElementException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.joining.Invitation;
import np.saathi.joining.Invitations;
import np.saathi.message.MessageRefused;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Step;

/**
 * A caller's phone call:
 *
 * <pre>
 * greeting → (a seat that was just lost: 1 back to it)
 *   → main menu ⟲ (1 group | 2 messages | 3 listen and learn | 9 settings) → goodbye
 * first call: language → consent before it
 * a callback that they asked for: 1 → that group → main menu
 * 0 anywhere: the crisis path, and back to the last step
 * </pre>
 */
@Component
class CallerFlow implements CallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CallerFlow.class);

    enum Choice {
        GROUP, MESSAGES, LISTEN, SETTINGS, DONE, NOTHING
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(MAIN_MENU) //
            .on(Key.ONE, GROUP).on(Key.TWO, MESSAGES).on(Key.THREE, LISTEN).on(Key.NINE, SETTINGS)
            .on(Key.HASH, DONE)
            .retrying(MAIN_MENU_AGAIN, MAIN_MENU_SHORT).otherwise(NOTHING);

    /** How the exchange notes which callback a call is ({@link np.saathi.telephony.Dialler}). */
    private static final String JOIN_CALLBACK = "JOIN_CALLBACK";
    /** How we note whose call it is, when that is not the account of its phone. */
    private static final String SIGNED_IN = "SIGNED_IN";
    /** How we note that somebody whom we don't remember wants another pitch in this call. */
    private static final String DISGUISED = "DISGUISED";

    private final Callers callers;
    private final Welcome welcome;
    private final SettingsFlow settings;
    private final MessageVisit messages;
    private final ListenVisit listen;
    private final MinorFlow minors;
    private final GroupVisit group;
    private final LostSeat lostSeat;
    private final CallLimit limit;
    private final Invitations invitations;
    private final CallJournal journal;

    CallerFlow(Callers callers, Welcome welcome, SettingsFlow settings, MessageVisit messages, ListenVisit listen,
            MinorFlow minors, GroupVisit group, LostSeat lostSeat, CallLimit limit, Invitations invitations,
            CallJournal journal) {
        this.callers = callers;
        this.welcome = welcome;
        this.settings = settings;
        this.messages = messages;
        this.listen = listen;
        this.minors = minors;
        this.group = group;
        this.lostSeat = lostSeat;
        this.limit = limit;
        this.invitations = invitations;
        this.journal = journal;
    }

    @Override
    public Door door() {
        return Door.CALLER;
    }

    @Override
    public void answer(PhoneLine line) {
        try (CallJournal.Entry entry = journal.open(line, door())) {
            hear(line, entry);
        }
    }

    private void hear(PhoneLine line, CallJournal.Entry entry) {
        try {
            serve(line, entry);
        } catch (CallerHungUp gone) {
            entry.hungUp();
            throw gone;
        }
    }

    private void serve(PhoneLine line, CallJournal.Entry entry) {
        Prompt whenAway = line.step() == Step.START ? GREETING : RESUME_UNABLE;
        do {
            try {
                Optional<Caller> caller = line.step() == Step.START ? beginAny(line) : goOn(line);
                caller.ifPresent(met -> {
                    entry.met(met);
                    mainMenu(line, met, entry);
                });
                return;
            } catch (RuntimeException failure) {
                goOnWithoutDatabase(line, failure, whenAway);
            }
            whenAway = RESUME_UNABLE;
        } while (menuWithoutMemory(line));
    }

    private Optional<Caller> beginAny(PhoneLine line) {
        String callback = line.noted(JOIN_CALLBACK);
        return callback.isEmpty() ? begin(line) : beginCallback(line, callback);
    }

    /** We rang, and they pressed 1: nobody is asked again for what they agreed to before. */
    private Optional<Caller> beginCallback(PhoneLine line, String callback) {
        Caller caller = Caller.unknown(line.language());
        Optional<Invitation> invitation = line.meanwhile(() -> invitations.byCallback(callback));
        line.reach(Step.MENU);
        line.say(Spoken.of(CALLBACK_LINE));
        invitation.ifPresentOrElse(invited -> group.joinInvited(line, caller, invited),
                () -> line.say(Spoken.of(JOIN_GONE)));
        return Optional.of(caller);
    }

    /** @return empty when the line has nothing more to offer this caller */
    private Optional<Caller> begin(PhoneLine line) {
        Optional<Caller> known = line.meanwhile(() -> callers.known(line.number()));
        known.ifPresent(caller -> line.speak(caller.language()));
        Optional<Caller> caller = known.isPresent() ? known : welcome.firstCall(line);
        if (caller.isPresent()) {
            line.reach(Step.MENU);
            line.say(Spoken.of(GREETING));
            lostSeat.offer(line, caller.get());
        }
        return caller;
    }

    /** A call that another process of ours began, or that comes back from the crisis path. */
    private Optional<Caller> goOn(PhoneLine line) {
        if (line.interrupted()) {
            line.say(Spoken.of(RESUME_INTERRUPTED));
        }
        if (line.step() == Step.MINOR) {
            minors.speakWith(line);
            return Optional.empty();
        }
        Optional<AccountId> signedIn = AccountId.parse(line.noted(SIGNED_IN));
        Optional<PhoneNumber> number = line.number();
        Caller caller = line.meanwhile(() -> signedIn.flatMap(callers::find).or(() -> callers.known(number)))
                .orElseGet(() -> Caller.unknown(line.language()).disguised(line.noted(DISGUISED).equals("1")));
        group.goOn(line, caller);
        return Optional.of(caller);
    }

    private void mainMenu(PhoneLine line, Caller begun, CallJournal.Entry entry) {
        Caller caller = begun;
        while (true) {
            Caller before = caller;
            line.reach(Step.MENU);
            if (limit.endsNow(line)) {
                return;
            }
            Choice choice = MENU.ask(line);
            try {
                switch (choice) {
                    case GROUP -> group.join(line, caller);
                    case MESSAGES -> messages.open(line, caller);
                    case LISTEN -> listen.open(line);
                    case SETTINGS -> caller = settings.open(line, caller);
                    case DONE, NOTHING -> {
                        end(line, choice);
                        return;
                    }
                }
            } catch (RuntimeException failure) {
                caller = goOnAfter(failure, line, caller);
            }
            if (!caller.account().equals(before.account())) {
                entry.met(caller);
                line.note(SIGNED_IN, caller.account().map(AccountId::value).orElse(""));
            }
            if (caller.disguised() != before.disguised()) {
                line.note(DISGUISED, caller.disguised() ? "1" : "");
            }
        }
    }

    /** An account may be erased on the web while its owner is on the phone: then the call is nobody's, and is told so. */
    private Caller goOnAfter(RuntimeException failure, PhoneLine line, Caller caller) {
        if (speaksOfWhatIsGone(failure) && caller.account().isPresent()
                && line.meanwhile(() -> callers.find(caller.account().get())).isEmpty()) {
            line.say(Spoken.of(ACCOUNT_GONE));
            return Caller.unknown(line.language());
        }
        goOnWithoutDatabase(line, failure, RESUME_UNABLE);
        return caller;
    }

    private static boolean speaksOfWhatIsGone(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException || failure instanceof NoSuchElementException
                || failure instanceof MessageRefused;
    }

    /**
     * While the database is away nobody knows whether this caller has agreed to anything. So the call keeps its step,
     * and who wants to a group begins anew.
     *
     * @return whether they want to
     */
    private boolean menuWithoutMemory(PhoneLine line) {
        while (true) {
            Choice choice = MENU.ask(line);
            switch (choice) {
                case GROUP -> {
                    return true;
                }
                case MESSAGES, LISTEN -> line.say(Spoken.of(RESUME_UNABLE));
                case SETTINGS -> settingsWithoutMemory(line);
                case DONE, NOTHING -> {
                    end(line, choice);
                    return false;
                }
            }
        }
    }

    private void settingsWithoutMemory(PhoneLine line) {
        try {
            settings.openWithoutMemory(line);
        } catch (RuntimeException failure) {
            goOnWithoutDatabase(line, failure, RESUME_UNABLE);
        }
    }

    private static void end(PhoneLine line, Choice choice) {
        if (choice == DONE) {
            line.say(Spoken.of(GOODBYE));
        } else {
            line.sayNumbersAndEnd();
        }
    }

    /** Menus and the crisis path need no database. */
    private static void goOnWithoutDatabase(PhoneLine line, RuntimeException failure, Prompt words) {
        if (!DatabaseOutage.isPassing(failure)) {
            throw failure;
        }
        LOG.info("Call {} goes on without the database: {}", line.id(), failure.getMessage());
        line.say(Spoken.of(words));
    }
}
