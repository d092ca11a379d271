package vn.angiang.plan72.web.audit;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.angiang.plan72.process.DemoClock;

/** Shows the demo clock above every page, so that nobody takes a demo's date for today's. */
@ControllerAdvice(annotations = Controller.class)
class ClockShown {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final DemoClock clock;

    ClockShown(DemoClock clock) {
        this.clock = clock;
    }

    @ModelAttribute("demoClock")
    @Nullable
    String demoClock() {
        return clock.isOn() ? SHOWN.format(clock.now()) : null;
    }
}
