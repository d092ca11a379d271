package vn.angiang.plan72.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * Standing in for an absent person (ủy quyền, thay thế khi vắng). Dated, limited to processes, never a chain. People
 * name a deputy of their own unit; the unit's leader may name anyone for anyone of the unit, an administrator for all.
 */
@Service
@Transactional
public class Substitutions {

    private final SubstitutionRows rows;
    private final People people;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutions(
            SubstitutionRows rows,
            People people,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param processKeys limit to these processes; empty means all
     * @throws Refusal.BadInput people, dates or reason do not fit (fields absent, deputy, from, to, reason)
     * @throws Refusal.Forbidden the actor may not decide for this person
     * @throws Refusal.Conflict it overlaps another one or would make a chain
     */
    public Substitution create(
            String absentUsername,
            String deputyUsername,
            LocalDate from,
            LocalDate to,
            List<String> processKeys,
            String reason,
            Actor by) {
        check(absentUsername, deputyUsername, from, to, Texts.clean(reason));
        mayDecide(absentUsername, by, from);
        if (!sameUnit(absentUsername, deputyUsername, from) && !decidesForUnit(absentUsername, by, from)) {
            throw new Refusal.Forbidden("refusal.substitution.otherUnit", people.nameOf(deputyUsername));
        }
        rows.lock(absentUsername, deputyUsername);
        refuseOverlapAndChain(absentUsername, deputyUsername, from, to, processKeys);
        var wanted = new Substitution(
                0,
                absentUsername,
                deputyUsername,
                from,
                to,
                List.copyOf(processKeys),
                Texts.clean(reason),
                by.username(),
                OffsetDateTime.now(clock),
                null,
                null);
        return published(rows.insert(wanted), SubstitutionChanged.Kind.CREATED, by);
    }

    /**
     * Ends it today. The absent person, the deputy, whoever created it, the unit's leader or an administrator may.
     *
     * @throws Refusal.Conflict when it has ended already
     */
    public Substitution end(long id, Actor by) {
        Substitution s = rows.byId(id).orElseThrow(() -> new Refusal.NotFound("refusal.substitution.notFound", id));
        LocalDate today = LocalDate.now(clock);
        boolean concerned =
                List.of(s.absentUsername(), s.deputyUsername(), s.createdBy()).contains(by.username());
        if (!concerned && !decidesForUnit(s.absentUsername(), by, today)) {
            throw new Refusal.Forbidden("refusal.substitution.notYours");
        }
        if (today.isAfter(s.to()) || !rows.end(id, today, by.username())) {
            throw new Refusal.Conflict("refusal.substitution.ended");
        }
        return published(id, SubstitutionChanged.Kind.ENDED, by);
    }

    /** Those in which the person is absent or deputy, latest first. */
    @Transactional(readOnly = true)
    public List<Substitution> listFor(String username) {
        return rows.of(username);
    }

    /** Those for absent people of the unit, latest first. */
    @Transactional(readOnly = true)
    public List<Substitution> listForUnit(String unitCode) {
        return rows.ofUnit(unitCode);
    }

    private void check(String absent, String deputy, LocalDate from, LocalDate to, String reason) {
        var errors = new ArrayList<FieldError>();
        if (people.byUsername(absent).filter(Person::active).isEmpty()) {
            errors.add(error("absent", "substitution.error.unknownPerson"));
        }
        if (people.byUsername(deputy).filter(Person::active).isEmpty()) {
            errors.add(error("deputy", "substitution.error.unknownPerson"));
        } else if (absent.equals(deputy)) {
            errors.add(error("deputy", "substitution.error.self"));
        }
        if (to.isBefore(from)) {
            errors.add(error("to", "substitution.error.order"));
        } else if (to.isBefore(LocalDate.now(clock))) {
            errors.add(error("to", "substitution.error.past"));
        }
        if (reason.isEmpty() || reason.length() > 1000) {
            errors.add(error("reason", "substitution.error.reason"));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    private void refuseOverlapAndChain(
            String absent, String deputy, LocalDate from, LocalDate to, List<String> processKeys) {
        LocalDate today = LocalDate.now(clock);
        for (Substitution s : rows.of(absent)) {
            if (!meets(s, from, to, today)) {
                continue;
            }
            if (s.deputyUsername().equals(absent)) {
                throw new Refusal.Conflict("refusal.substitution.absentIsDeputy", people.nameOf(absent));
            }
            if (s.sharesProcessWith(processKeys)) {
                throw new Refusal.Conflict("refusal.substitution.overlap", people.nameOf(absent));
            }
        }
        for (Substitution s : rows.of(deputy)) {
            if (s.absentUsername().equals(deputy) && meets(s, from, to, today)) {
                throw new Refusal.Conflict("refusal.substitution.deputyIsAbsent", people.nameOf(deputy));
            }
        }
    }

    private static boolean meets(Substitution s, LocalDate from, LocalDate to, LocalDate today) {
        return s.endedOn() == null && !s.to().isBefore(today) && !s.from().isAfter(to) && !s.to().isBefore(from);
    }

    private void mayDecide(String absent, Actor by, LocalDate on) {
        if (!by.username().equals(absent) && !decidesForUnit(absent, by, on)) {
            throw new Refusal.Forbidden("refusal.substitution.notYours");
        }
    }

    private boolean decidesForUnit(String absent, Actor by, LocalDate on) {
        return by.isSystem()
                || by.hasRole(Roles.ADMIN)
                || people.positionsOf(absent, on).stream().anyMatch(p -> by.has(Roles.LEADER, p.unitCode()));
    }

    private boolean sameUnit(String one, String other, LocalDate on) {
        var units = people.positionsOf(one, on).stream().map(Position::unitCode).toList();
        return people.positionsOf(other, on).stream().map(Position::unitCode).anyMatch(units::contains);
    }

    private Substitution published(long id, SubstitutionChanged.Kind kind, Actor by) {
        Substitution s = rows.byId(id).orElseThrow();
        events.publishEvent(new SubstitutionChanged(s, kind, by));
        return s;
    }

    private FieldError error(String field, String key) {
        return new FieldError(field, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
