package vn.angiang.plan72.feedback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Opinions as people who work on them see them. */
@Service
public class Opinions {

    /** Key of the flow. */
    public static final String PROCESS = "socialSupervision";

    private static final int MOST = 300;
    private static final int LONGEST = 500;

    private final OpinionStore store;
    private final CaseAccess access;
    private final Units units;
    private final Journal journal;
    private final FeedbackWords words;

    Opinions(OpinionStore store, CaseAccess access, Units units, Journal journal, FeedbackWords words) {
        this.store = store;
        this.access = access;
        this.units = units;
        this.journal = journal;
        this.words = words;
    }

    /** Who sent an opinion; both may be empty. */
    public record Sender(String name, String contact) {}

    /** The latest opinions this person may see, without their senders. */
    @Transactional(readOnly = true)
    public List<Opinion> visibleTo(Actor actor) {
        var scope = access.scopeOf(actor);
        return store.list(scope.everything(), scope.units(), MOST);
    }

    /** Name of the place of an opinion. */
    public String placeOf(Opinion opinion) {
        return words.place(opinion.placeUnit());
    }

    /** Whether this person may look at senders: an officer of the standing agency. */
    public boolean maySeeSenders(Actor actor) {
        return actor.has("officer", units.standingAgency().code());
    }

    /**
     * Looks at who sent an opinion; the look and its reason go to the journal, the sender does not.
     *
     * @return empty when the sender said nothing, or it has been erased
     * @throws Refusal.NotFound unless an officer of the standing agency asks about a public opinion
     * @throws Refusal.BadInput without a reason
     */
    @Transactional
    public Optional<Sender> lookAtSender(String number, String reason, Actor by) {
        var opinion = store.find(number).filter(Opinion::isPublic);
        if (!maySeeSenders(by) || opinion.isEmpty()) {
            throw new Refusal.NotFound("case.notFound", number);
        }
        String why = Texts.clean(reason);
        if (why.isEmpty() || why.length() > LONGEST) {
            throw words.refuse("reason", "feedback.error.reason");
        }
        journal.record(
                Act.of(units.standingAgency().code(), "opinion.senderLooked", number, by, Map.of("reason", why)));
        return store.sender(number);
    }
}
