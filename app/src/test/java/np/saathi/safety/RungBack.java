package np.saathi.safety;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import np.saathi.prompt.Language;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/** Takes down who was rung back. */
class RungBack implements Dialler {
    private final List<String> rung = new CopyOnWriteArrayList<>();
    private volatile String last = "";
    private volatile boolean reachable = true;

    /** The numbers that were rung, with the language, in order. */
    List<String> rung() {
        return List.copyOf(rung);
    }

    /** Our name for the callback that was rung last. */
    String last() {
        return last;
    }

    void reachable(boolean isReachable) {
        reachable = isReachable;
    }

    void forget() {
        rung.clear();
        reachable = true;
    }

    @Override
    public void ringBack(String callback, PhoneNumber number, Language language) {
        if (!reachable) {
            throw new ExchangeUnreachable("no link in this test");
        }
        last = callback;
        rung.add(number.digits() + " " + language);
    }

    @Override
    public void ringToJoin(String callback, PhoneNumber number, Language language) {
        throw new AssertionError("nobody asked to join");
    }
}
