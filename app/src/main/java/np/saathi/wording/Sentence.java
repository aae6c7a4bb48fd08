package np.saathi.wording;

import np.saathi.prompt.Language;

/** One key of the script in one language. */
record Sentence(Language language, String key) {

    static Sentence named(String name) {
        int slash = name.indexOf('/');
        return new Sentence(new Language(name.substring(0, slash)), name.substring(slash + 1));
    }

    /** {@code language/key}, as its files are called. */
    String name() {
        return language + "/" + key;
    }
}
