package np.saathi.dev.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds every answer that a web test gets against the OpenAPI document: status, content type, body, and of problems the
 * type. Tests need not ask for it.
 */
@TestComponent
public class Contract implements MockMvcBuilderCustomizer {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String PROBLEM = "application/problem+json";
    private final ObjectProvider<OpenApiWebMvcResource> documents;
    private final JsonMapper json;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private @Nullable JsonNode document;

    Contract(ObjectProvider<OpenApiWebMvcResource> documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.alwaysDo(this::holdsFor);
    }

    /** The document, read once. */
    public synchronized JsonNode document() {
        JsonNode known = document;
        if (known == null) {
            try {
                known = json.readTree(documents.getObject()
                        .openapiJson(new MockHttpServletRequest("GET", "/v3/api-docs"), "/v3/api-docs", Locale.ROOT));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            document = known;
        }
        return known;
    }

    private void holdsFor(MvcResult answer) {
        MockHttpServletResponse response = answer.getResponse();
        String method = String.valueOf(answer.getRequest().getMethod()).toLowerCase(Locale.ROOT);
        String path = String.valueOf(answer.getRequest().getRequestURI());
        String place = method + " " + path + " " + response.getStatus();
        JsonNode operation = template(path).map(known -> document().path("paths").path(known).path(method))
                .orElse(json.missingNode());
        if (operation.isMissingNode()) {
            mustBeAFileOrAProblem(response, place);
        } else if (!answer.getRequest().isAsyncStarted()) { // a stream has just begun
            mustBeDocumented(operation, response, place);
        }
    }

    /** What the document does not know of is pages and scripts. */
    private static void mustBeAFileOrAProblem(MockHttpServletResponse response, String place) {
        if (response.getStatus() >= 400 && !place.contains(" /actuator/")) {
            assertThat(type(response)).as(place).isEqualTo(PROBLEM);
        }
    }

    private void mustBeDocumented(JsonNode operation, MockHttpServletResponse response, String place) {
        String status = String.valueOf(response.getStatus());
        JsonNode described = operation.path("responses").path(status);
        assertThat(described.isMissingNode()).as("%s is not in the document: %s", place, text(response)).isFalse();
        JsonNode content = described.path("content");
        String type = type(response);
        if (content.isMissingNode()) {
            assertThat(response.getContentAsByteArray()).as("%s has no body in the document", place).isEmpty();
            return;
        }
        JsonNode kind = content.has(type) ? content.path(type) : content.path("*/*");
        assertThat(kind.isMissingNode()).as("%s as %s is not in the document", place, type).isFalse();
        assertThat(response.getStatus() < 400 || type.equals(PROBLEM)).as("%s is no problem but %s", place, type)
                .isTrue();
        if (type.endsWith("json")) {
            String body = text(response);
            Schema schema = schemas.computeIfAbsent(operation.path("operationId").asString() + status + type,
                    _ -> whole(kind.path("schema")));
            assertThat(schema.validate(body, InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as("%s: %s", place, body).isEmpty();
        }
    }

    private Schema whole(JsonNode schema) {
        ObjectNode whole = json.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document().path("components"));
        return SCHEMAS.getSchema(whole);
    }

    /** The most exact of the document's paths that this one is an example of. */
    private Optional<String> template(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return document().path("paths").propertyStream().map(Map.Entry::getKey)
                .map(PathPatternParser.defaultInstance::parse).filter(pattern -> pattern.matches(asked))
                .min(Comparator.naturalOrder()).map(PathPattern::getPatternString);
    }

    private static String type(MockHttpServletResponse response) {
        return String.valueOf(response.getContentType()).replaceFirst(";.*", "");
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
