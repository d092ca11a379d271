package vn.angiang.plan72.web.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.DeadlineFlag;
import vn.angiang.plan72.casefile.NearDue;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Units;

/** Dates, deadlines, units and people as the pages say them: {@code ${@words.day(…)}}. */
@Component("words")
public class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Clock clock;
    private final WorkingCalendar calendar;
    private final Units units;
    private final People people;
    private final MessageSource messages;
    private final NearDue near;

    Words(Clock clock, WorkingCalendar calendar, Units units, People people, MessageSource messages, NearDue near) {
        this.clock = clock;
        this.calendar = calendar;
        this.units = units;
        this.people = people;
        this.messages = messages;
        this.near = near;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** 05/03/2017, or a dash when there is none. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** 14:05 05/03/2017. */
    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(clock.getZone()));
    }

    /** "còn 2 ngày làm việc", "quá hạn 3 ngày làm việc"; empty without a due date. */
    public String relative(@Nullable LocalDate due) {
        return due == null ? "" : calendar.relative(due, today(), LocaleContextHolder.getLocale());
    }

    /** Suffix of the tag's style for a task's due date. */
    public String dueTag(@Nullable LocalDate due) {
        if (due == null) {
            return "neutral";
        }
        if (due.isBefore(today())) {
            return "overdue";
        }
        return due.isAfter(near.now().nearUntil()) ? "intime" : "near";
    }

    /** How a case stands against its due date today. */
    public DeadlineFlag flag(CaseFile file) {
        return file.flag(near.now());
    }

    public String unit(String code) {
        return units.find(code)
                .map(u -> u.name(LocaleContextHolder.getLocale()))
                .orElse(code);
    }

    public String person(@Nullable String username) {
        return username == null ? "" : people.nameOf(username);
    }

    /** Words of the first key that has some, else the last alternative itself. */
    public String first(String key, String otherwise) {
        String found = messages.getMessage(key, null, "", LocaleContextHolder.getLocale());
        return found == null || found.isEmpty() ? otherwise : found;
    }

    /** Words of a key, for templates that choose between texts. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale());
    }

    /** The reader's language. */
    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
