package vn.angiang.plan72.web.modelling;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.modelling.Drafts;
import vn.angiang.plan72.modelling.difference.Difference;
import vn.angiang.plan72.modelling.difference.Differences;
import vn.angiang.plan72.shared.CurrentActor;

/** What a file of a draft differs in, for the marks on the diagrams side by side. */
@RestController
class DifferenceController {

    private final Drafts drafts;
    private final Differences differences;
    private final CurrentActor currentActor;

    DifferenceController(Drafts drafts, Differences differences, CurrentActor currentActor) {
        this.drafts = drafts;
        this.differences = differences;
        this.currentActor = currentActor;
    }

    @GetMapping("/mo-hinh/ban-nhap/{id:\\d{1,18}}/khac")
    ResponseEntity<List<Difference>> differences(@PathVariable long id, @RequestParam String tep) {
        var beside = drafts.beside(id, currentActor.get());
        var told = differences.between(beside.base(), beside.draft()).stream()
                .filter(d -> d.resource().equals(tep))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told);
    }
}
