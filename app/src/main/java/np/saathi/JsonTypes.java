package np.saathi;

import java.util.function.Function;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Our one-word types are text in JSON, as they are in the database ({@link ColumnTypes}). */
@Configuration(proxyBeanMethods = false)
class JsonTypes {

    @Bean
    JacksonModule words() {
        SimpleModule words = new SimpleModule("saathi-words");
        add(words, AccountId.class, AccountId::value, AccountId::new);
        add(words, Language.class, Language::code, Language::new);
        return words;
    }

    private static <T> void add(SimpleModule words, Class<T> type, Function<T, String> text, Function<String, T> read) {
        words.addSerializer(type, new StdScalarSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(text.apply(value));
            }
        });
        words.addDeserializer(type, new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                String word = json.getValueAsString("");
                try {
                    return read.apply(word);
                } catch (IllegalArgumentException noSuchWord) {
                    return context.reportInputMismatch(type, "%s", String.valueOf(noSuchWord.getMessage()));
                }
            }
        });
    }
}
