package vn.angiang.plan72.casefile;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;

/** Who looked at a restricted case: each look is an act in the journal. */
@Service
public class CaseLooks {

    private final CaseAccess access;
    private final Cases cases;
    private final Journal journal;

    CaseLooks(CaseAccess access, Cases cases, Journal journal) {
        this.access = access;
        this.cases = cases;
        this.journal = journal;
    }

    /** Notes that this person looks at a page of the case; nothing for cases that are not restricted. */
    @Transactional
    public void looked(String caseNumber, String page, Actor actor) {
        if (access.isRestricted(caseNumber)) {
            journal.record(Act.of(
                    cases.byNumber(caseNumber).assignerUnit(), "case.looked", caseNumber, actor, Map.of("page", page)));
        }
    }
}
