package np.saathi.panel;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the panel's own files are. Browsers ask each time whether one has changed: they only work as one set. */
@Configuration(proxyBeanMethods = false)
class PanelFiles implements WebMvcConfigurer {
    static final String PATH = "/panel/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", PATH);
        registry.addRedirectViewController("/panel", PATH);
        registry.addViewController(PATH).setViewName("forward:/panel/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/panel/**").addResourceLocations("classpath:/static/panel/")
                .setCacheControl(CacheControl.noCache());
    }
}
