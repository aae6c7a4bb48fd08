package np.saathi;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;

/** Our one-word types are text in the database, so that an aggregate is written in the words of the house. */
@Configuration(proxyBeanMethods = false)
class ColumnTypes {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        List<Word<?>> words = List.of(new Word<>(Language.class, Language::new, Language::code),
                new Word<>(AccountId.class, AccountId::new, AccountId::value),
                new Word<>(CallId.class, CallId::new, CallId::value), new Word<>(Room.class, Room::new, Room::name));
        return JdbcCustomConversions.of(dialect,
                words.stream().<Object>mapMulti((word, all) -> {
                    all.accept(new Reading(word));
                    all.accept(new Writing(word));
                }).toList());
    }

    /** A type that is one word, and both ways between it and its text. */
    private record Word<T>(Class<T> type, Function<String, T> read, Function<T, String> write) {

        String written(Object value) {
            return write.apply(type.cast(value));
        }
    }

    @ReadingConverter
    private record Reading(Word<?> word) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, word.type()));
        }

        @Override
        public @Nullable Object convert(@Nullable Object text, TypeDescriptor from, TypeDescriptor to) {
            return text == null ? null : word.read().apply((String) text);
        }
    }

    @WritingConverter
    private record Writing(Word<?> word) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(word.type(), String.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object value, TypeDescriptor from, TypeDescriptor to) {
            return value == null ? null : word.written(value);
        }
    }
}
