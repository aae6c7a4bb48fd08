package np.saathi.session;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The times by which sessions go.
 *
 * @param tick how often the clock looks: callers hear of an end at most so much later
 * @param openBefore how long before its start callers may come and wait: enough to dial again after a wrong try
 * @param hostBefore how long before its start a host may begin: they find quiet and hear the keys first
 * @param heldFor how long a room waits for a lost host, music playing: a phone is recharged or dialled again by then
 * @param overTime how long a talk may go on after its planned end before it ends by itself: nobody is cut in a sentence
 * @param talkFor how long a host may talk with one person alone: the others wait meanwhile
 * @param silentFor how long a host may be neither heard nor press a key before they are asked to: longer than people
 *            think in silence together
 * @param answerWithin how long a host who was asked has, before they count as lost
 * @param waitingToldEvery how often who waits for a host is told how long it has been: music for three minutes is long
 *            enough to wonder whether one was forgotten. Whole minutes are told, so not more often than each minute
 */
@Validated
@ConfigurationProperties("saathi.session")
public record SessionProperties(@DefaultValue("1s") @DurationMin(millis = 10) Duration tick,
        @DefaultValue("10m") @DurationMin Duration openBefore, @DefaultValue("15m") @DurationMin Duration hostBefore,
        @DefaultValue("3m") @DurationMin Duration heldFor, @DefaultValue("5m") @DurationMin Duration overTime,
        @DefaultValue("5m") @DurationMin Duration talkFor, @DefaultValue("5m") @DurationMin Duration silentFor,
        @DefaultValue("30s") @DurationMin Duration answerWithin,
        @DefaultValue("3m") @DurationMin(minutes = 1) Duration waitingToldEvery) {}
