package np.saathi.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Password;

/** Makes the admin that the configuration names, since only an admin can make another. There is no default. */
@Component
class FirstAdmin implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private final AdminProperties properties;
    private final Accounts accounts;

    FirstAdmin(AdminProperties properties, Accounts accounts) {
        this.properties = properties;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String id = properties.id();
        String password = properties.password();
        if (id == null || id.isBlank() || password == null) {
            return;
        }
        if (accounts.createAdmin(new AccountId(id), new Password(password.strip()))) {
            LOG.info("Made the admin {}. Change the password, and take it out of the configuration", id);
        }
    }
}
