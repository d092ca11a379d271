package vn.angiang.plan72.web.notice;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.angiang.plan72.notification.Notices;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** The number beside "Thông báo" on every whole page: one short index range. */
@ControllerAdvice
class UnreadNotices {

    private final Notices notices;
    private final CurrentActor currentActor;

    UnreadNotices(Notices notices, CurrentActor currentActor) {
        this.notices = notices;
        this.currentActor = currentActor;
    }

    /** At most {@link Notices#COUNT_LIMIT}; null where no layout is drawn. */
    @ModelAttribute("unreadNotices")
    @Nullable
    Integer unreadNotices(HttpServletRequest request) {
        boolean page = request.getDispatcherType() == DispatcherType.REQUEST
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return page
                ? currentActor
                        .signedIn()
                        .map(Actor::username)
                        .map(notices::unread)
                        .orElse(null)
                : null;
    }
}
