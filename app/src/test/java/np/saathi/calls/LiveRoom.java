package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;

import java.util.function.BiConsumer;

import np.saathi.dev.pstn.Phone;

/** The room of the only open group, with callers who waited there for Devi, who has just begun it. */
final class LiveRoom {
    /** What happens in a room with two callers, in the order of their coming. */
    @FunctionalInterface
    interface TwoCallers {
        void accept(Phone first, Phone second, Phone host);
    }

    private LiveRoom() {}

    /** @param then what the caller and the host do, once the caller has heard that the room is open */
    static void withCaller(TestLine line, BiConsumer<Phone, Phone> then) {
        try (Phone caller = line.callerInTheGroup(NEPALI); Phone host = line.hostInTheRoom(line.people().devi())) {
            caller.heard().awaitPrompt("room.open", "ne", SOON);
            then.accept(caller, host);
        }
    }

    /** @param then what they do, once the second caller has heard that the room is open */
    static void withTwoCallers(TestLine line, TwoCallers then) {
        try (Phone first = line.callerInTheGroup(NEPALI)) {
            withCaller(line, (second, host) -> then.accept(first, second, host));
        }
    }
}
