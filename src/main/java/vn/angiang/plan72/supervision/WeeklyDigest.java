package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.notification.NodeLock;
import vn.angiang.plan72.notification.Post;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.security.RunAs;
import vn.angiang.plan72.shared.CurrentActor;

/**
 * Once a week, on the first working look of the week, the leader's board by mail as PDF to those who oversee the
 * programme: each gets what they may see. Default, no legal basis.
 */
@Service
public class WeeklyDigest {

    private static final List<String> READERS =
            List.of("leader.UBND_TINH", "leader.BCD_TINH", "supervisor.BCD_TINH", "leader.SLDTBXH");

    private final DigestLetter letter;
    private final Post post;
    private final People people;
    private final RunAs runAs;
    private final CurrentActor currentActor;
    private final NodeLock lock;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean scheduled;

    WeeklyDigest(
            DigestLetter letter,
            Post post,
            People people,
            RunAs runAs,
            CurrentActor currentActor,
            NodeLock lock,
            JdbcClient jdbc,
            Clock clock,
            @Value("${plan72.notification.scheduled:true}") boolean scheduled) {
        this.letter = letter;
        this.post = post;
        this.people = people;
        this.runAs = runAs;
        this.currentActor = currentActor;
        this.lock = lock;
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduled = scheduled;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void onSchedule() {
        if (scheduled) {
            send();
        }
    }

    /** Posts the digest of this week unless it was posted or another node is at it; returns to how many people. */
    @Transactional
    public int send() {
        if (!lock.take(NodeLock.WEEKLY_DIGEST)) {
            return 0;
        }
        LocalDate monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        boolean sent = jdbc.sql("select count(*) from digest_sent where week_of = ?")
                        .param(monday)
                        .query(Integer.class)
                        .single()
                > 0;
        if (sent) {
            return 0;
        }
        var readers = new LinkedHashSet<Person>();
        READERS.forEach(group -> readers.addAll(people.holding(group, LocalDate.now(clock))));
        jdbc.sql("insert into digest_sent(week_of, sent_at, people) values (?, ?, ?)")
                .params(monday, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), readers.size())
                .update();
        int[] posted = {0};
        for (Person reader : readers) {
            runAs.run(reader.username(), () -> posted[0] += post(reader, monday) ? 1 : 0);
        }
        return posted[0];
    }

    private boolean post(Person reader, LocalDate monday) {
        return post.post(
                reader,
                "Kế hoạch 72: tóm tắt tuần",
                "Kính gửi " + reader.fullName() + ",\n\nTóm tắt tuần về tình hình thực hiện Kế hoạch 72 ở tệp kèm theo."
                        + " Số liệu đầy đủ ở mục Toàn cảnh.\n",
                "toan-canh-" + monday + ".pdf",
                letter.pdf(currentActor.get()));
    }
}
