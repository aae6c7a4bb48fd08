package np.saathi.telephony.asterisk;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallId;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/**
 * Speaks to one member of a room alone (R3). Two whispers at once would be mush, so each member has a queue: the next
 * begins when Asterisk tells that the one before it is over, however long that had to wait for a key to be answered.
 */
@Component
class Whispers {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);
    private static final String NAME = "whisper-";
    /** How long [whisper] waits for a key to be answered, and some time to set the whisper up. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(35);

    private final AmiLink link;
    private final Channels channels;
    private final PromptCatalog prompts;
    private final Map<CallId, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Ending>> underWay = new ConcurrentHashMap<>();

    Whispers(AmiLink link, Channels channels, PromptCatalog prompts) {
        this.link = link;
        this.channels = channels;
        this.prompts = prompts;
    }

    /** How a whisper ended: whole, or before its last word. */
    enum Ending {
        SAID, CUT
    }

    /** Asterisk told that one of our whispers is over. The first ending that is told is the true one. */
    record Over(String name, Ending ending) {}

    /** Whether this is the unique id of one of our whispers' channels; the event that wakes a stopping link has none. */
    static boolean isName(@Nullable String uniqueId) {
        return uniqueId != null && uniqueId.startsWith(NAME);
    }

    /** Says the words once; a key cuts them short for good. */
    void say(CallId call, Language language, Spoken words) {
        words.keys().forEach(Guard::name);
        queue(call, () -> speak(call, language, words));
    }

    /** Says the words; when a key cuts them short they are said once more, after that key's answer. */
    void sayUntilHeard(CallId call, Language language, Spoken words) {
        words.keys().forEach(Guard::name);
        queue(call, () -> speak(call, language, words).thenComposeAsync(
                ending -> ending == Ending.CUT
                        ? speak(call, language, words)
                        : CompletableFuture.completedFuture(ending),
                VIRTUAL));
    }

    private void queue(CallId call, Supplier<CompletableFuture<Ending>> whisper) {
        CompletableFuture<?> mine = last.compute(call, (_, before) -> {
            CompletableFuture<?> free = before == null ? CompletableFuture.completedFuture(null) : before;
            return free.handle((_, _) -> call).thenComposeAsync(_ -> whisper.get(), VIRTUAL);
        });
        mine.whenComplete((_, _) -> last.remove(call, mine));
    }

    /** Completes when Asterisk tells that it is over, or when it should have long been. */
    private CompletableFuture<Ending> speak(CallId call, Language language, Spoken words) {
        return channels.nameOf(call).map(channel -> speakTo(channel, language, words))
                .orElseGet(() -> CompletableFuture.completedFuture(Ending.SAID)); // nobody is there any more
    }

    private CompletableFuture<Ending> speakTo(String channel, Language language, Spoken words) {
        String name = NAME + UUID.randomUUID();
        Duration longest = prompts.lengthOf(words, language).plus(LONGEST_WAIT);
        CompletableFuture<Ending> over = new CompletableFuture<>();
        underWay.put(name, over);
        try {
            link.exchange().order(whisper(name, channel, language, words, longest));
        } catch (ExchangeUnreachable e) {
            LOG.warn("A whisper was not said: {}", e.getMessage());
            over.complete(Ending.SAID);
        }
        return over.completeOnTimeout(Ending.SAID, longest.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> underWay.remove(name));
    }

    @EventListener
    void over(Over told) {
        CompletableFuture<Ending> whisper = underWay.get(told.name());
        if (whisper != null) {
            whisper.complete(told.ending());
        }
    }

    private static OriginateAction whisper(String name, String channel, Language language, Spoken words,
            Duration longest) {
        OriginateAction action = new OriginateAction();
        action.setChannel("Local/s@whisper/n");
        action.setChannelId(name);
        action.setContext("say");
        action.setExten("s");
        action.setPriority(1);
        action.setAsync(true);
        // It is answered only when no key is being answered.
        action.setTimeout(longest.toMillis());
        action.setVariable("__TARGET", Guard.name(channel));
        action.setVariable("__SAY", String.join("&", words.keys()));
        action.setVariable("__SAYLANG", language.code());
        return action;
    }

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("whisper").start(task);
}
