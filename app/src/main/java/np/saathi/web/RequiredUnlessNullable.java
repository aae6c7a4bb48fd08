package np.saathi.web;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/**
 * Reads our records as they are meant: what is not {@code @Nullable} is required, and types of one word
 * ({@code AccountId}, {@code Language}) are that word.
 */
class RequiredUnlessNullable implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        Class<?> raw = raw(type.getType());
        if (raw.getName().equals("np.saathi.account.AccountId")) {
            return new StringSchema().pattern("[1-9]{6}").example("482913");
        }
        if (raw.getName().equals("np.saathi.prompt.Language")) {
            return new StringSchema().pattern("[a-z]{2,3}").example("ne");
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord()) {
            require(definition(schema, context), raw);
        }
        return schema;
    }

    private static Class<?> raw(Type type) {
        JavaType java = Json.mapper().constructType(type);
        return java.getRawClass();
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        Schema<?> defined = ref == null
                ? null
                : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static void require(Schema<?> schema, Class<?> record) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = Arrays.stream(record.getRecordComponents())
                .filter(component -> !nullable(component)).map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey).toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
