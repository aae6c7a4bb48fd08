package np.saathi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTests {
    @TempDir
    Path directory;

    @Test
    void withoutKeysNothingStartsAndTheMessageSaysWhatToSet() {
        assertThatThrownBy(() -> Keyset.load(new IdentityProperties(null, " ", true)))
                .hasMessageContaining("saathi.identity.keyset-file");
    }

    @Test
    void aLostFileIsAnErrorUnlessNewKeysAreAskedFor() {
        Path file = directory.resolve("keys.json");
        assertThatThrownBy(() -> Keyset.load(new IdentityProperties(file, null, false)))
                .hasMessageContaining("would forget every caller").hasMessageContaining("saathi.identity.generate");
        assertThat(file).doesNotExist();
    }

    @Test
    void newKeysAreReadableByTheirOwnerOnlyAndStayTheSame() throws IOException {
        Path file = directory.resolve("new/keys.json");
        Keyset first = Keyset.load(new IdentityProperties(file, null, true));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Keyset second = Keyset.load(new IdentityProperties(file, null, true));
        assertThat(second.numbers().getPrimary().getId()).isEqualTo(first.numbers().getPrimary().getId());
        assertThat(file.getParent()).isDirectoryContaining("glob:**/keys.json")
                .isDirectoryNotContaining("glob:**/*.new");
    }

    @Test
    void theTextItselfMayComeByEnvironment() {
        Keyset keys = Keyset.generate();
        Keyset read = Keyset.load(new IdentityProperties(null, keys.toJson(), false));
        assertThat(read.content().getPrimary().getId()).isEqualTo(keys.content().getPrimary().getId());
    }

    @Test
    void brokenKeysAreRefusedWithoutQuotingThem() {
        assertThatThrownBy(() -> Keyset.load(new IdentityProperties(null, "{\"numbers\": \"s3cret\"", false)))
                .hasMessageContaining("saathi.identity.keyset holds no keys").hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void keysAreNeverPrinted() {
        Keyset keys = Keyset.generate();
        assertThat(keys.toString()).isEqualTo("[keys]");
        assertThat(new IdentityProperties(null, keys.toJson(), false).toString()).doesNotContain("keyData");
    }
}
