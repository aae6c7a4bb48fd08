package np.saathi.account;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody, as far as the line knows them. */
@Table("account")
public class Account {
    @Id
    private final AccountId id;
    @Version
    private @Nullable Integer version;
    private final Role role;
    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "nickname_")
    private final Nickname nickname;
    private final Instant createdAt;
    private byte @Nullable [] pin;
    private byte @Nullable [] password;

    Account(AccountId id, Role role, Nickname nickname, Instant createdAt) {
        this.id = id;
        this.role = role;
        this.nickname = nickname;
        this.createdAt = createdAt;
    }

    public AccountId id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public Nickname nickname() {
        return nickname;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether it can be opened on the web. */
    public boolean hasPassword() {
        return password != null;
    }

    /** Whether it can be opened from any phone. */
    public boolean hasPin() {
        return pin != null;
    }

    Optional<byte[]> pin() {
        return Optional.ofNullable(pin);
    }

    void pin(byte[] sealed) {
        this.pin = sealed;
    }

    Optional<byte[]> password() {
        return Optional.ofNullable(password);
    }

    void password(byte[] sealed) {
        this.password = sealed;
    }
}
