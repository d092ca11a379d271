package vn.angiang.plan72.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words: Vietnamese unless the reader chose English. Every module keeps its own bundle. */
@Configuration(proxyBeanMethods = false)
class WebTexts implements WebMvcConfigurer {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** All bundles; one that is not on the class path is left out. */
    static final List<String> BUNDLES = List.of(
            "messages",
            "messages-web",
            "messages-web-api",
            "messages-chart",
            "messages-security",
            "messages-organization",
            "messages-plan",
            "messages-calendar",
            "messages-process",
            "messages-casefile",
            "messages-journal",
            "messages-document",
            "messages-taskform",
            "messages-worklist",
            "messages-notification",
            "messages-assignment",
            "messages-reporting",
            "messages-inspection",
            "messages-accountability",
            "messages-capital",
            "messages-works",
            "messages-feedback",
            "messages-household",
            "messages-flow",
            "messages-supervision",
            "messages-supervision-process",
            "messages-modelling");

    /** Every text is a {@code MessageFormat}, with or without arguments: an apostrophe is always written twice. */
    @Bean
    static MessageSource messageSource() {
        LocaleContextHolder.setDefaultLocale(VIETNAMESE); // what jobs write is Vietnamese, whatever the machine speaks
        var source = new ResourceBundleMessageSource();
        source.setBasenames(BUNDLES.stream()
                .filter(name -> new ClassPathResource(name + ".properties").exists())
                .toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    static LocaleResolver localeResolver(Environment environment) {
        return new LanguageCookie(environment.acceptsProfiles(Profiles.of("prod")));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }
}
