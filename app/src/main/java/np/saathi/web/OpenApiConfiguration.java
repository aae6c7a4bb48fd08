package np.saathi.web;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** What the document of all of REST (springdoc) can't read from the controllers by itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";
    private static final String PROBLEM_JSON = "application/problem+json";

    /**
     * Calls need no document: what makes it is made when somebody first asks for it, not while callers wait for the start.
     * Not so the library's configurations, some of which tell it by a static block what to leave out.
     */
    @Bean
    static BeanFactoryPostProcessor documentWhenAskedFor() {
        return beans -> Arrays.stream(beans.getBeanDefinitionNames()).map(beans::getBeanDefinition)
                .filter(bean -> bean.getFactoryMethodName() != null)
                .filter(bean -> isOfLibrary(bean.getBeanClassName()) || isOfLibrary(bean.getFactoryBeanName()))
                .forEach(bean -> bean.setLazyInit(true));
    }

    /** @param name of a configuration: its class's, or the bean's, which is the same */
    private static boolean isOfLibrary(@Nullable String name) {
        return name != null && name.startsWith("org.springdoc.");
    }

    /** The library's registrar is nobody's dependency, and yet without it the document knows none of our types. */
    @Bean
    @Lazy
    @DependsOn("modelConverterRegistrar")
    OpenAPI document() {
        return new OpenAPI().info(new Info().title("Saathi Sanga Manko Kura").version("1").description(
                "Errors are RFC 9457 problems of a stable type. Times are ISO-8601 in UTC, days are Nepal's. "
                        + "A PUT names the ETag it has seen in If-Match. Creating POSTs take an Idempotency-Key."))
                .components(components().addSecuritySchemes(TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.HEADER)
                                .name("X-Auth-Token").description("As POST /login answered; browsers use its cookie")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    private static Components components() {
        Components components = new Components();
        ProblemTypes.schemas().forEach(components::addSchemas);
        return components;
    }

    /** A value that may be absent is {@code @Nullable} in our records; all others are always there. */
    @Bean
    ModelConverter requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }

    @Bean
    OperationCustomizer whatCanGoWrong() {
        return (operation, handler) -> {
            boolean told = operation.getRequestBody() != null;
            boolean changes = !handler.hasMethodAnnotation(GetMapping.class);
            boolean versioned = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> {
                        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
                        return header != null && header.name().equalsIgnoreCase("If-Match");
                    });
            add(operation, "400", "Malformed (malformed), or values that can't be right (invalid)");
            add(operation, "401", "Not signed in (signed-out)");
            add(operation, "403", "Not for this role (forbidden), or not yours");
            add(operation, "404", "None, or none for you (not-found)");
            add(operation, "406", "Nothing that can be told in the type that is asked for (not-acceptable)");
            if (changes) {
                add(operation, "409", "Not as things stand");
                add(operation, "413", "Too large (content-too-large)");
                add(operation, "422", "Well formed, but it can't be meant");
            }
            if (told) {
                add(operation, "415", "Not of this type (unsupported-media-type)");
            }
            if (versioned) {
                add(operation, "412", "Changed meanwhile (stale)");
                add(operation, "428", "No If-Match (version-required)");
            }
            add(operation, "429", "Too many tries (too-many-requests), with Retry-After");
            add(operation, "503", "A part of the line can't be reached, with Retry-After");
            return operation;
        };
    }

    private static void add(Operation operation, String status, String description) {
        if (!operation.getResponses().containsKey(status)) {
            operation.getResponses().addApiResponse(status, new ApiResponse().description(description)
                    .content(new Content().addMediaType(PROBLEM_JSON, new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/"
                                    + ProblemTypes.schemaOf(Integer.parseInt(status)))))));
        }
    }

    /** The same document each time, so that a change of it is seen. */
    @Bean
    OpenApiCustomizer sorted() {
        return document -> {
            Map<String, Schema<?>> sorted = new TreeMap<>();
            document.getComponents().getSchemas().forEach(sorted::put);
            document.getComponents().getSchemas().clear();
            sorted.forEach(document.getComponents()::addSchemas);
        };
    }
}
