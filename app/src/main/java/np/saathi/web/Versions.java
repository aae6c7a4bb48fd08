package np.saathi.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The version of what is edited, so that nobody overwrites what they have not seen: ETag out, If-Match in. */
public final class Versions {
    private Versions() {}

    /** 200 with the ETag. */
    public static <T> ResponseEntity<T> ok(T body, int version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /** {@code "3"}, quotes included. */
    public static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /**
     * Throws a 428 problem when no version was told, 412 when it is not the present one. {@code *} is any version.
     *
     * @param ifMatch the header
     */
    public static void check(@Nullable String ifMatch, int version) {
        check(ifMatch, Integer.toString(version));
    }

    /** The same for what is not counted but named. */
    public static void check(@Nullable String ifMatch, String version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "version-required",
                    "Tell in If-Match the ETag of what you have seen");
        }
        for (String told : ifMatch.split(",", -1)) {
            // A proxy that compresses makes our tag a weak one; the version is as true as before.
            String tag = told.strip().replaceFirst("^W/", "");
            if (tag.equals("*") || tag.equals('"' + version + '"')) {
                return;
            }
        }
        throw stale();
    }

    static Problem stale() {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "stale", "It was changed meanwhile; read it again");
    }
}
