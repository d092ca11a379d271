package vn.angiang.plan72.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** What the layout shows round a page: who is signed in, where they may go, in which language. For {@code layout.html}. */
@Component("shell")
public class Shell {

    private final CurrentActor currentActor;
    private final Navigation navigation;
    private final Units units;

    Shell(CurrentActor currentActor, Navigation navigation, Units units) {
        this.currentActor = currentActor;
        this.navigation = navigation;
        this.units = units;
    }

    /**
     * The shell of one page.
     *
     * @param person who is signed in, or null
     * @param unit the person's units, by name; empty when none
     * @param groups the sections this person may open; empty when nobody is signed in
     * @param otherLanguage address of this page in the other language
     */
    public record View(@Nullable String person, String unit, List<Navigation.Group> groups, String otherLanguage) {

        /** The section this page belongs to, when it has several places; null otherwise. */
        public Navigation.@Nullable Group section() {
            return groups.stream()
                    .filter(g -> g.current() && g.places().size() > 1)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The shell of the page being built. */
    public View view() {
        var request = request();
        String path = path(request);
        var actor = currentActor.signedIn();
        return new View(
                actor.map(Actor::fullName).orElse(null),
                actor.map(this::unitsOf).orElse(""),
                actor.map(a -> navigation.of(a, path)).orElse(List.of()),
                otherLanguage(request, path));
    }

    private String unitsOf(Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        return actor.unitCodes().stream()
                .map(code -> units.find(code).map((Unit u) -> u.name(locale)).orElse(code))
                .collect(Collectors.joining(", "));
    }

    private static String otherLanguage(HttpServletRequest request, String path) {
        String other = LocaleContextHolder.getLocale().getLanguage().equals("en") ? "vi" : "en";
        boolean original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null;
        return UriComponentsBuilder.fromPath(request.getContextPath() + path)
                .query(original && "GET".equals(request.getMethod()) ? request.getQueryString() : null)
                .replaceQueryParam(LanguageChoice.PARAMETER, other)
                .build()
                .toUriString();
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String s ? s : request.getRequestURI();
        String path =
                uri.substring(Math.min(uri.length(), request.getContextPath().length()));
        return path.startsWith("/") && !path.startsWith("//") ? path : "/";
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
