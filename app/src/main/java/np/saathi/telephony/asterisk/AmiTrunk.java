package np.saathi.telephony.asterisk;

import java.util.Optional;

import org.asteriskjava.manager.action.GetVarAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.Trunk;

/** Looks every other second and remembers: who wants to know never waits for an exchange that does not answer. */
@Component
class AmiTrunk implements Trunk {
    private static final Logger LOG = LoggerFactory.getLogger(AmiTrunk.class);
    /** What asks the trunk whether it is there (asterisk-config/configure): its id, and how it went. */
    private static final String WATCH = "PJSIP_AOR(trunk-watch,contact)";
    private static final String WENT = "PJSIP_CONTACT(%s,status)";
    /** As the dialplan's [line] counts them. */
    private static final String CALLS = "GROUP_COUNT(calls@line)";
    private final AmiLink link;
    private volatile @Nullable State seen;

    AmiTrunk(AmiLink link) {
        this.link = link;
    }

    @Override
    public Optional<State> state() {
        return link.isUp() ? Optional.ofNullable(seen) : Optional.empty();
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        try {
            seen = link.isUp() ? new State(reachable(), Integer.parseInt(read(CALLS))) : null;
        } catch (ExchangeUnreachable | NumberFormatException e) {
            LOG.debug("The trunk can't be looked at: {}", e.getMessage());
            seen = null;
        }
    }

    private Optional<Boolean> reachable() {
        return switch (read(WENT.formatted(read(WATCH)))) {
            case "Reachable" -> Optional.of(true);
            case "Unreachable" -> Optional.of(false);
            default -> Optional.empty(); // not asked yet
        };
    }

    private String read(String function) {
        String value = link.exchange().send(new GetVarAction(function)).getAttribute("Value");
        return value == null ? "" : value;
    }
}
