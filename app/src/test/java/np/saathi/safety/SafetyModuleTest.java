package np.saathi.safety;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import np.saathi.dev.web.ModuleTest;
import np.saathi.ringing.Bell;
import np.saathi.ringing.PhonesRung;

/** The module with a roster and a helpline to begin with, a crisis file of its own, and phones that only take notes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ModuleTest(with = {"identity", "account", "ringing"})
@Import({PhonesRung.class, Bell.class})
@TestPropertySource(properties = {"saathi.crisis.file=target/test-safety/crisis.conf",
        "saathi.crisis.duty[0].number=9771000002", "saathi.crisis.duty[0].times=18:00-22:00",
        "saathi.crisis.helplines[0].prompt=helpline.suicide", "saathi.crisis.helplines[0].dial=9771000003"})
@interface SafetyModuleTest {}
