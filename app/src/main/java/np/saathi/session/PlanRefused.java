package np.saathi.session;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;

/** What was asked of the timetable is against one of its rules. The message says which, for who asked. */
public class PlanRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Rule rule;
    private final transient @Nullable AccountId host;

    PlanRefused(Rule rule, String message) {
        this(rule, message, null);
    }

    /** @param host whose time or measure it is about */
    PlanRefused(Rule rule, String message, @Nullable AccountId host) {
        super(message, null, false, false);
        this.rule = rule;
        this.host = host;
    }

    /** Which volunteer stands in the way, where it is about one. */
    public Optional<AccountId> host() {
        return Optional.ofNullable(host);
    }

    public Rule rule() {
        return rule;
    }

    /** The rules. Those that {@link #clashes} are about what is there already: another time may do. */
    public enum Rule {
        CATEGORY_UNKNOWN(false), LANGUAGE_UNKNOWN(false), START_IN_THE_PAST(false), START_TOO_FAR(
                false), VOLUNTEER_UNKNOWN(false),
        /** A host is kept from hosting for now. */
        VOLUNTEER_SUSPENDED(false),
        /** A host does not speak the session's language. */
        NO_SHARED_LANGUAGE(false),
        /** Only trainees would host. */
        TRAINEE_ALONE(false),
        /** A coached volunteer would host without a certified one. */
        COACHED_WITHOUT_CERTIFIED(false),
        /** A host has another session at that time. */
        HOST_BUSY(true),
        /** Too little time between two sessions of a host. */
        HOST_NEEDS_PAUSE(true), HOST_DAY_FULL(true), HOST_WEEK_FULL(true),
        /** The line can't carry so many groups at once. */
        CHANNELS_FULL(true),
        /** Callers may be in it: it can't be moved or deleted. */
        SESSION_OPEN(true), SESSION_OVER(true),
        /** It is not one of a weekly series. */
        NOT_WEEKLY(true);

        private final boolean clash;

        Rule(boolean clash) {
            this.clash = clash;
        }

        public boolean clashes() {
            return clash;
        }

        /** As in a URI: {@code host-busy}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
