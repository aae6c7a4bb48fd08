package np.saathi.account;

/**
 * How many wrong PINs of one account are looked at. No settings: ADR 0020 computes from them how likely a guesser is to
 * get in.
 */
enum PinBudget {
    VOLUNTEER_ELSEWHERE(30, 60, 300), VOLUNTEER_KNOWN(60, 60, 60), VOLUNTEER_RUNG(60, 60, 60),
    /** PINs that the rule forbids by now, from the volunteer's own phone: there are far fewer of them. */
    VOLUNTEER_WEAK(3, 3, 3),
    /** Callers choose four digits if they like; nobody opens it for them but themselves. */
    CALLER_ELSEWHERE(10, 10, 20), CALLER_KNOWN(40, 40, 40);

    final int inAWeek;
    final int sinceOpened;
    final int ever;

    /**
     * @param inAWeek in any seven days, if fewer than {@code sinceOpened}
     * @param sinceOpened until somebody opens it again
     * @param ever until another PIN is set
     */
    PinBudget(int inAWeek, int sinceOpened, int ever) {
        this.inAWeek = inAWeek;
        this.sinceOpened = sinceOpened;
        this.ever = ever;
    }

    /** Unknown phones and browsers: they count by the week and for all accounts together too. */
    boolean elsewhere() {
        return this == VOLUNTEER_ELSEWHERE || this == CALLER_ELSEWHERE;
    }

    static PinBudget of(Role role, PinPlace place, boolean weak) {
        boolean caller = role == Role.USER;
        return switch (place) {
            case ELSEWHERE -> caller ? CALLER_ELSEWHERE : VOLUNTEER_ELSEWHERE;
            case KNOWN_PHONE -> caller ? CALLER_KNOWN : weak ? VOLUNTEER_WEAK : VOLUNTEER_KNOWN;
            case RUNG_PHONE -> caller ? CALLER_KNOWN : weak ? VOLUNTEER_WEAK : VOLUNTEER_RUNG;
        };
    }
}
