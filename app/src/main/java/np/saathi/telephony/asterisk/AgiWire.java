package np.saathi.telephony.asterisk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiNetworkException;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.GetFullVariableCommand;
import org.asteriskjava.fastagi.command.GetVariableCommand;
import org.asteriskjava.fastagi.command.GosubCommand;
import org.asteriskjava.fastagi.command.RecordFileCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.asteriskjava.fastagi.reply.AgiReply;

import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Key;

/**
 * The few AGI commands that we use, each guarded, each telling a hang-up in one way. Asterisk tells it in three
 * (a closed socket, status 511, or the result -1): here it is always {@link CallerHungUp}.
 */
class AgiWire {
    static final String ANY_KEY = "0123456789*#";
    /** A context of the dialplan: the keys that cut words short. A to D are no keys, and cut nothing. */
    private static final String KEYS = "keys";
    /** More than anybody types ahead; Asterisk keeps the rest for the next command. */
    private static final String MOST_KEYS = "16";
    private final AgiChannel channel;
    private final Thread owner = Thread.currentThread();

    /** It is the calling thread's: one that shared it would wait its turn behind a listening that takes turn after turn. */
    AgiWire(AgiChannel channel) {
        this.channel = channel;
    }

    String channelName() {
        return channel.getName();
    }

    String uniqueId() {
        return channel.getUniqueId();
    }

    void set(String variable, String value) {
        send(new SetVariableCommand(Guard.variable(variable), Guard.plain(value)));
    }

    /** @return empty text for a variable that is not set */
    String get(String variable) {
        return text(send(new GetVariableCommand(Guard.variable(variable))));
    }

    /** As {@link #get}, for an expression of our own making: it must hold nothing that came from outside. */
    String evaluate(String expression) {
        return text(send(new GetFullVariableCommand(expression)));
    }

    /**
     * Plays the files one after another, in one command, so that no key falls in between; any key ends it. (GET DATA
     * would wait too, but takes one file only.) Whoever is to be waited for has silence behind the words.
     */
    Optional<Key> play(List<String> files) {
        files.forEach(Guard::name);
        return key(send(new ExecCommand("Background", String.join("&", files), "nm", "", KEYS)));
    }

    /** Whether the last {@link #play} ended early, because one of its files is missing. */
    boolean playedNotAll() {
        return get("BACKGROUNDSTATUS").equals("FAILED");
    }

    /** Plays one file; only the keys given cut it short. */
    Optional<Key> stream(String file, String keys) {
        return key(send(new StreamFileCommand(Guard.name(file), Guard.plain(keys))));
    }

    /** What is no key (A to D) is waited on. */
    Optional<Key> waitForKey(long millis) {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        long left = Math.max(1, millis);
        while (left > 0) {
            AgiReply reply = send(new WaitForDigitCommand(left));
            Optional<Key> key = key(reply);
            if (key.isPresent() || reply.getResultCode() == 0) {
                return key;
            }
            left = Duration.ofNanos(until - System.nanoTime()).toMillis();
        }
        return Optional.empty();
    }

    /** All keys that come, until none has come for that long; in one command, so that none falls in between. */
    List<Key> keysUntilQuiet(Duration quiet) {
        send(new ExecCommand("Read", "KEYS", "", MOST_KEYS, "t", "1", seconds(quiet)));
        return keys();
    }

    private List<Key> keys() {
        return get("KEYS").chars().mapToObj(key -> Key.of((char) key)).flatMap(Optional::stream).toList();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
    }

    /**
     * Plays the files, then hears up to {@code most} digits, with that silence after each; star, hash and 0 end them. The
     * dialplan does it in one piece, so that no key falls in between.
     */
    List<Key> keysOfNumber(List<String> files, int most, Duration silence) {
        files.forEach(Guard::name);
        gosub("key-in", String.join("&", files), Integer.toString(most), seconds(silence));
        return keys();
    }

    /** @return the key that ended it; empty for the limit */
    Optional<Key> record(String fileWithoutEnding, long limitMillis) {
        return key(send(new RecordFileCommand(Guard.name(fileWithoutEnding), "wav", ANY_KEY,
                Math.toIntExact(limitMillis))));
    }

    void exec(String application, String options) {
        send(new ExecCommand(Guard.name(application), Guard.plain(options)));
    }

    /** Runs a subroutine of the dialplan, from its exten s. */
    void gosub(String context, String... arguments) {
        Stream.of(arguments).forEach(Guard::plain);
        if (send(new GosubCommand(Guard.name(context), "s", "1", arguments)).getResultCode() < 0) {
            throw new CallerHungUp();
        }
    }

    AgiReply send(AgiCommand command) {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "A call's wire is for its own thread: " + command.getClass().getSimpleName());
        }
        try {
            return channel.sendCommand(command);
        } catch (AgiHangupException | AgiNetworkException e) {
            throw new CallerHungUp();
        } catch (AgiException e) {
            throw new IllegalStateException("Asterisk refused " + command.getClass().getSimpleName(), e);
        }
    }

    private static Optional<Key> key(AgiReply reply) {
        int code = reply.getResultCode();
        if (code < 0) {
            throw new CallerHungUp();
        }
        return code == 0 ? Optional.empty() : Key.of((char) code);
    }

    private static String text(AgiReply reply) {
        String value = reply.getResultCode() == 1 ? reply.getExtra() : null;
        return value == null ? "" : value;
    }
}
