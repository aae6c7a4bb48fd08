package np.saathi.dev.web;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

import np.saathi.SaathiApplication;

/**
 * The app without what needs an exchange or renders speech; {@link TestRooms} stand for the rooms. It says of itself
 * nothing by which the app in the development run would find it: all of this package is on its class path.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "np.saathi")
@ConfigurationPropertiesScan("np.saathi")
@ComponentScan(basePackages = "np.saathi", excludeFilters = {
        @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SaathiApplication.class),
        @Filter(type = FilterType.REGEX, pattern = {"np\\.saathi\\.telephony\\.asterisk\\..*", "np\\.saathi\\.ivr\\..*",
                "np\\.saathi\\.dev\\..*", "np\\.saathi\\.prompt\\.speech\\.PromptsAtStart"})})
@Import(TestRooms.class)
class WebHouse {}
