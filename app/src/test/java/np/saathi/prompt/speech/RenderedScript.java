package np.saathi.prompt.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import np.saathi.dev.install.EspeakInstall;
import np.saathi.dev.process.Project;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;

/**
 * The whole script, rendered once in this JVM by the real voices through the real command. The sounds stay in the build
 * directory, so that only what has changed is rendered the next time.
 */
public final class RenderedScript {
    private static final Path PROMPTS = Project.directory("prompts");
    private static final Path SOUNDS = Path.of("target", "sounds").toAbsolutePath();
    private static final Script SCRIPT = Script.load(PROMPTS.resolve("script.yml"));
    private static final int EXIT_CODE = render();

    private RenderedScript() {}

    public static Script script() {
        return SCRIPT;
    }

    public static PromptCatalog catalog() {
        return new PromptCatalog(SCRIPT, SOUNDS);
    }

    static int exitCode() {
        return EXIT_CODE;
    }

    private static int render() {
        EspeakInstall espeak = EspeakInstall.get();
        try {
            return RenderPrompts.run(RenderPrompts.COMMAND,
                    "--saathi.prompts.script=" + PROMPTS.resolve("script.yml"),
                    "--saathi.prompts.recordings=" + PROMPTS, "--saathi.prompts.replacements=" + SOUNDS + "-no-others",
                    "--saathi.prompts.sounds=" + SOUNDS,
                    "--saathi.speech.espeak=" + String.join(",", espeak.command()),
                    "--saathi.speech.espeak-data=" + espeak.environment().getOrDefault("ESPEAK_DATA_PATH", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
