package vn.angiang.plan72.web.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.angiang.plan72.casefile.CaseBucket;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.supervision.StepSelection;

/**
 * The filters of the list of cases as they stand in its address; what is not set or not known is left out, so that an
 * address can be kept, sent and opened again.
 */
public record CaseFilter(Map<String, String> values, int page) {

    /** Names in addresses. */
    static final List<String> NAMES = List.of(
            "q",
            "don-vi",
            "nam",
            "trang-thai",
            "mo",
            "nghia-vu",
            "khoan",
            "quy-trinh",
            "tinh-trang",
            "buoc",
            "tre-buoc",
            "qua-buoc",
            "duong");

    private static final int LONGEST = 200;

    /** What of these parameters is a filter. */
    public static CaseFilter of(Map<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                values.put(name, value);
            }
        }
        return new CaseFilter(values, 0);
    }

    /** The same at a page, from 0. */
    CaseFilter at(int number) {
        return new CaseFilter(values, number);
    }

    /** A filter's value, or empty. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** The address of the list with this filter, at a page. */
    public String href(String path, int at) {
        var uri = UriComponentsBuilder.fromPath(path);
        values.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        if (at > 0) {
            uri.queryParam("trang", at);
        }
        return uri.encode().buildAndExpand(values).toUriString();
    }

    /** What the filter asks for. */
    public CaseQuery query(List<Obligation> obligations) {
        String open = get("mo");
        return CaseQuery.all()
                .withText(get("q"))
                .withUnit(get("don-vi"))
                .withMatter(matter(obligations))
                .withYear(get("nam").matches("\\d{4}") ? Integer.valueOf(get("nam")) : null)
                .withState(get("trang-thai"), open.isEmpty() ? null : Boolean.valueOf(open.equals("co")))
                .withProcess(get("quy-trinh"))
                .withBucket(CaseBucket.ofCode(get("tinh-trang")).orElse(null))
                .withSelection(StepSelection.of(get("buoc"), get("tre-buoc"), get("qua-buoc"), get("duong")));
    }

    private CaseQuery.@Nullable Matter matter(List<Obligation> obligations) {
        if (!get("nghia-vu").isEmpty()) {
            return CaseQuery.Matter.obligation(get("nghia-vu"));
        }
        if (get("khoan").isEmpty()) {
            return null;
        }
        return new CaseQuery.Matter(
                obligations.stream()
                        .filter(o -> o.clauseId().equals(get("khoan")))
                        .map(Obligation::id)
                        .collect(Collectors.toSet()),
                Set.of(get("khoan")));
    }
}
