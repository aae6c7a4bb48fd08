package np.saathi.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.io.TempDir;

import np.saathi.prompt.Prompt;

/** The scripted caller keeps to the contract, so what the flow tests prove holds on a real line too. */
class ScriptedCallerContractTests extends PhoneLineContract {

    @TempDir
    private Path recordings;

    @Override
    protected Person person() {
        return new Scripted(ScriptedCaller.whoPresses().recordingInto(recordings));
    }

    @Override
    protected void call(Person person, Consumer<PhoneLine> ourSide) {
        ourSide.accept(((Scripted) person).caller);
    }

    @Override
    protected Duration slowWork() {
        return Duration.ZERO;
    }

    private record Scripted(ScriptedCaller caller) implements Person {

        @Override
        public Person from(String number) {
            caller.from(number);
            return this;
        }

        @Override
        public Person withheld() {
            caller.withheld();
            return this;
        }

        @Override
        public Person during(Prompt words, String keys) {
            caller.pressing(keys, words);
            return this;
        }

        @Override
        public Person after(Prompt words, String keys) {
            caller.thenPresses(keys);
            return this;
        }

        @Override
        public Person speaksAfter(Prompt words, String keys) {
            caller.thenPresses(keys);
            return this;
        }

        @Override
        public Person speaksAfterAndHangsUp(Prompt words) {
            caller.thenPresses(ScriptedCaller.HANGS_UP);
            return this;
        }

        @Override
        public Person hangsUpDuring(Prompt words) {
            caller.pressing(ScriptedCaller.HANGS_UP, words);
            return this;
        }

        @Override
        public Person inTheRoom(String key) {
            caller.leavesTheRoomBy(key.equals("0") ? Departure.CRISIS : Departure.LEFT);
            return this;
        }

        @Override
        public Person hangsUpInTheRoom() {
            caller.hangsUpInTheRoom();
            return this;
        }

        @Override
        public void presses(String keys) {
            caller.presses(keys);
        }

        @Override
        public List<String> heard() {
            return caller.heard().stream().map(key -> key.substring(key.indexOf('/') + 1)).toList();
        }

        @Override
        public boolean heardItself() {
            return !caller.played().isEmpty() || !caller.sounds().isEmpty();
        }
    }
}
