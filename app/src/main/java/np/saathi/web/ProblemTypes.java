package np.saathi.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** All problems there are, by status, as the API's document tells them: whoever makes a new one writes it down here. */
final class ProblemTypes {
    private static final Map<Integer, List<String>> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, List.of("bad-request", "idempotency-key", "invalid", "malformed")),
            Map.entry(401, List.of("signed-out", "wrong-credentials")),
            Map.entry(403,
                    List.of("csrf", "forbidden", "never-met", "not-a-participant", "not-your-session", "pending",
                            "taken-over",
                            "suspended")),
            Map.entry(404, List.of("not-found")),
            Map.entry(406, List.of("not-acceptable")),
            Map.entry(409,
                    List.of("channels-full", "code-taken", "conflict", "feedback-given", "feedback-not-yet",
                            "has-password", "host-busy", "host-day-full", "host-needs-pause", "host-week-full",
                            "idempotency-key-in-use", "in-use", "last-admin", "message-held", "message-not-open",
                            "next-session", "no-more-time", "not-in-session", "not-weekly", "report-closed",
                            "report-filed", "seat-away", "seat-empty", "session-not-held", "session-not-live",
                            "session-not-open", "session-open", "session-over", "talk-on")),
            Map.entry(412, List.of("stale")),
            Map.entry(413, List.of("content-too-large")),
            Map.entry(415, List.of("audio-format", "unsupported-media-type")),
            Map.entry(416, List.of("requested-range-not-satisfiable")),
            Map.entry(422,
                    List.of("audio-broken", "audio-silent", "audio-too-long", "category-unknown",
                            "coached-without-certified",
                            "code-missing", "idempotency-key-reused", "language-unknown", "media-type",
                            "no-phone-known", "no-shared-language", "no-such-participant", "not-safe-to-ring",
                            "number-not-allowed", "phone", "phone-only", "seat-needed", "span",
                            "start-in-the-past", "start-too-far", "too-many-read-first", "trainee-alone",
                            "unknown-choice", "unknown-language", "unknown-language-or-category", "unreadable-audio",
                            "volunteer-suspended", "volunteer-unknown", "weak-pin", "wrong-password")),
            Map.entry(428, List.of("version-required")),
            Map.entry(429, List.of("too-many-requests")),
            Map.entry(503, List.of("audio-unavailable", "exchange-unreachable", "unavailable"))));

    private ProblemTypes() {}

    /** What the answers of this status refer to. */
    static String schemaOf(int status) {
        return "Problem" + status;
    }

    /** A schema for each status, by its name. */
    static Map<String, Schema<?>> schemas() {
        Map<String, Schema<?>> schemas = new TreeMap<>();
        NAMES.forEach((status, names) -> schemas.put(schemaOf(status), problem(status, names)));
        return schemas;
    }

    private static Schema<?> problem(int status, List<String> names) {
        StringSchema type = new StringSchema();
        names.forEach(name -> type.addEnumItem(Problem.type(name).toString()));
        Schema<?> field = new ObjectSchema().addProperty("field", new StringSchema().example("rating"))
                .addProperty("message", new StringSchema()).addRequiredItem("field").addRequiredItem("message");
        return new ObjectSchema().addProperty("type", type.format("uri").example(Problem.type(names.getFirst())))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().addEnumItem(status).example(status))
                .addProperty("detail", new StringSchema()).addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field))
                .addRequiredItem("type").addRequiredItem("status")
                .description("RFC 9457; programs go by its type");
    }
}
