package np.saathi.telephony;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a person is waited for in silence, counted from the last word that they heard. Each shape of dialogue asks
 * the line that it speaks with ({@link PhoneLine#timeouts}), because dialogues are constants and know no settings.
 *
 * @param menu one try of a menu: long enough to find a key on a worn keypad, short enough not to seem dead
 * @param roomMenu a menu in a room, after which it closes by itself: longer, for a host listens to the room meanwhile
 * @param entry from one digit to the next: an id is read from paper
 * @param list one try of a list: its keys are as few as a menu's
 * @param recording one try of the question what is to become of a recording, which is thrown away after three
 * @param confirm a question about a loss, which silence answers with no
 * @param consent one try of consent
 * @param help after words that offer help by 0 before the call goes on: nothing else can be pressed
 * @param nextRoomKey after a host's 0, for a key that is answered at once instead of by a call of its own
 */
@Validated
@ConfigurationProperties("saathi.dialogue.timeout")
public record DialogueTimeouts(@DefaultValue("6s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration menu,
        @DefaultValue("15s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration roomMenu,
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration entry,
        @DefaultValue("6s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration list,
        @DefaultValue("6s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration recording,
        @DefaultValue("6s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration confirm,
        @DefaultValue("6s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration consent,
        @DefaultValue("6s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration help,
        @DefaultValue("3s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration nextRoomKey) {}
