package np.saathi;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;

/** Our one-word types are text in the database, so that an aggregate is written in the words of the house. */
@Configuration(proxyBeanMethods = false)
class ColumnTypes {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        return JdbcCustomConversions.of(dialect, List.of(new ReadLanguage(), new WriteLanguage(), new ReadAccountId(),
                new WriteAccountId(), new ReadCallId(), new WriteCallId(), new ReadRoom(), new WriteRoom()));
    }

    // Classes, not lambdas: the types of a converter are read from its declaration.

    @ReadingConverter
    static class ReadLanguage implements Converter<String, Language> {
        @Override
        public Language convert(String code) {
            return new Language(code);
        }
    }

    @WritingConverter
    static class WriteLanguage implements Converter<Language, String> {
        @Override
        public String convert(Language language) {
            return language.code();
        }
    }

    @ReadingConverter
    static class ReadAccountId implements Converter<String, AccountId> {
        @Override
        public AccountId convert(String value) {
            return new AccountId(value);
        }
    }

    @WritingConverter
    static class WriteAccountId implements Converter<AccountId, String> {
        @Override
        public String convert(AccountId id) {
            return id.value();
        }
    }

    @ReadingConverter
    static class ReadCallId implements Converter<String, CallId> {
        @Override
        public CallId convert(String value) {
            return new CallId(value);
        }
    }

    @WritingConverter
    static class WriteCallId implements Converter<CallId, String> {
        @Override
        public String convert(CallId call) {
            return call.value();
        }
    }

    @ReadingConverter
    static class ReadRoom implements Converter<String, Room> {
        @Override
        public Room convert(String name) {
            return new Room(name);
        }
    }

    @WritingConverter
    static class WriteRoom implements Converter<Room, String> {
        @Override
        public String convert(Room room) {
            return room.name();
        }
    }
}
