package np.saathi.prompt;

import static np.saathi.prompt.Prompt.HOST_SEAT;
import static np.saathi.prompt.Prompt.HOST_SEAT_HELP;
import static np.saathi.prompt.Prompt.LANGUAGE_OFFER;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import np.saathi.dev.process.Project;

class SpokenTests {

    private static final Script SCRIPT = Script.load(Project.directory("prompts").resolve("script.yml"));

    @Test
    void sentencesAndPiecesMakeASaying() {
        Spoken saying = Spoken.of(HOST_SEAT).then(Spoken.number(4)).then(HOST_SEAT_HELP);

        assertThat(saying.keys()).containsExactly("host.seat", "number.4", "host.seat.help");
        assertThat(Spoken.nothing().then(MAIN_MENU)).isEqualTo(Spoken.of(MAIN_MENU));
    }

    @Test
    void digitsAreSaidOneByOneAndNumbersWhole() {
        assertThat(Spoken.digits("1660").keys()).containsExactly("number.1", "number.6", "number.6", "number.0");
        assertThat(Spoken.number(42).keys()).containsExactly("number.42");
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.number(100));
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.number(-1));
    }

    @Test
    void whatIsNoDigitIsRefusedWithoutBeingRepeated() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.digits("98410x2233"))
                .withMessageNotContaining("98410");
        // A Nepali digit is a digit to Character.isDigit, but no key.
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.digits("१"));
    }

    @Test
    void aNicknameIsTwoWords() {
        assertThat(Spoken.nickname(3, 17).keys()).containsExactly("nick.first.3", "nick.second.17");
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.nickname(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.nickname(1, 33));
    }

    @Test
    void aQuestionCanBeBoundToALanguage() {
        Spoken offer = Spoken.of(LANGUAGE_OFFER).then(Spoken.number(2)).in(Language.ENGLISH);

        assertThat(offer.keys()).containsExactly("en/language.offer", "en/number.2");
        assertThat(offer.in(Language.NEPALI)).isEqualTo(offer);
    }

    @Test
    void nothingButAKeyGetsThrough() {
        for (String dangerous : new String[]{"../etc/passwd", "a&b", "a b", "a\nb", "", "ne/../x", "${X}", "A"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Spoken.category(dangerous));
        }
        assertThat(Spoken.category("new-mothers").keys()).containsExactly("category.new-mothers");
    }

    @Test
    void oneOfSomethingIsAPieceOfItsOwnAndMoreFollowTheNumber() {
        assertThat(text(Spoken.minutes(1))).containsExactly("एक मिनेट", "one minute");
        assertThat(text(Spoken.minutes(5))).containsExactly("पाँच मिनेट", "five minutes");
        assertThat(text(Spoken.minutes(60))).containsExactly("साठी मिनेट", "sixty minutes");
        assertThat(text(Spoken.minutes(120))).containsExactly("दुई घण्टा", "two hours");
        assertThat(text(Spoken.minutes(91))).containsExactly("एक घण्टा एकतीस मिनेट", "one hour thirty one minutes");
        assertThat(text(Spoken.count(1, Counted.DAY))).containsExactly("एक दिन", "one day");
        assertThat(text(Spoken.count(3, Counted.DAY))).containsExactly("तीन दिन", "three days");
    }

    @Test
    void aMomentIsSaidAsPeopleInNepalSayIt() {
        Instant now = nepal("2026-01-15T10:00");

        assertThat(text(Spoken.moment(nepal("2026-01-15T19:30"), now)))
                .containsExactly("आज बेलुकी साढे सात बजे", "today at half past seven in the evening");
        assertThat(text(Spoken.moment(nepal("2026-01-16T06:45"), now)))
                .containsExactly("भोलि बिहान पौने सात बजे", "tomorrow at quarter to seven in the morning");
        assertThat(text(Spoken.moment(nepal("2026-01-17T19:00"), now)))
                .containsExactly("शनिबार बेलुकी सात बजे", "on Saturday at seven in the evening");
        assertThat(text(Spoken.moment(nepal("2026-01-24T14:15"), now))).containsExactly(
                "शनिबार नौ दिन पछि दिउँसो सवा दुई बजे",
                "on Saturday in nine days at quarter past two in the afternoon");
    }

    /** A quarter of an hour before midnight in Greenwich it is morning in Nepal. */
    @Test
    void todayIsReckonedInNepalsTime() {
        assertThat(text(Spoken.moment(Instant.parse("2026-01-15T23:45:00Z"), Instant.parse("2026-01-15T12:00:00Z"))))
                .containsExactly("भोलि बिहान साढे पाँच बजे", "tomorrow at half past five in the morning");
        assertThat(text(Spoken.moment(nepal("2026-01-15T23:50"), nepal("2026-01-16T00:10"))))
                .containsExactly("हिजो राति एघार बजेर पचास मिनेटमा", "yesterday at eleven fifty at night");
    }

    @Test
    void halvesAfterOneAndTwoHaveTheirOwnWordsInNepali() {
        assertThat(text(Spoken.time(LocalTime.of(13, 30))))
                .containsExactly("दिउँसो डेढ बजे", "at half past one in the afternoon");
        assertThat(text(Spoken.time(LocalTime.of(2, 30)))).containsExactly("राति अढाई बजे",
                "at half past two at night");
        assertThat(text(Spoken.time(LocalTime.of(12, 5)))).containsExactly("दिउँसो बाह्र बजेर पाँच मिनेटमा",
                "at twelve oh five in the afternoon");
        assertThat(text(Spoken.time(LocalTime.of(0, 45)))).containsExactly("राति पौने एक बजे",
                "at quarter to one at night");
    }

    @Test
    void everyMinuteOfADayCanBeSaid() {
        for (LocalTime time = LocalTime.MIN; time.isBefore(LocalTime.of(23, 59)); time = time.plusMinutes(1)) {
            assertThat(SCRIPT.keys()).containsAll(Spoken.time(time).keys());
        }
    }

    private static Instant nepal(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Kathmandu")).toInstant();
    }

    private static List<String> text(Spoken words) {
        PromptCatalog catalog = new PromptCatalog(SCRIPT, Path.of("no-such-sounds"));
        return SCRIPT.languages().stream().map(language -> catalog.text(words, language)).toList();
    }
}
