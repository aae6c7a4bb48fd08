package np.saathi.dev.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import np.saathi.dev.install.Cache;
import np.saathi.dev.install.DebianPackages;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Tools;

/**
 * A Chromium to look at the panel with: the installed one, else one fetched into the user's cache, with letters for
 * Nepali. The headless shell is preferred: the same engine without the browser around it, it opens a window in a third
 * of the time. It starts its helpers by its own name, so it is fetched from the host's own release and runs on the
 * host's loader.
 *
 * @param program what to start
 * @param environment variables it needs: where its libraries and letters are
 */
public record ChromiumInstall(Path program, Map<String, String> environment) {
    private static final String HEADLESS = "chromium-headless-shell";
    private static final String FONTS = """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
            <fontconfig>
              <dir>%1$s/usr/share/fonts</dir>
              <cachedir>%1$s/var/cache/fontconfig</cachedir>
              <alias><family>sans-serif</family><prefer><family>Noto Sans</family></prefer></alias>
              <alias><family>system-ui</family><prefer><family>Noto Sans</family></prefer></alias>
            </fontconfig>
            """;

    /** Finds or fetches one; the first fetch takes a minute or two and needs the network. */
    public static ChromiumInstall get() {
        return Tools.find(HEADLESS).or(() -> Tools.find("chromium")).map(path -> new ChromiumInstall(path, Map.of()))
                .orElseGet(() -> fetched(Cache.ofUser()));
    }

    static ChromiumInstall fetched(Cache cache) {
        try {
            Path root = new DebianPackages(cache).ofOwnRelease(HEADLESS, List.of(HEADLESS, "fonts-noto-core"));
            Path fonts = root.resolve("fonts.conf");
            if (!Files.exists(fonts)) {
                // Whole or not there: another build may be at the same.
                Path unfinished = Files.createTempFile(root, "fonts", ".unfinished");
                Files.writeString(unfinished, FONTS.formatted(root));
                Files.move(unfinished, fonts, StandardCopyOption.ATOMIC_MOVE);
            }
            Path libraries = libraries(root);
            return new ChromiumInstall(root.resolve("usr/lib/chromium").resolve(HEADLESS),
                    Map.of("LD_LIBRARY_PATH", libraries + ":" + libraries.resolve("nss") + ":"
                            + libraries.resolve("pulseaudio"), "FONTCONFIG_FILE",
                            fonts.toString()));
        } catch (IOException e) {
            throw new DevServiceException("Can't prepare the fetched Chromium: " + e.getMessage());
        } catch (DevServiceException e) {
            throw new DevServiceException("The panel's tests need a Chromium: install it (apt install chromium)."
                    + " Fetching one failed: " + e.getMessage(), e);
        }
    }

    private static Path libraries(Path root) throws IOException {
        try (var directories = Files.newDirectoryStream(root.resolve("usr/lib"), "*-linux-gnu")) {
            return directories.iterator().next();
        }
    }
}
