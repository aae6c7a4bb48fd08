package np.saathi.dev.asterisk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import np.saathi.dev.install.Cache;
import np.saathi.dev.install.DebianPackages;
import np.saathi.dev.install.DebianTree;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Tools;

/**
 * An Asterisk to run: the installed one where it is new enough, else one fetched into the user's cache.
 *
 * @param command what stands before Asterisk's own arguments
 * @param modules the directory of its modules
 * @param data its read-only data: documentation, sounds, music
 * @param music the directory of music files for those who wait
 */
public record AsteriskInstall(List<String> command, Path modules, Path data, Path music) {
    /** Older ones lack security fixes. */
    static final String AT_LEAST = "22.10.1";

    private static final Pattern VERSION = Pattern.compile("Asterisk (?:certified/)?(\\d+(?:\\.\\d+)*)");
    private static final String FETCHED = "asterisk";

    /** Finds or fetches one; the first fetch takes a minute and needs the network. */
    public static AsteriskInstall get() {
        return installed().orElseGet(() -> fetched(Cache.ofUser()));
    }

    static Optional<AsteriskInstall> installed() {
        Optional<Path> program = Tools.find("asterisk").filter(path -> isRecent(version(List.of(path.toString()))));
        Optional<Path> modules = firstDirectory("/usr/lib/x86_64-linux-gnu/asterisk/modules",
                "/usr/lib/aarch64-linux-gnu/asterisk/modules", "/usr/lib/asterisk/modules",
                "/usr/lib64/asterisk/modules");
        Optional<Path> data = firstDirectory("/usr/share/asterisk", "/var/lib/asterisk");
        Optional<Path> music = firstDirectory("/usr/share/asterisk/moh", "/var/lib/asterisk/moh");
        if (program.isEmpty() || modules.isEmpty() || data.isEmpty() || music.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AsteriskInstall(List.of(program.get().toString()), modules.get(), data.get(),
                music.get()));
    }

    static AsteriskInstall fetched(Cache cache) {
        AsteriskInstall install = of(tree(cache));
        if (isRecent(version(install.command()))) {
            return install;
        }
        // A tree from long ago: security fixes came since.
        cache.drop(tree(cache).root().getFileName().toString());
        AsteriskInstall again = of(tree(cache));
        String version = version(again.command());
        if (!isRecent(version)) {
            throw new DevServiceException("Debian sid has Asterisk " + version + " only; " + AT_LEAST
                    + " is needed. Use docker compose up");
        }
        return again;
    }

    private static DebianTree tree(Cache cache) {
        return new DebianPackages(cache).tree(FETCHED,
                List.of("asterisk", "asterisk-core-sounds-en-gsm", "asterisk-moh-opsound-gsm"));
    }

    private static AsteriskInstall of(DebianTree tree) {
        Path data = tree.file("usr/share/asterisk");
        return new AsteriskInstall(tree.command("usr/sbin/asterisk"), tree.libraries().resolve("asterisk/modules"),
                data, data.resolve("moh"));
    }

    private static Optional<Path> firstDirectory(String... places) {
        return Arrays.stream(places).map(Path::of).filter(Files::isDirectory).findFirst();
    }

    private static String version(List<String> command) {
        List<String> asked = Stream.concat(command.stream(), Stream.of("-V")).toList();
        Matcher matcher = VERSION.matcher(Tools.run(Duration.ofSeconds(20), Map.of(), asked).output());
        return matcher.find() ? matcher.group(1) : "0";
    }

    public static boolean isRecent(String version) {
        int[] have = numbers(version);
        int[] need = numbers(AT_LEAST);
        return Arrays.compare(have, need) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
