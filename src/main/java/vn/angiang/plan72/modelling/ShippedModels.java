package vn.angiang.plan72.modelling;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.process.ShippedModelHeld;

/** What a new version of the application brings for a process that people have changed becomes a draft to look at. */
@Component
class ShippedModels {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Drafts drafts;
    private final MessageSource messages;

    ShippedModels(Drafts drafts, MessageSource messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    @EventListener
    void on(ShippedModelHeld held) {
        String title = messages.getMessage("modelling.shipped.title", null, VIETNAMESE);
        drafts.receiveShipped(title, held.folder(), held.files());
    }
}
