package np.saathi.prompt.speech;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.NamedInterface;

/** The command {@code render-prompts}: renders what has changed and ends. For images and for whoever records. */
@NamedInterface("command") // for the main class alone
public final class RenderPrompts {

    public static final String COMMAND = "render-prompts";

    private static final Logger LOG = LoggerFactory.getLogger(RenderPrompts.class);

    private RenderPrompts() {}

    /** @return the exit code: 0 when every prompt is as the script and the recordings want it */
    public static int run(String... args) throws IOException {
        try (ConfigurableApplicationContext context = words(args)) {
            Rendering rendering = context.getBean(PromptStore.class).render();
            rendering.problems().forEach(LOG::error);
            LOG.info("{}", rendering);
            return rendering.problems().isEmpty() ? 0 : 1;
        }
    }

    /** The words of the line alone, without database and exchange: all that commands need. */
    static ConfigurableApplicationContext words(String... args) {
        return new SpringApplicationBuilder(PromptConfiguration.class).web(WebApplicationType.NONE).run(args);
    }
}
