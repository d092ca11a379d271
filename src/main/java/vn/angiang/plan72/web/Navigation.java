package vn.angiang.plan72.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.security.AccessPolicy;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.supervision.ProcessView;

/** The places of the application in sections; each person sees only what opens to him. */
@Component
class Navigation {

    private final AccessPolicy policy;
    private final ProcessView processes;

    Navigation(AccessPolicy policy, ProcessView processes) {
        this.policy = policy;
        this.processes = processes;
    }

    /**
     * A place.
     *
     * @param textKey message key
     * @param current whether this page belongs to it
     */
    public record Place(String textKey, String href, boolean current) {}

    /**
     * A section with one place or more; a section of one place has its name.
     *
     * @param counts whether it shows the number of unread notices
     */
    public record Group(String textKey, List<Place> places, boolean counts) {

        /** Where its name leads: to the first of its places. */
        public String href() {
            return places.get(0).href();
        }

        public boolean current() {
            return places.stream().anyMatch(Place::current);
        }
    }

    /** The sections for a person on a page. */
    List<Group> of(Actor actor, String path) {
        var groups = new ArrayList<Group>();
        add(groups, "layout.nav.group.work", work(actor, path));
        add(
                groups,
                "layout.nav.group.watch",
                List.of(
                        place("layout.nav.plan", "/ke-hoach", path),
                        place("layout.nav.overview", "/toan-canh", path),
                        place("layout.nav.cases", "/ho-so", path)));
        add(groups, "layout.nav.group.fields", fields(actor, path));
        var models = new ArrayList<Place>();
        if (processes.mayUse(actor)) {
            models.add(place("layout.nav.processes", "/quy-trinh", path));
        }
        if (policy.isModeler(actor)) {
            models.add(place("layout.nav.models", "/mo-hinh", path));
        }
        add(groups, "layout.nav.group.processes", models);
        groups.add(new Group("layout.nav.notices", List.of(place("layout.nav.notices", "/thong-bao", path)), true));
        if (policy.isAdmin(actor)) {
            add(groups, "layout.nav.admin", List.of(place("layout.nav.admin", "/quan-tri", path)));
        }
        return groups;
    }

    private List<Place> work(Actor actor, String path) {
        boolean unitWork = within(path, "/viec/don-vi");
        var places = new ArrayList<Place>();
        places.add(new Place("layout.nav.mine", "/viec", within(path, "/viec") && !unitWork));
        places.add(new Place("layout.nav.unit", "/viec/don-vi", unitWork));
        places.add(place("layout.nav.flows", "/quy-trinh-rieng", path));
        if (policy.mayAssignYear(actor)) {
            places.add(place("layout.nav.assign", "/giao-viec", path));
        }
        return places;
    }

    private static List<Place> fields(Actor actor, String path) {
        var places = new ArrayList<Place>();
        places.add(place("layout.nav.reports", "/bao-cao", path));
        places.add(place("layout.nav.inspections", "/kiem-tra", path));
        if (knowsOfAccountability(actor)) {
            places.add(place("layout.nav.accountability", "/trach-nhiem", path));
        }
        places.add(place("layout.nav.capital", "/phan-bo-von", path));
        places.add(place("layout.nav.households", "/ra-soat", path));
        places.add(place("layout.nav.opinions", "/y-kien", path));
        return places;
    }

    private static void add(List<Group> groups, String textKey, List<Place> places) {
        if (!places.isEmpty()) {
            groups.add(new Group(places.size() == 1 ? places.get(0).textKey() : textKey, places, false));
        }
    }

    /** Heads of units, and those who screen, assess and conclude. */
    private static boolean knowsOfAccountability(Actor actor) {
        return actor.allGroups().stream()
                .anyMatch(g -> g.startsWith("leader.")
                        || Set.of("officer.SLDTBXH", "officer.SNV", "officer.TTR_TINH")
                                .contains(g));
    }

    private static Place place(String key, String href, String path) {
        return new Place(key, href, within(path, href));
    }

    private static boolean within(String path, String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }
}
