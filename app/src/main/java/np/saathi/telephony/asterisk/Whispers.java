package np.saathi.telephony.asterisk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.asteriskjava.manager.action.OriginateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallId;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/**
 * Speaks to one member of a room alone (R3). Two whispers at once would be mush, so each member has a queue: the next
 * begins when the words before it should be over.
 */
@Component
class Whispers {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);
    /** The dialplan's own wait before the words, and the time to set the whisper up. */
    private static final Duration SETTING_UP = Duration.ofMillis(500);

    private final AmiLink link;
    private final PromptCatalog prompts;
    private final Map<CallId, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    Whispers(AmiLink link, PromptCatalog prompts) {
        this.link = link;
        this.prompts = prompts;
    }

    void say(CallId call, String channelName, Language language, Spoken words) {
        OriginateAction whisper = whisper(channelName, language, words);
        Duration length = prompts.lengthOf(words, language).plus(SETTING_UP);
        last.compute(call, (_, before) -> {
            CompletableFuture<?> free = before == null ? CompletableFuture.completedFuture(null) : before;
            CompletableFuture<?> said = free.thenRunAsync(() -> place(whisper), VIRTUAL)
                    .thenRunAsync(() -> {}, after(length));
            said.whenComplete((_, _) -> last.remove(call, said));
            return said;
        });
    }

    private void place(OriginateAction whisper) {
        try {
            link.exchange().order(whisper);
        } catch (ExchangeUnreachable e) {
            LOG.warn("A whisper was not said: {}", e.getMessage());
        }
    }

    private static OriginateAction whisper(String channelName, Language language, Spoken words) {
        words.keys().forEach(Guard::name);
        OriginateAction action = new OriginateAction();
        action.setChannel("Local/s@whisper/n");
        action.setContext("say");
        action.setExten("s");
        action.setPriority(1);
        action.setAsync(true);
        action.setVariable("__TARGET", Guard.name(channelName));
        action.setVariable("__SAY", String.join("&", words.keys()));
        action.setVariable("__SAYLANG", language.code());
        return action;
    }

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("whisper").start(task);

    private static Executor after(Duration time) {
        return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, VIRTUAL);
    }
}
