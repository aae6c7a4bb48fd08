package np.saathi.identity;

import java.security.GeneralSecurityException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the keys once, at the start: without them nothing of the line may run. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Keyset keyset(IdentityProperties properties) {
        return Keyset.load(properties);
    }

    @Bean
    NumberHasher numberHasher(Keyset keyset) throws GeneralSecurityException {
        return new NumberHasher(keyset.numbers());
    }

    @Bean
    Encryptor encryptor(Keyset keyset) throws GeneralSecurityException {
        return new Encryptor(keyset.content());
    }
}
