package np.saathi.dev;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** Properties of the app as they are shipped, without a Spring context. */
public final class DefaultProperties {
    private static final Binder SHIPPED = shipped();

    private DefaultProperties() {}

    /** @param type a record with {@link ConfigurationProperties} */
    public static <T> T of(Class<T> type) {
        return SHIPPED.bindOrCreate(type.getAnnotation(ConfigurationProperties.class).value(), type);
    }

    private static Binder shipped() {
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader().load("app", new ClassPathResource("application.yml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binder(ConfigurationPropertySources.from(sources));
    }
}
