package np.saathi.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first admin, {@code saathi.admin.*}; both or none.
 *
 * @param id six digits 1 to 9. An account is made if there is none of this id; one that is there stays as it is
 * @param password 12 to 128 characters; best as a mounted file
 */
@ConfigurationProperties("saathi.admin")
record AdminProperties(@Nullable String id, @Nullable String password) {

    AdminProperties {
        if ((id == null || id.isBlank()) != (password == null || password.isBlank())) {
            throw new IllegalArgumentException("saathi.admin needs both, id and password, or none");
        }
    }

    @Override
    public String toString() {
        return "AdminProperties[id=" + id + "]";
    }
}
