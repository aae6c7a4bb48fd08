package np.saathi.ivr;

import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP;
import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP_AGAIN;
import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP_NO;
import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP_SHORT;
import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP_YES;
import static np.saathi.prompt.Prompt.REPORT_RISK;
import static np.saathi.prompt.Prompt.REPORT_RISK_AGAIN;
import static np.saathi.prompt.Prompt.REPORT_RISK_DANGER;
import static np.saathi.prompt.Prompt.REPORT_RISK_NONE;
import static np.saathi.prompt.Prompt.REPORT_RISK_SHORT;
import static np.saathi.prompt.Prompt.REPORT_RISK_TROUBLED;
import static np.saathi.prompt.Prompt.REPORT_TOPIC;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_AGAIN;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_FAMILY;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_LOSS;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_OTHER;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_SHORT;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_WORK;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_WORRY;
import static np.saathi.prompt.Prompt.WELLBEING;
import static np.saathi.prompt.Prompt.WELLBEING_AGAIN;
import static np.saathi.prompt.Prompt.WELLBEING_SAID;
import static np.saathi.prompt.Prompt.WELLBEING_SHORT;

import java.util.List;
import java.util.Optional;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;

/** What a host is asked after a session. */
final class ReportQuestions {
    private static final List<Prompt> RISKS = List.of(REPORT_RISK_NONE, REPORT_RISK_TROUBLED, REPORT_RISK_DANGER);

    /** 1 to 3; hash leaves the whole report for later. */
    static final SpokenBack<Integer> RISK = new SpokenBack<>(Menu.<Optional<Integer>>asking(REPORT_RISK) //
            .on(Key.ONE, Optional.of(1)).on(Key.TWO, Optional.of(2)).on(Key.THREE, Optional.of(3))
            .on(Key.HASH, Optional.empty()).on(Key.STAR, Optional.empty())
            .retrying(REPORT_RISK_AGAIN, REPORT_RISK_SHORT).otherwise(Optional.empty()),
            risk -> Spoken.of(RISKS.get(risk - 1)));

    static final SpokenBack<Boolean> FOLLOW_UP = new SpokenBack<>(Menu.<Optional<Boolean>>asking(REPORT_FOLLOWUP) //
            .on(Key.ONE, Optional.of(true)).on(Key.TWO, Optional.of(false)).on(Key.HASH, Optional.empty())
            .retrying(REPORT_FOLLOWUP_AGAIN, REPORT_FOLLOWUP_SHORT).otherwise(Optional.empty()),
            wanted -> Spoken.of(wanted ? REPORT_FOLLOWUP_YES : REPORT_FOLLOWUP_NO));

    static final SpokenBack<Topic> TOPIC = new SpokenBack<>(Menu.<Optional<Topic>>asking(REPORT_TOPIC) //
            .on(Key.ONE, Optional.of(Topic.WORRY)).on(Key.TWO, Optional.of(Topic.FAMILY))
            .on(Key.THREE, Optional.of(Topic.LOSS)).on(Key.FOUR, Optional.of(Topic.WORK))
            .on(Key.FIVE, Optional.of(Topic.OTHER)).on(Key.HASH, Optional.empty())
            .retrying(REPORT_TOPIC_AGAIN, REPORT_TOPIC_SHORT).otherwise(Optional.empty()), Topic::words);

    /** 1 very bad to 5 very well. */
    static final SpokenBack<Integer> HOW_ARE_YOU = new SpokenBack<>(Menu.<Optional<Integer>>asking(WELLBEING) //
            .on(Key.ONE, Optional.of(1)).on(Key.TWO, Optional.of(2)).on(Key.THREE, Optional.of(3))
            .on(Key.FOUR, Optional.of(4)).on(Key.FIVE, Optional.of(5)).on(Key.HASH, Optional.empty())
            .retrying(WELLBEING_AGAIN, WELLBEING_SHORT).otherwise(Optional.empty()),
            answer -> Spoken.of(WELLBEING_SAID).then(Spoken.number(answer)));

    private ReportQuestions() {}

    /** What most of a session was about, as can be told by one key; on the web there are more. */
    enum Topic {
        WORRY("worry", REPORT_TOPIC_WORRY), FAMILY("family", REPORT_TOPIC_FAMILY), LOSS("loss", REPORT_TOPIC_LOSS), //
        WORK("work", REPORT_TOPIC_WORK), OTHER("other", REPORT_TOPIC_OTHER);

        private final String code;
        private final Prompt said;

        Topic(String code, Prompt said) {
            this.code = code;
            this.said = said;
        }

        /** As it stands in a report. */
        String code() {
            return code;
        }

        Spoken words() {
            return Spoken.of(said);
        }
    }
}
