package np.saathi.telephony;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;

/** Takes down what the rooms were told to do; without a link it refuses, as the exchange's adapter does. */
public class RoomOrders implements RoomControl, Trunk {
    private static final State TRUNK = new State(Optional.of(true), 7);
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private volatile boolean linked = true;
    private volatile Consumer<CallId> whenMuted = _ -> {};

    /** Whether there is a link to the exchange from now on. */
    public void linked(boolean up) {
        linked = up;
    }

    /** What was ordered since this was last asked, as words: {@code mute asha}, {@code take out asha LEFT}. */
    public List<String> orders() {
        List<String> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }

    @Override
    public Optional<State> state() {
        return linked ? Optional.of(TRUNK) : Optional.empty();
    }

    /** What the exchange does at once when it is told to mute. */
    public void whenMuted(Consumer<CallId> then) {
        whenMuted = then;
    }

    @Override
    public void mute(Room room, CallId call) {
        order("mute " + call);
        whenMuted.accept(call);
    }

    @Override
    public void unmute(Room room, CallId call) {
        order("unmute " + call);
    }

    @Override
    public void takeOut(Room room, CallId call, Departure why) {
        order("take out " + call + " " + why);
    }

    @Override
    public void whisper(CallId call, Language language, Spoken words) {
        order("whisper " + call + " " + language + " " + String.join(" ", words.keys()));
    }

    @Override
    public void whisperUntilHeard(CallId call, Language language, Spoken words) {
        order("make sure of " + call + " " + language + " " + String.join(" ", words.keys()));
    }

    /** @throws ExchangeUnreachable without a link */
    protected final void order(String order) {
        if (!linked) {
            throw new ExchangeUnreachable("no link");
        }
        orders.add(order);
    }
}
