package vn.angiang.plan72.flow;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.shared.Actor;

/** What models have told to people. */
@Component
public class CaseNotices {

    private final ApplicationEventPublisher events;

    CaseNotices(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Tells a role of a unit; the words stand in the model. */
    public void tell(String caseNumber, String role, String unit, String words, boolean urging) {
        events.publishEvent(new NoticeWanted(
                caseNumber, List.of(Actor.group(role, unit)), "flow.notice.text", List.of(words), urging));
    }
}
