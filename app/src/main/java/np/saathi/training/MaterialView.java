package np.saathi.training;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;
import np.saathi.prompt.Language;

/**
 * @param seconds of a recording
 * @param file where to get it
 */
record MaterialView(@Schema(example = "7") long id, @Schema(example = "Breathing slowly") String title,
        Audience audience, Language language, @Schema(example = "audio/mpeg") String mediaType,
        @Schema(description = "Bytes", example = "812345") long size,
        @Schema(description = "Of a recording", example = "180") @Nullable Integer seconds, boolean published,
        Instant uploadedAt, @Schema(example = "/training/7/file") String file, int version) {

    static MaterialView of(Material material) {
        return new MaterialView(material.id(), material.title(), material.audience(), material.language(),
                material.mediaType(), material.size(), material.seconds(), material.published(),
                material.uploadedAt(), "/training/" + material.id() + "/file", material.version());
    }
}
