package np.saathi.telephony.asterisk;

/** Tells lines that the app is stopping: at their next verb they give the call back to the exchange. */
class Drain {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    /** @throws Draining when the app is stopping */
    void check() {
        if (begun) {
            throw new Draining();
        }
    }

    /** Unwinds a flow whose call the exchange keeps and gives to the next process. */
    static class Draining extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Draining() {
            super("The app is stopping", null, false, false);
        }
    }
}
