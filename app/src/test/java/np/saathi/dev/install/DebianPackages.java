package np.saathi.dev.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.Progress;
import np.saathi.dev.process.Tools;

/**
 * Fetches Debian packages without installing them: a private apt with its own state, as root or as an ordinary user,
 * that touches nothing of the host's and fetches from the mirror that the host's own apt is set up with. The suite is
 * sid, which alone carries Asterisk, unless the host's own release is asked for.
 */
public final class DebianPackages {
    private static final String ELSEWHERE = " Here the line can still be started by: docker compose up";
    private static final String SID = "sid";
    private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    private final Cache cache;
    private final Path etcApt;
    private final Path osRelease;
    private final String furtherSettings;

    public DebianPackages(Cache cache) {
        this(cache, Path.of("/etc/apt"), Path.of("/etc/os-release"), "");
    }

    /** @param furtherSettings lines for apt, which win over the host's */
    public DebianPackages(Cache cache, Path etcApt, Path osRelease, String furtherSettings) {
        this.cache = cache;
        this.etcApt = etcApt;
        this.osRelease = osRelease;
        this.furtherSettings = furtherSettings;
    }

    /** The packages with all they depend on, unpacked; fetched at first use only. */
    public DebianTree tree(String name, List<String> packages) {
        String architecture = architecture();
        Path root = cache.entry(name + "-sid-" + architecture, directory -> fetch(name, packages, SID, directory));
        return new DebianTree(root, architecture);
    }

