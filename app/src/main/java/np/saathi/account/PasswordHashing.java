package np.saathi.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How dear it is to try a PIN or a password. No setting: only tests put another encoder in its place. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    @Bean
    static PasswordEncoder argon2() {
        return new SparingEncoder(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                Runtime.getRuntime().availableProcessors());
    }
}
