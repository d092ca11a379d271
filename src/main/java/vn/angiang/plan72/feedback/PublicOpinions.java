package vn.angiang.plan72.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * What a citizen can do without an account: send an opinion, look it up by its code, rate the answer. Asks the engine for
 * nothing; {@link OpinionIntake} does that afterwards.
 */
@Service
public class PublicOpinions {

    /** Who acts on the public page. Nobody in particular, with no rights and without an address. */
    static final Actor CITIZEN = new Actor("nguoi-dan", "Người dân", List.of(), List.of(), null);

    private static final int LONGEST = 4000;
    private static final int SHORTEST = 10;
    private static final int LONGEST_NAME = 200;
    private static final Pattern SUBMISSION = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> RATINGS = Set.of("SATISFIED", "UNSATISFIED");

    private final OpinionStore store;
    private final Cases cases;
    private final Documents documents;
    private final Units units;
    private final Journal journal;
    private final PublicLimits limits;
    private final FeedbackSettings settings;
    private final FeedbackWords words;
    private final Clock clock;

    PublicOpinions(
            OpinionStore store,
            Cases cases,
            Documents documents,
            Units units,
            Journal journal,
            PublicLimits limits,
            FeedbackSettings settings,
            FeedbackWords words,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.documents = documents;
        this.units = units;
        this.journal = journal;
        this.limits = limits;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    /** A file as sent; at most {@code maxBytes} of it are in memory. */
    public record Upload(String fileName, byte[] content) {}

    /**
     * What is sent.
     *
     * @param submission number of the page it was typed into, so that one page is taken once
     * @param place code of a commune or district, or empty for the province
     * @param name of the sender, may be empty
     * @param contact phone or mail, may be empty
     * @param trap a field people do not see; what fills it in is a program
     */
    public record Sending(
            String submission,
            String topic,
            String place,
            String text,
            String name,
            String contact,
            String trap,
            List<Upload> files) {}

    /**
     * What the sender is told, once.
     *
     * @param code the only key to the opinion; kept nowhere
     */
    public record Taken(String caseNumber, String code, LocalDate on) {}

    /**
     * How an opinion stands, for who has its code. Neither its text nor its sender.
     *
     * @param place words
     * @param answerUnit name of the unit that answers, or null
     */
    public record Status(
            String caseNumber,
            String state,
            LocalDate sentOn,
            String topic,
            String place,
            @Nullable String answerUnit,
            @Nullable LocalDate answerDueOn,
            @Nullable String refusedReason,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            boolean mayRate,
            @Nullable LocalDate ratingDueOn,
            @Nullable String rating) {}

    /** A number for a new page. */
    public String newSubmission() {
        return UUID.randomUUID().toString();
    }

    /** Places as options, by code. */
    public List<Map<String, String>> places() {
        return words.places();
    }

    /** Counts a page posted from this address. */
    public void asked(String address) {
        limits.ask(address);
    }

    /** Most files with one opinion, and bytes of one file. */
    public int mostFiles() {
        return settings.mostFiles();
    }

    /** Largest file, in bytes. */
    public long maxBytes() {
        return settings.maxBytes();
    }

    /**
     * Takes an opinion, with all of its files or not at all.
     *
     * @throws Refusal.BadInput with every mistake; nothing was taken then
     * @throws Refusal.Conflict when the same page was sent before
     * @throws Refusal.TooMany when too many were sent
     */
    @Transactional
    public Taken send(Sending sent, String address) {
        var errors = mistakes(sent);
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        if (store.wasSent(sent.submission)) {
            throw new Refusal.Conflict("feedback.sentBefore");
        }
        limits.send(address);
        LocalDate today = LocalDate.now(clock);
        CaseFile file = open(sent.topic, today);
        String code = TrackingCodes.make();
        write(sent, file.number());
        store.code(TrackingCodes.hash(code).orElseThrow(), file.number());
        String name = Texts.clean(sent.name);
        String contact = Texts.clean(sent.contact);
        if (!name.isEmpty() || !contact.isEmpty()) {
            store.sender(file.number(), new Opinions.Sender(name, contact));
        }
        for (Upload upload : sent.files) {
            documents.issue(file.number(), "attachments", upload.fileName, upload.content, CITIZEN);
        }
        journal.record(Act.of(
                file.assignerUnit(),
                "opinion.received",
                file.number(),
                CITIZEN,
                Map.of("topic", sent.topic, "place", sent.place, "files", sent.files.size())));
        return new Taken(file.number(), code, today);
    }

    private void write(Sending sent, String number) {
        try {
            store.insert(new OpinionStore.Beginning(
                    number,
                    "PUBLIC",
                    null,
                    sent.topic,
                    sent.place.isEmpty() ? null : sent.place,
                    Texts.clean(sent.text),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    sent.submission,
                    OpinionStore.START));
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("feedback.sentBefore");
        }
    }

    private CaseFile open(String topic, LocalDate today) {
        String standing = units.standingAgency().code();
        return cases.open(
                new NewCase(
                        "PA",
                        Opinions.PROCESS,
                        words.say("feedback.title.public", words.say("feedback.topic." + topic)),
                        null,
                        "IV.13",
                        standing,
                        standing,
                        Set.of(),
                        today.getYear(),
                        "feedback",
                        CaseState.DANG_THUC_HIEN,
                        null),
                CITIZEN);
    }

    private List<FieldError> mistakes(Sending sent) {
        var errors = new ArrayList<FieldError>();
        if (!SUBMISSION.matcher(sent.submission).matches()) {
            errors.add(words.error("", "feedback.error.page"));
        }
        if (!sent.trap.isEmpty()) {
            errors.add(words.error("website", "feedback.error.trap"));
        }
        if (!Topics.ALL.contains(sent.topic)) {
            errors.add(words.error("topic", "feedback.error.topic"));
        }
        if (!sent.place.isEmpty() && !words.isPlace(sent.place)) {
            errors.add(words.error("place", "feedback.error.place"));
        }
        int length = length(sent.text);
        if (length < SHORTEST || length > LONGEST) {
            errors.add(words.error("text", "feedback.error.text"));
        }
        if (length(sent.name) > LONGEST_NAME) {
            errors.add(words.error("name", "feedback.error.name"));
        }
        if (length(sent.contact) > LONGEST_NAME) {
            errors.add(words.error("contact", "feedback.error.contact"));
        }
        if (sent.files.size() > settings.mostFiles()) {
            errors.add(words.error("attachments", "feedback.error.files", settings.mostFiles()));
        }
        return errors;
    }

    private static int length(String typed) {
        String clean = Texts.clean(typed);
        return clean.codePointCount(0, clean.length());
    }

    /**
     * How an opinion stands.
     *
     * @throws Refusal.BadInput at {@code code} when there is none of this code; the same words whatever is wrong with it
     */
    @Transactional(readOnly = true)
    public Status status(String code) {
        Opinion o = store.of(byCode(code));
        String answerUnit = o.answerUnit();
        String place = o.placeUnit();
        LocalDate today = LocalDate.now(clock);
        boolean mayRate = o.state().equals("ANSWERED")
                && o.rating() == null
                && o.ratingDueOn() != null
                && !today.isAfter(o.ratingDueOn());
        return new Status(
                o.caseNumber(),
                o.state(),
                o.sentAt().atZone(clock.getZone()).toLocalDate(),
                String.valueOf(o.topic()),
                words.place(place),
                answerUnit == null ? null : units.nameOf(answerUnit),
                o.answerDueOn(),
                o.refusedReason(),
                o.answer(),
                o.answeredOn(),
                mayRate,
                o.ratingDueOn(),
                o.rating());
    }

    private String byCode(String code) {
        return TrackingCodes.hash(code)
                .flatMap(store::byCode)
                .orElseThrow(() -> words.refuse("code", "feedback.error.code"));
    }

    /**
     * Rates the answer.
     *
     * @throws Refusal.BadInput when the code, the rating or its reason is missing
     * @throws Refusal.Conflict when nothing waits for a rating, or no longer
     */
    @Transactional
    public void rate(String code, String rating, String text) {
        String number = byCode(code);
        if (!RATINGS.contains(rating)) {
            throw words.refuse("rating", "feedback.error.rating");
        }
        String clean = Texts.clean(text);
        int length = length(text);
        if (length > LONGEST || rating.equals("UNSATISFIED") && length == 0) {
            throw words.refuse("ratingText", "feedback.error.ratingText");
        }
        if (!store.rate(number, rating, clean, LocalDate.now(clock))) {
            throw new Refusal.Conflict("feedback.notRateable");
        }
        journal.record(
                Act.of(units.standingAgency().code(), "opinion.rated", number, CITIZEN, Map.of("rating", rating)));
    }
}
