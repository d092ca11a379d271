package vn.angiang.plan72.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;
import vn.angiang.plan72.shared.Texts;

/** Dated parameters. A change never touches the past: the old value is closed, the new one begins. */
@Service
public class Parameters {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");
    private static final Pattern WHOLES = Pattern.compile("\\d{1,9}(,\\d{1,9})*");

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Snapshot<List<Parameter>> rows;

    Parameters(JdbcClient jdbc, MessageSource messages, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
        this.rows = new Snapshot<>(this::read);
    }

    /** @throws IllegalStateException when no value holds on that day: a fault of set-up, not of a user */
    public String text(String key, LocalDate on) {
        return rows.get().stream()
                .filter(p -> p.key().equals(key) && p.holdsOn(on))
                .findFirst()
                .map(Parameter::value)
                .orElseThrow(() -> new IllegalStateException("No parameter " + key + " on " + on));
    }

    /** Today's value. */
    public String text(String key) {
        return text(key, LocalDate.now(clock));
    }

    public int whole(String key, LocalDate on) {
        return Integer.parseInt(text(key, on));
    }

    /** Today's value. */
    public int whole(String key) {
        return whole(key, LocalDate.now(clock));
    }

    /** A list such as {@code 10,3}. */
    public List<Integer> wholes(String key, LocalDate on) {
        return Arrays.stream(text(key, on).split(",")).map(Integer::valueOf).toList();
    }

    /** All rows, by key, latest first. */
    public List<Parameter> all() {
        return rows.get();
    }

    /** All values of one parameter, latest first. */
    public List<Parameter> history(String key) {
        return all().stream().filter(p -> p.key().equals(key)).toList();
    }

    /**
     * Sets a value from a day on, up to the next value already planned.
     *
     * @throws Refusal.Forbidden unless an administrator or the system acts
     * @throws Refusal.BadInput the value does not fit the kind of the old one, or the day lies in the past or already
     *     begins a value (fields value, validFrom)
     */
    @Transactional
    public void change(String key, String value, LocalDate validFrom, Actor by) {
        if (!by.isSystem() && !by.hasRole("admin")) {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }
        var history = read().stream().filter(p -> p.key().equals(key)).toList();
        Parameter old = history.stream()
                .filter(p -> p.holdsOn(validFrom))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("refusal.parameter.notFound", key));
        String wanted = Texts.clean(value);
        checkValue(old.value(), wanted);
        boolean past = validFrom.isBefore(LocalDate.now(clock)) && !by.isSystem();
        if (past || old.validFrom().equals(validFrom)) {
            throw bad("validFrom", past ? "parameter.error.past" : "parameter.error.taken");
        }
        jdbc.sql("update parameter set valid_to = ? where param_key = ? and valid_from = ?")
                .params(validFrom.minusDays(1), key, old.validFrom())
                .update();
        insert(new Parameter(key, wanted, old.unit(), validFrom, old.validTo(), "LOCAL", old.note()), by.username());
        rows.clear();
        events.publishEvent(new ParameterChanged(key, old.value(), wanted, validFrom, by));
    }

    void insert(Parameter p, String by) {
        jdbc.sql(
                        """
                insert into parameter (param_key, param_value, measure_unit, valid_from, valid_to, basis, note,
                    changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        p.key(),
                        p.value(),
                        p.unit(),
                        p.validFrom(),
                        p.validTo(),
                        p.basis(),
                        p.note(),
                        by,
                        OffsetDateTime.now(clock)))
                .update();
    }

    void refresh() {
        rows.clear();
    }

    private void checkValue(String old, String wanted) {
        if (WHOLE.matcher(old).matches()) {
            if (!WHOLE.matcher(wanted).matches()) {
                throw bad("value", "parameter.error.whole");
            }
        } else if (WHOLES.matcher(old).matches()) {
            if (!WHOLES.matcher(wanted).matches()) {
                throw bad("value", "parameter.error.wholes");
            }
        } else if (wanted.isEmpty() || wanted.length() > 500) {
            throw bad("value", "parameter.error.text");
        }
    }

    private Refusal.BadInput bad(String field, String key) {
        return new Refusal.BadInput(field, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    private List<Parameter> read() {
        return jdbc.sql("select * from parameter order by param_key, valid_from desc")
                .query((rs, n) -> new Parameter(
                        rs.getString("param_key"),
                        rs.getString("param_value"),
                        rs.getString("measure_unit"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getString("basis"),
                        rs.getString("note")))
                .list();
    }
}
