package np.saathi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class NewKeysTests {

    @Test
    void printsOneLineThatTheAppAccepts() {
        String printed = print();
        assertThat(printed.strip()).doesNotContain("\n");

        Keyset keys = Keyset.load(new IdentityProperties(null, printed, false));
        assertThat(keys.numbers().size()).isEqualTo(1);
        assertThat(keys.content().size()).isEqualTo(1);
    }

    @Test
    void printsOtherKeysEachTime() {
        assertThat(print()).isNotEqualTo(print());
    }

    private static String print() {
        var out = new ByteArrayOutputStream();
        NewKeys.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
