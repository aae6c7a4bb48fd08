package np.saathi.dev.pstn;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import np.saathi.dev.process.Wait;

/** What the line rang at the exchange, when, and what happens at each number. */
final class CalledNumbers {
    /** One time that a number was rung. */
    private record Ring(String number, Instant at, String channel, UUID phone, String caller) {}

    private final ExchangeProcess exchange;
    private final Map<String, Consumer<Phone>> programs = new HashMap<>();
    /** How many rings of a number came before it was programmed, and how many were waited for. */
    private final Map<String, Integer> programmed = new HashMap<>();
    private final Map<String, Integer> waited = new HashMap<>();
    private final List<Ring> rings = new ArrayList<>();
    private final Map<UUID, Phone> answered = new HashMap<>();
    private final List<Throwable> failures = new ArrayList<>();

    CalledNumbers(ExchangeProcess exchange) {
        this.exchange = exchange;
    }

    /** The exchange is told without the lock: who reads its answer may be waiting for it, with news of a ring. */
    void program(String number, String how, Duration ringing, Consumer<Phone> then) {
        synchronized (this) {
            programs.put(number, then);
            programmed.put(number, rings(number).size());
            waited.put(number, rings(number).size());
        }
        put("number/" + number, how);
        put("delay/" + number, "%.1f".formatted(ringing.toMillis() / 1000.0));
    }

    void move(String number, String contact) {
        put("moved/" + number, contact);
        program(number, "moved", Duration.ZERO, phone -> {});
    }

    private void put(String key, String value) {
        int slash = key.indexOf('/');
        exchange.ami().send("DBPut", Map.of("Family", key.substring(0, slash), "Key", key.substring(slash + 1), "Val",
                value));
    }

    /** Told each event of the exchange, on the thread that reads them. */
    void onEvent(Map<String, String> event) {
        if (!"Rung".equals(event.get("UserEvent"))) {
            return;
        }
        Ring ring = new Ring(Objects.requireNonNull(event.get("Number")), Instant.now(),
                Objects.requireNonNull(event.get("Channel")), UUID.fromString(event.getOrDefault("Phone", "")),
                URLDecoder.decode(event.getOrDefault("Caller", ""), StandardCharsets.UTF_8));
        synchronized (this) {
            rings.add(ring);
        }
        Thread.ofPlatform().daemon().name("number-" + ring.phone()).start(() -> waitForAnswer(ring));
    }

    private void waitForAnswer(Ring ring) {
        // As long as anything rings; where nobody answers, no phone ever appears.
        Optional<SoundLink> sound = exchange.sounds().await(ring.phone(), Duration.ofMinutes(2));
        sound.ifPresent(link -> {
            Phone phone = new Phone(exchange, ring.channel(), link, false).calledBy(ring.caller());
            Consumer<Phone> then;
            synchronized (this) {
                answered.put(ring.phone(), phone);
                then = programs.getOrDefault(ring.number(), nobody -> {});
            }
            act(phone, then);
        });
    }

    private void act(Phone phone, Consumer<Phone> then) {
        try {
            then.accept(phone);
        } catch (RuntimeException | AssertionError e) {
            synchronized (this) {
                failures.add(e);
            }
        }
    }

    private synchronized List<Ring> rings(String number) {
        return rings.stream().filter(ring -> ring.number().equals(number)).toList();
    }

    synchronized List<String> log() {
        return rings.stream().map(Ring::number).toList();
    }

    /** What went wrong at called numbers, e.g. an awaited sentence that did not come. */
    synchronized List<Throwable> failures() {
        return List.copyOf(failures);
    }

    Instant awaitRung(String number, Duration atMost) {
        return Wait.until(atMost, () -> nextRing(number)).orElseThrow(() -> new AssertionError(
                "the number was not rung within " + atMost + "; rung so far: " + log())).at();
    }

    private synchronized Optional<Ring> nextRing(String number) {
        int seen = waited.getOrDefault(number, 0);
        Optional<Ring> next = rings(number).stream().skip(seen).findFirst();
        next.ifPresent(ring -> waited.put(number, seen + 1));
        return next;
    }

    Phone awaitAnswered(String number, Duration atMost) {
        return Wait.until(atMost, () -> lastAnswered(number)).orElseThrow(() -> new AssertionError(
                "the number did not answer within " + atMost + "; rung so far: " + log()));
    }

    private synchronized Optional<Phone> lastAnswered(String number) {
        Phone last = null;
        for (Ring ring : rings(number).subList(programmed.getOrDefault(number, 0), rings(number).size())) {
            last = answered.getOrDefault(ring.phone(), last);
        }
        return Optional.ofNullable(last);
    }

    synchronized void close() {
        answered.values().forEach(Phone::close);
    }
}
