package np.saathi.ivr;

import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import np.saathi.account.AccountId;
import np.saathi.alert.AlertsInMemory;
import np.saathi.caller.BansInMemory;
import np.saathi.caller.Caller;
import np.saathi.caller.CallerPinsInMemory;
import np.saathi.caller.CallersInMemory;
import np.saathi.caller.LanguagesInMemory;
import np.saathi.caller.ShortCallsInMemory;
import np.saathi.caller.TestPhonesInMemory;
import np.saathi.dev.web.TestClock;
import np.saathi.feedback.FeedbackVoicesInMemory;
import np.saathi.feedback.RatingsInMemory;
import np.saathi.joining.CallbacksInMemory;
import np.saathi.joining.InvitationsInMemory;
import np.saathi.latehost.LateHostsInMemory;
import np.saathi.message.NotesInMemory;
import np.saathi.message.VoicesInMemory;
import np.saathi.operation.OperationInMemory;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.TestPrompts;
import np.saathi.report.PhoneReportsInMemory;
import np.saathi.safety.OnDutyInMemory;
import np.saathi.safety.TestNumbers;
import np.saathi.session.CategoriesInMemory;
import np.saathi.session.Moderation;
import np.saathi.session.PeerSession;
import np.saathi.session.PrivateTalks;
import np.saathi.session.SessionsInMemory;
import np.saathi.session.Talking;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.PhonesUnknown;
import np.saathi.telephony.RoomOrders;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.training.LessonsInMemory;
import np.saathi.volunteer.VolunteersInMemory;

/** The flows as they are wired in the app, over services that live as long as a test. Asha calls, Devi hosts. */
final class House {
    static final String ASHAS_PHONE = "9779841000001";
    static final String TEST_PHONE = "9779841000009";
    static final String DEVIS_ID = "765432";
    static final String DEVIS_PIN = "2468";
    static final AccountId DEVI = new AccountId(DEVIS_ID);

