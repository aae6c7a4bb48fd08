package np.saathi.training;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.prompt.Language;

/** A document or a recording. */
@Table("training_material")
class Material {
    @Id
    private @Nullable Long id;
    @Version
    private @Nullable Integer version;
    private String title;
    private Audience audience;
    private Language language;
    private final String mediaType;
    private final String file;
    private final long size;
    private final @Nullable Integer seconds;
    private boolean published;
    private final Instant uploadedAt;

    Material(String title, Audience audience, Language language, String mediaType, String file, long size,
            @Nullable Integer seconds, Instant uploadedAt) {
        this.title = title;
        this.audience = audience;
        this.language = language;
        this.mediaType = mediaType;
        this.file = file;
        this.size = size;
        this.seconds = seconds;
        this.uploadedAt = uploadedAt;
    }

    long id() {
        return Objects.requireNonNull(id, "not yet saved");
    }

    int version() {
        return Objects.requireNonNull(version, "not yet saved");
    }

    String title() {
        return title;
    }

    Audience audience() {
        return audience;
    }

    Language language() {
        return language;
    }

    String mediaType() {
        return mediaType;
    }

    String file() {
        return file;
    }

    long size() {
        return size;
    }

    /** Of a recording; null for a document. */
    @Nullable
    Integer seconds() {
        return seconds;
    }

    boolean published() {
        return published;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    void edit(String newTitle, Audience newAudience, Language newLanguage, boolean nowPublished) {
        title = newTitle;
        audience = newAudience;
        language = newLanguage;
        published = nowPublished;
    }
}
