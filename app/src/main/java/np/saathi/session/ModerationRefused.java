package np.saathi.session;

/** A room can't be moderated so, or not by this person. */
public class ModerationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    ModerationRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stood against it. */
    public enum Why {
        /** They are not assigned to this session. */
        NOT_THE_HOST,
        /** Somebody on duty has taken it over from them. */
        TAKEN_OVER,
        /** It has not begun, or is over. */
        NOT_BEGUN,
        /** Nobody sits there. */
        SEAT_EMPTY,
        /** Who sits there is not in the room just now, but on the crisis path. */
        SEAT_AWAY,
        /** It was lengthened as often as it may be. */
        NO_MORE_TIME,
        /** One of its volunteers hosts another session then. */
        NEXT_SESSION,
        /** Two talk alone already; one such talk at a time. */
        TALK_ON
    }
}
