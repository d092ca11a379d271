package vn.angiang.plan72.web.audit;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.journal.Checkpoints;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.journal.JournalEntry;
import vn.angiang.plan72.journal.JournalVerifier;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.security.AccessPolicy;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** The journal for supervisors and administrators: newest acts by unit, and whether anything was altered. */
@Controller
@RequestMapping("/nhat-ky")
class JournalController {

    private static final int SIZE = 50;

    private final Journal journal;
    private final JournalVerifier verifier;
    private final Checkpoints checkpoints;
    private final Units units;
    private final AccessPolicy policy;
    private final CaseAccess access;
    private final CurrentActor currentActor;

    JournalController(
            Journal journal,
            JournalVerifier verifier,
            Checkpoints checkpoints,
            Units units,
            AccessPolicy policy,
            CaseAccess access,
            CurrentActor currentActor) {
        this.access = access;
        this.journal = journal;
        this.verifier = verifier;
        this.checkpoints = checkpoints;
        this.units = units;
        this.policy = policy;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(
            @RequestParam(name = "don-vi", defaultValue = "SLDTBXH") String chain,
            @RequestParam(name = "truoc", defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        requireReader();
        fill(chain, before, model);
        return "audit/journal";
    }

    @PostMapping
    String verify(@RequestParam(name = "don-vi", defaultValue = "SLDTBXH") String chain, Model model) {
        requireReader();
        fill(chain, Long.MAX_VALUE, model);
        model.addAttribute("verification", verifier.verifyAll());
        checkpoints.verify().ifPresent(found -> model.addAttribute("checkpoints", found));
        return "audit/journal";
    }

    private void fill(String chain, long before, Model model) {
        model.addAttribute("chain", chain);
        model.addAttribute("chains", journal.chains());
        var entries = journal.ofChain(chain, before, SIZE);
        model.addAttribute("entries", entries);
        model.addAttribute("hidden", hidden(entries));
        if (entries.size() == SIZE) {
            model.addAttribute("next", entries.get(SIZE - 1).seq());
        }
        model.addAttribute("chainName", units.nameOf(chain));
    }

    /** Restricted cases this reader must not know of: their acts are counted, their numbers are not shown. */
    private Set<String> hidden(List<JournalEntry> entries) {
        return entries.stream()
                .map(JournalEntry::caseNumber)
                .filter(Objects::nonNull)
                .distinct()
                .filter(number -> access.isRestricted(number) && !access.isVisible(number))
                .collect(Collectors.toSet());
    }

    private void requireReader() {
        var actor = currentActor.get();
        if (!policy.isAdmin(actor) && !policy.isSupervisor(actor)) {
            throw new Refusal.Forbidden("journal.notYours");
        }
    }
}
