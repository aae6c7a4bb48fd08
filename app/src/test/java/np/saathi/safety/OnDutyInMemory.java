package np.saathi.safety;

/** Somebody is on duty until a test says otherwise; whose phones are rung is of no interest. */
public final class OnDutyInMemory extends OnDuty {
    private boolean anybody = true;

    @SuppressWarnings("NullAway") // the one method that uses them is replaced
    public OnDutyInMemory() {
        super(null, null);
    }

    public void nobodyIs() {
        anybody = false;
    }

    @Override
    public boolean anybody() {
        return anybody;
    }
}
