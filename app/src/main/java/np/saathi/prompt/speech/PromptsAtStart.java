package np.saathi.prompt.speech;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings the sound files up to date before the line takes its first call. */
@Component
class PromptsAtStart implements SmartLifecycle {

    /** Before everything that takes calls, which starts in the default phase or later. */
    static final int PHASE = -1000;

    private static final Logger LOG = LoggerFactory.getLogger(PromptsAtStart.class);

    private final PromptStore store;
    private volatile boolean running;

    PromptsAtStart(PromptStore store) {
        this.store = store;
    }

    /** A prompt that can't be made is told, and the line goes on with what it has: health tells what matters. */
    @Override
    public void start() {
        try {
            Rendering rendering = store.render();
            rendering.problems().forEach(LOG::error);
            LOG.info("{}", rendering);
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException("The sounds of the line can't be written; see saathi.prompts.sounds", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
