package np.saathi.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether answers are what the OpenAPI document says they are. */
@TestComponent
public class Contract {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Clients clients;
    private final JsonMapper json;
    private @Nullable JsonNode document;

    Contract(Clients clients, JsonMapper json) {
        this.clients = clients;
        this.json = json;
    }

    /** The document, read once. */
    public JsonNode document() {
        JsonNode known = document;
        if (known == null) {
            MvcTestResult answer = clients.admin().get("/v3/api-docs");
            assertThat(answer).hasStatusOk();
            known = json.readTree(text(answer));
            document = known;
        }
        return known;
    }

    /** Fails when the path, the method, the status, the content type or the body is not in the document. */
    public void holdsFor(MvcTestResult answer) {
        String method = String.valueOf(answer.getRequest().getMethod()).toLowerCase(Locale.ROOT);
        String path = String.valueOf(answer.getRequest().getRequestURI());
        String status = Integer.toString(answer.getResponse().getStatus());
        String place = method + " " + path + " " + status;
        JsonNode response = document().path("paths").path(template(path)).path(method).path("responses").path(status);
        assertThat(response.isMissingNode()).as("%s is not in the document", place).isFalse();
        String body = text(answer);
        if (response.has("content")) {
            String type = String.valueOf(answer.getResponse().getContentType()).replaceFirst(";.*", "");
            JsonNode content = response.path("content");
            JsonNode described = content.has(type) ? content.path(type) : content.path("*/*");
            assertThat(described.isMissingNode()).as("%s as %s is not in the document", place, type).isFalse();
            if (type.endsWith("json")) {
                conforms(described.path("schema"), body, place);
            }
        } else {
            assertThat(body).as("%s has no body in the document", place).isEmpty();
        }
    }

    private void conforms(JsonNode schema, String body, String place) {
        ObjectNode whole = json.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document().path("components"));
        assertThat(SCHEMAS.getSchema(whole).validate(body, InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s: %s", place, body).isEmpty();
    }

    /** The most exact of the document's paths that this one is an example of. */
    private String template(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return document().path("paths").propertyStream().map(Map.Entry::getKey)
                .map(PathPatternParser.defaultInstance::parse).filter(pattern -> pattern.matches(asked))
                .min(Comparator.naturalOrder()).map(PathPattern::getPatternString)
                .orElseThrow(() -> new AssertionError(path + " is not in the document"));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
