package np.saathi.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import np.saathi.dev.process.Project;

/** The map in the docs is that of the code. */
class CallMapTests {
    private static final Path MAP = Project.directory("app").resolve("docs/call-map.md");

    @Test
    void theMapInTheDocsIsThatOfTheFlows() throws IOException {
        String drawn = CallMap.drawn();
        String kept = Files.exists(MAP) ? Files.readString(MAP) : "";
        Files.writeString(MAP, drawn);

        assertThat(kept).as("%s was out of step with the flows. It has been drawn anew: look at it and commit it", MAP)
                .isEqualTo(drawn);
    }

    @Test
    void everyDialogueIsOnTheMapWithItsKeys() {
        String drawn = CallMap.drawn();

        assertThat(Dialogues.all()).hasSizeGreaterThan(10).allSatisfy(named -> {
            String id = named.flow().getSimpleName() + "_" + named.name();
            assertThat(drawn).contains(id + "{{");
            named.outline().keys().keySet()
                    .forEach(key -> assertThat(drawn).contains(id + " -- \"" + key + "\" --> "));
        });
        assertThat(drawn).contains("CallerFlow([\"Caller flow\"])", "CallerFlow --> GroupVisit[\"Group visit\"]");
    }
}
