package np.saathi.identity;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are that hash numbers and encrypt what is kept. One of the first two is needed.
 *
 * @param keysetFile a file outside the database, best a mounted secret
 * @param keyset the same text itself, for those who hand secrets over by environment
 * @param generate whether to write new keys to {@code keysetFile} when it is not there. Only for development: in
 *        production a lost file must be an error, since new keys would forget every caller and every ban.
 */
@ConfigurationProperties("saathi.identity")
record IdentityProperties(@Nullable Path keysetFile, @Nullable String keyset,
        @DefaultValue("false") boolean generate) {

    @Override
    public String toString() {
        return "IdentityProperties[keysetFile=" + keysetFile + ", generate=" + generate + "]";
    }
}
