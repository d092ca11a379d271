package vn.angiang.plan72.notification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.angiang.plan72.shared.Texts;

/** Something to tell. */
record NewNotice(@Nullable String caseNumber, String messageKey, List<String> arguments, String href) {

    /** Longest argument told, in characters; a longer reason is read on the case itself. */
    private static final int ARGUMENT = 600;

    NewNotice {
        arguments = arguments.stream()
                .map(a -> NoticeTexts.shorten(Texts.clean(a), ARGUMENT))
                .toList();
    }

    /** About a case: its number and title come first in the arguments. */
    static NewNotice ofCase(String caseNumber, String messageKey, List<String> arguments) {
        return new NewNotice(
                caseNumber,
                messageKey,
                arguments,
                "/ho-so/" + UriUtils.encodePathSegment(caseNumber, StandardCharsets.UTF_8));
    }
}
