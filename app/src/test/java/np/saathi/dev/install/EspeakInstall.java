package np.saathi.dev.install;

import java.util.List;
import java.util.Map;

import np.saathi.dev.process.Tools;

/**
 * An espeak-ng to speak Nepali with: the installed one, else one fetched into the user's cache.
 *
 * @param command what stands before its own arguments
 * @param environment variables it needs, e.g. where its voices are
 */
public record EspeakInstall(List<String> command, Map<String, String> environment) {
    /** Finds or fetches one; the first fetch needs the network. */
    public static EspeakInstall get() {
        return Tools.find("espeak-ng").map(path -> new EspeakInstall(List.of(path.toString()), Map.of()))
                .orElseGet(() -> fetched(Cache.ofUser()));
    }

    static EspeakInstall fetched(Cache cache) {
        DebianTree tree = new DebianPackages(cache).tree("espeak-ng", List.of("espeak-ng"));
        return new EspeakInstall(tree.command("usr/bin/espeak-ng"),
                Map.of("ESPEAK_DATA_PATH", tree.libraries().toString()));
    }
}
