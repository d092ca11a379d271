package vn.angiang.plan72.capital;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of capital, and refuses what does not add up. */
@Component
class CapitalAnswers {

    private final RoundStore rounds;
    private final LedgerStore ledgers;
    private final FollowUps followUps;
    private final LedgerLocks locks;
    private final CapitalTerms terms;
    private final CapitalWords words;

    CapitalAnswers(
            RoundStore rounds,
            LedgerStore ledgers,
            FollowUps followUps,
            LedgerLocks locks,
            CapitalTerms terms,
            CapitalWords words) {
        this.locks = locks;
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.followUps = followUps;
        this.terms = terms;
        this.words = words;
    }

    @EventListener
    void on(TaskAnswered a) {
        switch (a.task().processKey()) {
            case Rounds.PROCESS -> allocation(a);
            case FollowUps.PROCESS -> disbursement(a);
            default -> {
                // not ours
            }
        }
    }

    private void allocation(TaskAnswered a) {
        switch (a.task().taskKey()) {
            case "UserTask_proposeCapital" -> proposed(a);
            case "UserTask_appraiseCapital" -> rounds.opinion(a.file().number(), a.text("opinion"));
            case "UserTask_decideCapital" -> decided(a);
            case "UserTask_allocateCapital" -> allocated(a);
            case "UserTask_approveAllocation" -> approved(a);
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void disbursement(TaskAnswered a) {
        switch (a.task().taskKey()) {
            case "UserTask_reportDisbursement" -> reported(a);
            case "UserTask_explainSlowness" ->
                ledgers.quarterSlow(
                        followUps.of(a.file().number()), a.text("slowCause"), a.text("slowReason"), a.text("remedy"));
            case "UserTask_settleCapital" -> settled(a);
            case "UserTask_checkSettlement" -> {
                // the answer itself is all; a return goes back to the district
            }
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void proposed(TaskAnswered a) {
        Round round = rounds.of(a.file().number());
        boolean proposes = a.text("capitalProposal").equals("PROPOSED");
        if (proposes && round.decidedOn() != null) {
            throw words.refuse("capitalProposal", "capital.error.alreadyGiven");
        }
        if (proposes && round.given().isEmpty()) {
            throw words.refuse("capitalProposal", "capital.error.nothingProposed");
        }
        if (!proposes && round.decidedOn() == null && !round.given().isEmpty()) {
            throw words.refuse("capitalProposal", "capital.error.somethingProposed");
        }
        rounds.balance(round.caseNumber(), a.text("balance"));
    }

    private void decided(TaskAnswered a) {
        if (a.text("capitalDecision").equals("DECIDED")) {
            rounds.decided(a.file().number(), a.text("documentNumber"), signedOn(a, "signedOn"));
        }
    }

    private LocalDate signedOn(TaskAnswered a, String field) {
        LocalDate on = LocalDate.parse(a.text(field));
        if (on.isAfter(terms.today())) {
            throw words.refuse(field, "capital.error.future");
        }
        return on;
    }

    private Ledger ledgerOf(TaskAnswered a) {
        return ledgers.of(rounds.of(a.file().number()).year(), a.task().unitCode());
    }

    private void allocated(TaskAnswered a) {
        Ledger ledger = ledgerOf(a);
        if (a.text("allocation").equals("NOT_GIVEN")) {
            if (!ledger.given().isEmpty()) {
                throw words.refuse("allocation", "capital.error.isGiven");
            }
            ledgers.set(ledger, Map.of("upper_late", true));
            return;
        }
        if (locks.holds(ledger) && !a.file().number().equals(ledger.lockedCase())) {
            throw words.refuse("allocation", "capital.error.locked", String.valueOf(ledger.lockedCase()));
        }
        requireEqual(ledger, "allocation");
        var values = new HashMap<String, Object>();
        values.put("locked_case", a.file().number());
        boolean late = ledger.dueOn() != null && terms.today().isAfter(ledger.dueOn());
        if (late) {
            if (a.text("lateCause").isEmpty()) {
                throw words.refuse("lateCause", "capital.error.lateCause");
            }
            if (a.text("lateReason").isBlank()) {
                throw words.refuse("lateReason", "capital.error.lateReason");
            }
            values.put("late_cause", a.text("lateCause"));
            values.put("late_reason", a.text("lateReason"));
        }
        ledgers.set(ledger, values);
    }

    private void requireEqual(Ledger ledger, String field) {
        Balance balance = ledger.balance();
        if (balance.given() == 0 && balance.allocated() == 0) {
            throw words.refuse(field, "capital.error.nothingGiven");
        }
        if (!balance.isEqual()) {
            throw words.refuse(
                    field, "capital.error.unequal", Dong.write(balance.given()), Dong.write(balance.allocated()));
        }
        if (ledger.lines().stream().anyMatch(l -> l.amount() < l.disbursed())) {
            throw words.refuse(field, "capital.error.disbursedAlready");
        }
    }

    private void approved(TaskAnswered a) {
        Ledger ledger = ledgerOf(a);
        if (!a.text("allocationApproval").equals("APPROVED")) {
            ledgers.set(ledger, Map.of("locked_case", Optional.empty()));
            return;
        }
        // The province may have given more since the officer submitted: then it goes back to be allocated in full.
        requireEqual(ledger, "allocationApproval");
        ledgers.set(
                ledger,
                Map.of("decision_no", a.text("allocationNumber"), "decided_on", signedOn(a, "allocationSignedOn")));
    }

    private void reported(TaskAnswered a) {
        Ledger ledger = followUps.of(a.file().number());
        if (ledger.quarter(ledger.nextQuarter()).filter(Quarter::entered).isEmpty()) {
            throw words.refuse("", "capital.error.notEntered");
        }
    }

    private void settled(TaskAnswered a) {
        Ledger ledger = followUps.of(a.file().number());
        if (ledger.signedLines().stream().anyMatch(l -> l.settled() == null)) {
            throw words.refuse("", "capital.error.notSettled");
        }
        String reason = a.text("settlementReason");
        if (ledger.settled() != ledger.disbursed() && reason.isBlank()) {
            throw words.refuse("settlementReason", "capital.error.settlementReason");
        }
        ledgers.set(ledger, Map.of("settlement_reason", reason.isBlank() ? Optional.empty() : reason));
    }
}
