package vn.angiang.plan72.web.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * What a browser sent with a form, apart from the inputs the page itself adds.
 *
 * @param revision of the case when the form was opened; 0 when it is missing or mistyped, which never matches
 */
public record Sent(
        Map<String, List<String>> raw, Map<String, List<MultipartFile>> files, long revision, boolean isCheck) {

    private static final List<String> PAGE_INPUTS = List.of("_csrf", "p72-revision", "buoc");

    /** What came with this request. */
    public static Sent of(HttpServletRequest request) {
        var raw = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((key, values) -> {
            if (!PAGE_INPUTS.contains(key)) {
                raw.put(key, Arrays.asList(values));
            }
        });
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return new Sent(
                raw,
                multipart == null ? Map.of() : multipart.getMultiFileMap(),
                revision(request.getParameter("p72-revision")),
                "kiem-tra".equals(request.getParameter("buoc")));
    }

    private static long revision(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
