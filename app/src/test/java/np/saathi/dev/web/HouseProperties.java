package np.saathi.dev.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * How the house is set up where it runs without an exchange. Its files are in {@code target}, or in the {@code
 * saathi.test.place} of who runs beside it.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestPropertySource(properties = {"saathi.identity.keyset-file=${saathi.test.place:target}/test-keys.json",
        "saathi.identity.generate=true",
        "saathi.session.tick=1d", "saathi.schedule.look=1d",
        // contexts are kept for later tests, all on one server: an idle one gives its connections back
        "spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000",
        "saathi.asterisk.ami-secret=not-a-real-one-in-tests",
        "saathi.training.directory=${saathi.test.place:target}/test-training",
        "saathi.audio.ffmpeg=${saathi.test.place:target}/test-ffmpeg",
        "saathi.audio.scratch=${saathi.test.place:target}/test-scratch",
        "saathi.crisis.file=${saathi.test.place:target}/test-crisis/crisis.conf",
        "saathi.prompts.script=${user.dir}/../prompts/script.yml",
        "saathi.prompts.sounds=${saathi.test.place:target}/test-sounds",
        "saathi.prompts.recordings=${user.dir}/../prompts",
        "saathi.prompts.replacements=${saathi.test.place:target}/test-replacements",
        "saathi.messages.directory=${saathi.test.place:target}/test-messages",
        "saathi.messages.tick=1d", "saathi.web.database-patience=30s",
        "management.endpoint.health.validate-group-membership=false"})
@interface HouseProperties {}
