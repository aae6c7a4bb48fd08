package np.saathi.retention;

/** Tells how long things are to be kept, as it is set now. */
public interface RetentionSpans {

    Retention retention();
}
