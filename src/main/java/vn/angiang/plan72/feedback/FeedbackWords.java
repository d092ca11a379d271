package vn.angiang.plan72.feedback;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Words of the message bundles in the reader's language, and places as options. */
@Component
class FeedbackWords {

    private final MessageSource messages;
    private final Units units;

    FeedbackWords(MessageSource messages, Units units) {
        this.messages = messages;
        this.units = units;
    }

    String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    FieldError error(String field, String key, @Nullable Object... arguments) {
        return new FieldError(field, say(key, arguments));
    }

    Refusal.BadInput refuse(String field, String key) {
        return new Refusal.BadInput(List.of(error(field, key)));
    }

    /** Whether something can have happened there: a commune or a district. */
    boolean isPlace(String code) {
        return units.find(code).filter(FeedbackWords::isPlace).isPresent();
    }

    private static boolean isPlace(Unit unit) {
        return unit.level().equals("commune") || unit.level().equals("district");
    }

    /** Communes under their district's name, districts by themselves. */
    List<Map<String, String>> places() {
        return units.all().stream()
                .filter(FeedbackWords::isPlace)
                .map(u -> Map.of("value", u.code(), "label", placeName(u)))
                .toList();
    }

    /** Units that can answer or be inspected: all that work, communes included. */
    List<Map<String, String>> answerUnits() {
        return units.all().stream()
                .filter(u -> !u.isGroup() && !u.isPosition() && !u.level().equals("central"))
                .map(u -> Map.of("value", u.code(), "label", placeName(u)))
                .toList();
    }

    private String placeName(Unit unit) {
        return unit.level().equals("commune") && unit.parentCode() != null
                ? unit.nameVi() + ", " + units.nameOf(unit.parentCode())
                : unit.nameVi();
    }

    /** Name of a place; words for the whole province when there is none. */
    String place(@Nullable String code) {
        return code == null
                ? say("feedback.place.province")
                : units.find(code).map(this::placeName).orElse(code);
    }
}
