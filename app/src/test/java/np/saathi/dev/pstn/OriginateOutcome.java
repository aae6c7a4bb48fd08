package np.saathi.dev.pstn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import np.saathi.dev.process.DevServiceException;

/** Listens for what becomes of one call that was placed. */
final class OriginateOutcome implements Consumer<Map<String, String>> {
    private final String channelId;
    private final CompletableFuture<String> channel = new CompletableFuture<>();
    private final CompletableFuture<String> cause = new CompletableFuture<>();

    OriginateOutcome(String channelId) {
        this.channelId = channelId;
    }

    @Override
    public void accept(Map<String, String> event) {
        if (!channelId.equals(event.get("Uniqueid"))) {
            return;
        }
        if ("Hangup".equals(event.get("Event"))) {
            cause.complete(event.getOrDefault("Cause-txt", ""));
        } else if ("OriginateResponse".equals(event.get("Event"))) {
            channel.complete("Success".equals(event.get("Response")) ? event.getOrDefault("Channel", "") : "");
        }
    }

    /** The name of the channel once the call is answered; fails where it is not. */
    String awaitAnswer(Duration atMost) {
        try {
            String name = channel.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (name.isEmpty()) {
                throw new AssertionError("not answered: " + cause.get(1, TimeUnit.SECONDS));
            }
            return name;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the call came to nothing within " + atMost, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while placing a call", e);
        }
    }
}
