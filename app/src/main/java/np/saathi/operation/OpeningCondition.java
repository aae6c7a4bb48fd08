package np.saathi.operation;

/** Something else that must hold before groups open; told by who knows it, at no cost. */
public interface OpeningCondition {

    boolean holds();
}
