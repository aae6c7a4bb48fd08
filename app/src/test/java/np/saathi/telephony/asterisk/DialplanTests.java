package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.dev.process.Project;

/** What no call can prove for every place of the dialplan: Asterisk ends a call at a key that its context does not know. */
class DialplanTests {

    @ParameterizedTest
    @ValueSource(strings = {"extensions.conf", "extensions_crisis.conf"})
    void whereverKeysAreListenedToAKeyWithoutMeaningHasItsPlace(String file) throws IOException {
        Map<String, StringBuilder> contexts = new LinkedHashMap<>();
        StringBuilder context = new StringBuilder();
        for (String row : Files.readAllLines(Project.directory("asterisk-config").resolve(file))) {
            if (row.startsWith("[")) {
                context = contexts.computeIfAbsent(row, _ -> new StringBuilder());
            } else if (!row.startsWith(";")) {
                context.append(row).append('\n');
            }
        }
        List<String> listening = contexts.entrySet().stream()
                .filter(one -> one.getValue().indexOf("Background(") >= 0 || one.getValue().indexOf("WaitExten(") >= 0)
                .map(Map.Entry::getKey).toList();
        assertThat(listening).isNotEmpty().allSatisfy(
                name -> assertThat(contexts.get(name)).as(name).contains("exten => i,1,"));
    }
}
