package np.saathi.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How dear it is to try a PIN or a password. No setting: only tests put another encoder in its place. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
    /**
     * Of a secret that nobody knows: what is compared with where there is none. Written down, for making it would take each
     * start a tenth of a second of a processor.
     */
    static final String OF_NOTHING = "$argon2id$v=19$m=16384,t=2,p=1$0KhI8M+AA54A8CZPDwslqw$"
            + "UOFTOwgWrbDvVShJ9BCaJAAa+u7EFhPS2yR8cXNXr1I";

    @Bean
    static PasswordEncoder argon2() {
        return new SparingEncoder(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                Runtime.getRuntime().availableProcessors());
    }
}
