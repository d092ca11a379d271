package vn.angiang.plan72.security;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.People;

/** At the very end of start-up: where to go and how to sign in. Only for the demonstration. */
@Component
class StartNotice {

    /** One of each kind of user. */
    static final List<String> TO_TRY = List.of(
            "officer.sldtbxh", "leader.sldtbxh", "leader.ubnd_tinh", "officer.h891", "supervisor", "modeler", "admin");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final DemoSettings settings;
    private final DemoPassword password;
    private final People people;
    private final MessageSource messages;

    StartNotice(DemoSettings settings, DemoPassword password, People people, MessageSource messages) {
        this.settings = settings;
        this.password = password;
        this.people = people;
        this.messages = messages;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void ready(ApplicationReadyEvent event) {
        if (settings.enabled()
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            System.out.print(text(web.getWebServer().getPort()));
        }
    }

    String text(int port) {
        var text = new StringBuilder("\n");
        line(text, "security.start.title");
        line(text, "security.start.address", "http://127.0.0.1:" + port);
        line(text, "security.start.password", password.value());
        line(text, "security.start.users");
        TO_TRY.stream()
                .filter(username -> people.byUsername(username).isPresent())
                .forEach(username -> line(
                        text,
                        "security.start.user",
                        "%-18s".formatted(username),
                        messages.getMessage("security.start.user." + username, null, VIETNAMESE)));
        return text.append('\n').toString();
    }

    private void line(StringBuilder text, String key, Object... arguments) {
        text.append("  ")
                .append(messages.getMessage(key, arguments, VIETNAMESE))
                .append('\n');
    }
}
