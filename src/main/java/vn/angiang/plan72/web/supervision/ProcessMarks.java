package vn.angiang.plan72.web.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.supervision.ProcessMeasure;
import vn.angiang.plan72.supervision.ProcessView;
import vn.angiang.plan72.web.work.Words;

/** What the diagram shows at each step: the number of the chosen measure and its colour. Read by the viewer as JSON. */
@Component
class ProcessMarks {

    private final ObjectMapper json;
    private final Words words;

    ProcessMarks(ObjectMapper json, Words words) {
        this.json = json;
        this.words = words;
    }

    /** A mark at an element. */
    record Mark(String id, String text, int heat, String title) {}

    String of(ProcessView.Page page) {
        try {
            return json.writeValueAsString(page.steps().stream()
                    .map(s -> mark(s, page.measure()))
                    .filter(Objects::nonNull)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Mark mark(ProcessView.StepLine s, ProcessMeasure measure) {
        if (s.heat() == 0) {
            return null;
        }
        String text =
                switch (measure) {
                    case COUNT -> String.valueOf(s.open());
                    case MEDIAN -> words.say("processView.days", s.median());
                    case P90 -> words.say("processView.days", s.p90());
                    case TARGET -> words.say("processView.ofPlanned", s.real(), s.planned());
                };
        String title = words.say("processView.mark", s.name(), s.open(), s.overdue());
        return new Mark(s.id(), text, s.heat(), title);
    }
}