    final TestClock clock = new TestClock();
    final CallersInMemory callers = new CallersInMemory();
    final VolunteersInMemory volunteers = new VolunteersInMemory();
    final RatingsInMemory ratings = new RatingsInMemory();
    final SessionsInMemory sessions = new SessionsInMemory(clock);
    final BansInMemory bans = new BansInMemory(clock);
    final OperationInMemory operation = new OperationInMemory(clock);
    final CategoriesInMemory categories = new CategoriesInMemory();
    final ShortCallsInMemory shortCalls = new ShortCallsInMemory(operation, clock);
    final RoomOrders rooms = new RoomOrders();
    final Visits visits = new Visits(sessions.sessions(), categories);
    final RoomStay stay = new RoomStay(visits);
    final List<Object> told = new CopyOnWriteArrayList<>();
    final CallJournal journal = new CallJournal(told::add,
            new TestPhonesInMemory(PhoneNumber.parse(TEST_PHONE).orElseThrow()), shortCalls, new PhonesUnknown(),
            clock);
    final LanguageChoice languages = new LanguageChoice(TestPrompts.in(NEPALI, ENGLISH),
            new LanguagesInMemory(NEPALI, ENGLISH), callers);
    final LessonsInMemory lessons = new LessonsInMemory();
    final ListenVisit listen = new ListenVisit(lessons);
    final MinorFlow minors = new MinorFlow(TestNumbers.children("1098"), listen);
    final CallerPinsInMemory pins = new CallerPinsInMemory(callers);
    final PinGate gate = new PinGate(pins);
    final InvitationsInMemory invitations = new InvitationsInMemory();
    final CallbacksInMemory callbacks = new CallbacksInMemory();
    final CallbackFlow callbackFlow = new CallbackFlow(callbacks);
    final MailboxInMemory mailbox = new MailboxInMemory();
    final VoicesInMemory voices = new VoicesInMemory();
    final NotesInMemory unsentNotes = new NotesInMemory();
    final VoiceNotes notes = new VoiceNotes(voices, unsentNotes);
    final FeedbackVoicesInMemory feedbackVoices = new FeedbackVoicesInMemory();
    final RatingFlow rating = new RatingFlow(ratings, feedbackVoices, notes);
    final MessageVisit messages = new MessageVisit(mailbox, gate, rating);
    final GroupDoor door = new GroupDoor(operation, bans, shortCalls,
            new TalkOfTheDay(sessions.sessions(), callers, operation, clock));
    final GroupVisit group = new GroupVisit(sessions.sessions(), visits, stay, callers, rating, door,
            new RoomEntry(stay), new OtherChoices(sessions.sessions(), callbackFlow, messages, clock));
    final LostSeat lostSeat = new LostSeat(sessions.sessions(), visits, group, door);
    final CallerFlow callerFlow = new CallerFlow(callers, new Welcome(languages, callers, minors),
            new SettingsFlow(languages, new IdentityVisit(pins, gate),
                    new Entrance(invitations, group, pins, callers), new ForgetVisit(callers, bans, gate),
                    new DisguiseVisit(categories, callers)),
            messages, listen, minors, group, lostSeat, new CallLimit(operation, clock), invitations, journal);
    final VolunteerMailboxInMemory volunteerMailbox = new VolunteerMailboxInMemory();
    final PhoneReportsInMemory reports = new PhoneReportsInMemory(sessions);
    final OnDutyInMemory onDuty = new OnDutyInMemory();
    final ReportFlow reportFlow = new ReportFlow(reports, notes, onDuty, clock);
    final VolunteerFlow volunteerFlow = new VolunteerFlow(new HostSignIn(volunteers), volunteers, visits,
            new HostDoor(sessions.sessions(), visits, stay, reportFlow, clock), new VolunteerMessages(volunteerMailbox),
            reportFlow, new VolunteerSettings(sessions.sessions(), listen, languages, volunteers, clock),
            journal);
    final AlertsInMemory alerts = new AlertsInMemory(clock);
    final DutyFlow dutyFlow = new DutyFlow(alerts, visits, stay, journal);
    final LateHostsInMemory lateHosts = new LateHostsInMemory(sessions.sessions());
    final RungHostFlow rungHostFlow = new RungHostFlow(lateHosts, new HostSignIn(volunteers),
            new HostDoor(sessions.sessions(), visits, stay, reportFlow, clock), volunteerFlow, journal);
    final Moderation moderation = sessions.moderation(rooms);
    final PrivateTalks talks = sessions.talks(rooms);
    final Talking talking = sessions.talking();
    /** The sessions into which somebody on duty was rung. */
    final List<Long> dutyRungInto = new CopyOnWriteArrayList<>();
    final OwnVoice ownVoice = new OwnVoice(sessions.sessions(), rooms);
    final RoomKeys roomKeys = new RoomKeys(visits, rooms,
            new CallerRoomKeys(sessions.sessions(), rooms, ownVoice,
                    new SomethingWrong(sessions.flags(), talks, onDuty),
                    clock),
            new HostRoomKeys(visits, ownVoice, new HandKeys(sessions.sessions(), moderation),
                    new PersonKeys(sessions.sessions(), moderation, talks, onDuty),
                    new WholeRoomKeys(sessions.sessions(), moderation, talking), moderation, rooms),
            new ListenerRoomKeys(rooms), new TalkKeys(talks), talking, Optional.of(this::ringDuty));

    House() {
        volunteers.certified(DEVIS_ID, DEVIS_PIN, NEPALI, ENGLISH);
    }

    private boolean ringDuty(long session) {
        if (onDuty.anybody()) {
            dutyRungInto.add(session);
        }
        return onDuty.anybody();
    }

    /** Asha has called before and agreed to be known. */
    Caller ashaIsKnown() {
        return callers.remember(PhoneNumber.parse(ASHAS_PHONE).orElseThrow(), NEPALI);
    }

    PeerSession live(String category) {
        return sessions.live(category, NEPALI, 8, DEVI);
    }

    PeerSession waiting(String category) {
        return sessions.waiting(category, NEPALI, 8, DEVI);
    }

    /** The call of the host whom {@link #live} let in. */
    static CallId hostOf(PeerSession session) {
        return new CallId("host-of-" + session.id());
    }

    /** The exchange tells that this caller came into the room. */
    void comesIn(ScriptedCaller caller, PeerSession session) {
        sessions.exchangeTells(new TelephonyEvent.Joined(caller.id(), session.room(), clock.instant()));
    }

    /** A caller who comes into the room of this session, and leaves it in this way. */
    ScriptedCaller stays(ScriptedCaller caller, PeerSession session, Departure departure) {
        return caller.inTheRoom(_ -> {
            comesIn(caller, session);
            return departure;
        });
    }

    /** The keys of these sentences. */
    static List<String> keys(Prompt... prompts) {
        return Arrays.stream(prompts).map(Prompt::key).toList();
    }
}
