package vn.angiang.plan72.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.security.RunAs;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.InboxQuery;
import vn.angiang.plan72.worklist.WorkItem;

/**
 * The due dates of a person's own tasks and those of the own units, with the rights the person has at this minute. What a
 * calendar program keeps leaves the house: of restricted cases it gets the number alone.
 */
@Service
public class FeedCalendar {

    private static final int PAGE = 100;
    private static final int MOST = 500;
    private static final java.util.Locale VIETNAMESE = java.util.Locale.forLanguageTag("vi");

    private final Inbox inbox;
    private final CaseAccess access;
    private final RunAs runAs;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    FeedCalendar(Inbox inbox, CaseAccess access, RunAs runAs, CurrentActor currentActor, MessageSource messages) {
        this.inbox = inbox;
        this.access = access;
        this.runAs = runAs;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** The calendar of this person, as iCalendar. */
    public String of(String username) {
        var text = new String[1];
        runAs.run(username, () -> text[0] = write(currentActor.get()));
        return text[0];
    }

    private String write(Actor actor) {
        var items = new LinkedHashMap<String, WorkItem>();
        for (var view : List.of(InboxQuery.View.MINE, InboxQuery.View.UNIT)) {
            collect(view, actor, items);
        }
        var writer = new FeedWriter(messages.getMessage("feed.name", null, VIETNAMESE));
        items.values().forEach(item -> {
            boolean restricted = access.isRestricted(item.caseNumber());
            writer.event(
                    item.taskId() + "@plan72",
                    item.openedAt(),
                    java.util.Objects.requireNonNull(item.dueOn()),
                    restricted ? item.caseNumber() : item.taskName() + " – " + item.caseNumber(),
                    restricted ? "" : item.title());
        });
        return writer.end();
    }

    private void collect(InboxQuery.View view, Actor actor, Map<String, WorkItem> items) {
        String after = null;
        do {
            var page =
                    inbox.page(new InboxQuery(view, null, null, null, InboxQuery.Due.ANY, false, after, PAGE), actor);
            page.items().stream().filter(i -> i.dueOn() != null).forEach(i -> items.putIfAbsent(i.taskId(), i));
            after = page.next();
        } while (after != null && items.size() < MOST);
    }
}
