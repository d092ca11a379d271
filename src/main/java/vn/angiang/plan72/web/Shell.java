package vn.angiang.plan72.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.security.AccessPolicy;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.supervision.ProcessView;

/** What the layout shows round a page: who is signed in, where they may go, in which language. For {@code layout.html}. */
@Component("shell")
public class Shell {

    private final CurrentActor currentActor;
    private final AccessPolicy policy;
    private final Units units;
    private final ProcessView processes;

    Shell(CurrentActor currentActor, AccessPolicy policy, Units units, ProcessView processes) {
        this.currentActor = currentActor;
        this.policy = policy;
        this.units = units;
        this.processes = processes;
    }

    /**
     * A place in the navigation.
     *
     * @param textKey message key
     * @param current whether this page belongs to it
     * @param counts whether it shows the number of unread notices
     */
    public record Place(String textKey, String href, boolean current, boolean counts) {}

    /**
     * The shell of one page.
     *
     * @param person who is signed in, or null
     * @param unit the person's units, by name; empty when none
     * @param otherLanguage address of this page in the other language
     */
    public record View(@Nullable String person, String unit, List<Place> places, String otherLanguage) {}

    /** The shell of the page being built. */
    public View view() {
        var request = request();
        String path = path(request);
        var actor = currentActor.signedIn();
        return new View(
                actor.map(Actor::fullName).orElse(null),
                actor.map(this::unitsOf).orElse(""),
                actor.map(a -> places(a, path)).orElse(List.of()),
                otherLanguage(request, path));
    }

    private String unitsOf(Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        return actor.unitCodes().stream()
                .map(code -> units.find(code).map((Unit u) -> u.name(locale)).orElse(code))
                .collect(Collectors.joining(", "));
    }

    private List<Place> places(Actor actor, String path) {
        var places = new ArrayList<Place>();
        boolean unitWork = within(path, "/viec/don-vi");
        places.add(new Place("layout.nav.mine", "/viec", within(path, "/viec") && !unitWork, false));
        places.add(new Place("layout.nav.unit", "/viec/don-vi", unitWork, false));
        places.add(place("layout.nav.cases", "/ho-so", path));
        places.add(place("layout.nav.flows", "/quy-trinh-rieng", path));
        places.add(place("layout.nav.plan", "/ke-hoach", path));
        places.add(place("layout.nav.overview", "/toan-canh", path));
        if (processes.mayUse(actor)) {
            places.add(place("layout.nav.processes", "/quy-trinh", path));
        }
        if (policy.isModeler(actor)) {
            places.add(place("layout.nav.models", "/mo-hinh", path));
        }
        places.add(place("layout.nav.reports", "/bao-cao", path));
        places.add(place("layout.nav.inspections", "/kiem-tra", path));
        places.add(place("layout.nav.capital", "/phan-bo-von", path));
        places.add(place("layout.nav.opinions", "/y-kien", path));
        places.add(place("layout.nav.households", "/ra-soat", path));
        if (knowsOfAccountability(actor)) {
            places.add(place("layout.nav.accountability", "/trach-nhiem", path));
        }
        if (policy.mayAssignYear(actor)) {
            places.add(place("layout.nav.assign", "/giao-viec", path));
        }
        places.add(new Place("layout.nav.notices", "/thong-bao", within(path, "/thong-bao"), true));
        if (policy.isAdmin(actor)) {
            places.add(place("layout.nav.admin", "/quan-tri", path));
        }
        return places;
    }

    /** Heads of units, and those who screen, assess and conclude. */
    private static boolean knowsOfAccountability(Actor actor) {
        return actor.allGroups().stream()
                .anyMatch(g -> g.startsWith("leader.")
                        || Set.of("officer.SLDTBXH", "officer.SNV", "officer.TTR_TINH")
                                .contains(g));
    }

    private static Place place(String key, String href, String path) {
        return new Place(key, href, within(path, href), false);
    }

    private static boolean within(String path, String href) {
        return path.equals(href) || path.startsWith(href + "/");
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
