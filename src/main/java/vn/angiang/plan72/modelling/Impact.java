package vn.angiang.plan72.modelling;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.process.MigrationOutlook;
import vn.angiang.plan72.shared.Actor;

/** What releasing a draft would mean for the cases that run. */
@Service
public class Impact {

    private final DraftStore drafts;
    private final MigrationOutlook outlook;
    private final Modelers modelers;

    Impact(DraftStore drafts, MigrationOutlook outlook, Modelers modelers) {
        this.drafts = drafts;
        this.outlook = outlook;
        this.modelers = modelers;
    }

    /**
     * Counts cases by whether they wait only at steps the draft has too: same id, kind and place, as the engine maps them.
     * Restricted cases are counted and not named.
     */
    @Transactional(readOnly = true)
    public MigrationOutlook.Outlook of(long draftId, Actor by) {
        modelers.require(by);
        Draft draft = drafts.get(draftId);
        String process = drafts.file(draftId, ModelNames.processFile(draft.folder()))
                .map(DraftFile::content)
                .orElse("");
        return outlook.of(draft.processKey(), process);
    }
}
