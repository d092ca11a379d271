package vn.angiang.plan72.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/**
 * Lets a demo live in the years of the plan: starts in February 2017 and may be moved forward so that deadlines,
 * reminders and escalations can be seen. Absent in production ({@code plan72.clock.mode=system}).
 */
@Service
public class DemoClock implements InitializingBean {

    private final ClockProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DemoClock(
            ClockProperties properties,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** The demo clock was moved; everything that waits for a time should look again. */
    public record ClockMoved(LocalDateTime to, Actor by) {}

    @Override
    public void afterPropertiesSet() {
        if (isOn()) {
            transaction.executeWithoutResult(tx -> start());
        }
    }

    private void start() {
        long offset = jdbc.sql("select offset_millis from demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .orElseGet(this::firstOffset);
        ClockUtil.offset(offset);
    }

    private long firstOffset() {
        long offset =
                properties.start().atZone(EngineClock.ZONE).toInstant().toEpochMilli() - System.currentTimeMillis();
        jdbc.sql("insert into demo_clock(id, offset_millis, changed_by, changed_at) values (1, :offset, :by, :at)")
                .param("offset", offset)
                .param("by", Actor.SYSTEM.username())
                .param("at", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return offset;
    }

    /** Whether this installation runs on demo time. */
    public boolean isOn() {
        return properties.mode() == ClockProperties.Mode.DEMO;
    }

    /** Now, as the system sees it. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /**
     * Moves the demo clock forward.
     *
     * @throws Refusal.Forbidden when the installation runs on real time
     * @throws Refusal.Conflict when the new time is not later than now
     */
    @Transactional
    public void advanceTo(LocalDateTime to, Actor by) {
        if (!isOn()) {
            throw new Refusal.Forbidden("process.clock.real");
        }
        if (!to.isAfter(now())) {
            throw new Refusal.Conflict("process.clock.backwards");
        }
        long offset = to.atZone(EngineClock.ZONE).toInstant().toEpochMilli() - System.currentTimeMillis();
        jdbc.sql("update demo_clock set offset_millis = :offset, changed_by = :by, changed_at = :at where id = 1")
                .param("offset", offset)
                .param("by", by.username())
                .param("at", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        ClockUtil.offset(offset);
        events.publishEvent(new ClockMoved(to, by));
    }
}