    /**
     * The packages of the host's own release with all they depend on but the C library, unpacked: for programs that start
     * themselves anew, which through another loader they can't.
     */
    public Path ofOwnRelease(String name, List<String> packages) {
        return cache.entry(name + "-" + codename() + "-" + architecture(),
                directory -> fetch(name, packages, codename(), directory));
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> throw new DevServiceException("No Debian tree for this kind of machine." + ELSEWHERE);
        };
    }

    private void fetch(String name, List<String> packages, String suite, Path directory) throws IOException {
        String line = sourceLine(suite);
        Progress.step("%s is not installed: fetching it once into %s", name, cache.directory());
        Path apt = Files.createTempDirectory("saathi-apt-");
        try {
            Path settings = settings(apt, line);
            Progress.step("  1/3 reading the package lists of Debian %s", suite);
            apt(settings, List.of("update"));
            List<String> install = new ArrayList<>(List.of("-y", "--download-only", "install", "libc6"));
            install.addAll(packages);
            List<String> ask = Stream.concat(Stream.of("--print-uris"), install.stream()).toList();
            long bytes = bytes(apt(settings, ask));
            Progress.step("  2/3 downloading %s and what it needs, %d MB", name, bytes / 1_000_000);
            Path archives = apt.resolve("cache/archives");
            try (var _ = new DownloadProgress(archives, bytes)) {
                apt(settings, install);
            }
            unpack(archives, directory, suite.equals(SID) ? "" : "libc6_");
            Progress.step("  %s is ready", name);
        } finally {
            PrivateDirectory.delete(apt);
        }
    }

    private String sourceLine(String suite) throws IOException {
        for (String program : List.of("apt-get", "dpkg-deb", "tar")) {
            if (Tools.find(program).isEmpty()) {
                throw new DevServiceException("No " + program + ": this is no Debian-like machine." + ELSEWHERE);
            }
        }
        AptSources.Source mirror = AptSources.debianMirror(AptSources.read(etcApt), codename())
                .filter(source -> release("ID").equals("debian"))
                .orElseThrow(() -> new DevServiceException("apt's sources name no Debian mirror." + ELSEWHERE));
        String keyring = mirror.signedBy() != null ? mirror.signedBy() : KEYRING.toString();
        String options = Files.isReadable(Path.of(keyring)) ? "[signed-by=" + keyring + "] " : "";
        return "deb " + options + mirror.uri() + " " + suite + " main\n";
    }

    private String codename() {
        return release("VERSION_CODENAME");
    }

    private String release(String name) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(osRelease)) {
            release.load(reader);
        } catch (IOException e) {
            throw new DevServiceException("Can't read " + osRelease + ": " + e.getMessage());
        }
        return release.getProperty(name, "").replace("\"", "");
    }

    /** Everything apt writes lies below one directory; of the host's settings only those of fetching (a proxy) count. */
    private Path settings(Path apt, String sourceLine) throws IOException {
        for (String directory : List.of("etc/preferences.d", "etc/apt.conf.d", "state/lists/partial",
                "cache/archives/partial")) {
            Files.createDirectories(apt.resolve(directory));
        }
        Files.createFile(apt.resolve("state/status"));
        Files.writeString(apt.resolve("etc/sources.list"), sourceLine);
        String fetching = Tools.run(Duration.ofSeconds(20), Map.of(), List.of("apt-config", "dump")).output().lines()
                .filter(line -> line.matches("Acquire::(https?|ftp|Retries|ForceIPv4).*"))
                .collect(Collectors.joining("\n"));
        String own = """
            Dir::Etc "%1$s/etc";
            Dir::Etc::sourceparts "-";
            Dir::Etc::trustedparts "%2$s/trusted.gpg.d";
            Dir::State "%1$s/state";
            Dir::State::status "%1$s/state/status";
            Dir::Cache "%1$s/cache";
            APT::Install-Recommends "false";
            APT::Sandbox::User "";
            Debug::NoLocking "1";
            Acquire::Languages "none";
            Acquire::Check-Valid-Until "false";
            """.formatted(apt, etcApt);
        return Files.writeString(apt.resolve("apt.conf"), fetching + "\n" + own + furtherSettings);
    }

    /** Of what {@code apt-get --print-uris} names, a line for each: address, file, size, checksum. */
    private static long bytes(String uris) {
        return uris.lines().filter(line -> line.startsWith("'")).map(line -> line.split(" ", -1))
                .mapToLong(words -> Long.parseLong(words[2])).sum();
    }

    /** @return what it said */
    private static String apt(Path settings, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        command.addAll(arguments);
        Tools.Outcome outcome = Tools.run(Duration.ofMinutes(15),
                Map.of("APT_CONFIG", settings.toString(), "LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive"), command);
        // `apt-get update` ends with 0 even where no list could be had: it only warns.
        boolean nothing = arguments.contains("update") && outcome.output().contains("Failed to fetch");
        if (outcome.exit() != 0 || nothing) {
            throw new DevServiceException("Debian's packages could not be fetched (no network?)." + ELSEWHERE
                    + "\napt-get said:\n" + outcome.output().strip());
        }
        return outcome.output();
    }

    /** @param but how the name of the package begins that is left out; empty: none */
    private static void unpack(Path archives, Path directory, String but) throws IOException {
        List<Path> packages;
        try (Stream<Path> files = Files.list(archives)) {
            packages = files.filter(file -> file.toString().endsWith(".deb"))
                    .filter(file -> but.isEmpty() || !file.getFileName().toString().startsWith(but)).sorted().toList();
        }
        Progress.step("  3/3 unpacking %d packages", packages.size());
        for (Path file : packages) {
            List<Process> pipe = ProcessBuilder.startPipeline(List.of(
                    new ProcessBuilder("dpkg-deb", "--fsys-tarfile", file.toString()),
                    new ProcessBuilder("tar", "-x", "-C", directory.toString(), "--keep-directory-symlink",
                            "--no-same-owner", "--no-same-permissions").redirectErrorStream(true)));
            String said = new String(pipe.getLast().getInputStream().readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            if (pipe.stream().anyMatch(process -> waitFor(process) != 0)) {
                throw new DevServiceException("Can't unpack " + file.getFileName() + ": " + said);
            }
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while unpacking", e);
        }
    }
}
