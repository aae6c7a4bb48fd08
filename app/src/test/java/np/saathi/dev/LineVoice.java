package np.saathi.dev;

import java.nio.file.Path;

import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.hearing.RenderedPrompts;
import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.Project;
import np.saathi.prompt.Script;

/**
 * With what sounds a line speaks, and how phones know them.
 *
 * @param recordings {@code <language>/<key>.wav} that stand in the place of synthesized speech
 * @param sounds where the line's prompts are rendered to
 */
public record LineVoice(Path recordings, Path sounds) {

    /** As callers hear it. Shared by all runs: prompts are made anew only where a text changed. */
    public static LineVoice spoken() {
        return new LineVoice(Project.directory("prompts"), target("sounds"));
    }

    /** Each prompt short, and known exactly: for tests of who hears what, and when. */
    public static LineVoice coded() {
        return new LineVoice(target("coded-recordings"), target("coded-sounds"));
    }

    private boolean isSpoken() {
        return recordings.equals(Project.directory("prompts"));
    }

    /** Makes the recordings, where there are any to be made. Rendering comes after this. */
    void prepare() {
        if (!isSpoken()) {
            codedPrompts().writeRecordings(recordings);
        }
    }

    /** By what phones know these sounds; asked for its first call they must be rendered. */
    PromptLibrary library() {
        return isSpoken() ? new RenderedPrompts(sounds) : codedPrompts();
    }

    private static CodedPrompts codedPrompts() {
        return CodedPrompts.of(Script.load(script()));
    }

    public static Path script() {
        return Project.directory("prompts").resolve("script.yml");
    }

    private static Path target(String name) {
        return PrivateDirectory.at(Project.directory("app").resolve("target").resolve(name));
    }
}
