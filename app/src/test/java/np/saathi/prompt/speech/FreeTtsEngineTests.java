package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Script.Voice;

class FreeTtsEngineTests {
    private static final int TOGETHER = 8;
    private static final int TIMES = 25;

    private final FreeTtsEngine engine = new FreeTtsEngine();

    @Test
    void voicesThatBeginAtOnceSayTheSame() throws Exception {
        List<Sound> said = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            // New threads: each begins with a voice of its own.
            try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
                CyclicBarrier start = new CyclicBarrier(TOGETHER);
                List<Future<Sound>> each = new ArrayList<>();
                for (int j = 0; j < TOGETHER; j++) {
                    each.add(threads.submit(() -> {
                        start.await();
                        return engine.say("You can speak now.", new Voice("freetts", "kevin16", 140));
                    }));
                }
                for (Future<Sound> one : each) {
                    said.add(one.get());
                }
            }
        }
        assertThat(said).extracting(Sound::samples).containsOnly(said.getFirst().samples());
    }
}
