package np.saathi.session;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.prompt.Language;

/**
 * What a session can be about. Data, not code.
 *
 * @param code e.g. {@code stress}; its words are the prompt {@code category.stress}
 * @param version null before it is saved
 * @param position order in lists
 * @param voiceDisguise whether its callers may be offered to change the pitch of their voice
 * @param active whether new sessions may be about it
 */
@Table("category")
public record Category(@Id String code, @Version @Nullable Integer version, int position, boolean voiceDisguise,
        boolean active, @MappedCollection(idColumn = "category") Set<Name> names) {

    /** What it is called in one language. */
    @Table("category_name")
    public record Name(Language language, String name) {}
}
