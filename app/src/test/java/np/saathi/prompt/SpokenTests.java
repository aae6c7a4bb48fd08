package np.saathi.prompt;

import static np.saathi.prompt.Prompt.HOST_SEAT;
import static np.saathi.prompt.Prompt.HOST_SEAT_HELP;
import static np.saathi.prompt.Prompt.LANGUAGE_OFFER;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpokenTests {

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
}
