package vn.angiang.plan72.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/**
 * Attachments of cases and tasks. Callers have checked that the actor may work on the case; reading goes through
 * {@code DownloadController}, which checks again.
 */
@Service
public class Documents {

    private static final int ABANDONED_AT_ONCE = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DocumentRows rows;
    private final FileCheck check;
    private final DocumentSettings settings;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final MessageSource messages;
    private final Clock clock;

    Documents(
            DocumentRows rows,
            FileCheck check,
            DocumentSettings settings,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            MessageSource messages,
            Clock clock) {
        this.rows = rows;
        this.check = check;
        this.settings = settings;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.messages = messages;
        this.clock = clock;
    }

    /** Takes an upload; a photo loses the place it was taken at. As the other {@code store}. */
    @Transactional
    public DocumentRef store(
            String caseNumber, @Nullable String taskId, String fieldKey, String fileName, InputStream in, Actor by) {
        return store(caseNumber, taskId, fieldKey, fileName, in, PhotoPlace.REMOVED, by);
    }

    /**
     * Takes an upload: checks it and keeps it as PENDING. Streams; nothing is whole in memory. Does not close {@code in}.
     *
     * @param taskId task whose form is being filled in, or null for a file of the case itself
     * @param fileName as sent
     * @param place whether a photo keeps where it was taken
     * @throws Refusal.TooLarge when it is larger than {@code plan72.documents.max-bytes}
     * @throws Refusal.BadInput at {@code fieldKey} when it is empty or of a kind that is not taken
     */
    @Transactional
    public DocumentRef store(
            String caseNumber,
            @Nullable String taskId,
            String fieldKey,
            String fileName,
            InputStream in,
            PhotoPlace place,
            Actor by) {
        if (rows.pendingBy(by.username()) >= settings.maxPending()) {
            throw refused(fieldKey, "document.refused.tooMany", FileNames.clean(fileName));
        }
        String name = FileNames.clean(fileName);
        try (var spool = Spool.of(in, settings.maxBytes())) {
            FileKind kind = check.check(spool.file(), name);
            if (place == PhotoPlace.REMOVED && PhotoMetadata.concerns(kind)) {
                spool.withoutPlace(kind);
            }
            var document = new DocumentRef(
                    UUID.randomUUID().toString(),
                    caseNumber,
                    taskId,
                    fieldKey,
                    name,
                    kind.mediaType(),
                    spool.size(),
                    spool.sha256Hex(),
                    DocumentState.PENDING,
                    by.username(),
                    by.fullName(),
                    by.unitCodes().stream().findFirst().orElse("HE_THONG"),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            rows.insert(document, spool.file());
            record("document.stored", document, by);
            events.publishEvent(new DocumentStored(document, by));
            return document;
        } catch (FileRefused e) {
            throw refused(fieldKey, e.messageKey(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a document the system made, sealed at once; its SHA-256 is in the journal.
     *
     * @param fieldKey what it is, e.g. {@code issuedReport}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentRef issue(String caseNumber, String fieldKey, String fileName, byte[] content, Actor by) {
        var kept = store(caseNumber, null, fieldKey, fileName, new ByteArrayInputStream(content), by);
        rows.seal(kept.id());
        record("document.issued", kept, by);
        return kept;
    }

    /** Files a person has uploaded into the form of a task and not yet handed in, oldest first. */
    @Transactional(readOnly = true)
    public List<DocumentRef> pendingOf(String taskId, String username) {
        return rows.pending(taskId, null).stream()
                .filter(d -> d.uploadedBy().equals(username))
                .toList();
    }

    /** Files a person has uploaded into a form of the case outside a task and not yet handed in, oldest first. */
    @Transactional(readOnly = true)
    public List<DocumentRef> pendingOfCase(String caseNumber, String username) {
        return rows.pending(null, caseNumber).stream()
                .filter(d -> d.uploadedBy().equals(username))
                .toList();
    }

    /** Files that were handed in on a case, oldest first. */
    @Transactional(readOnly = true)
    public List<DocumentRef> ofCase(String caseNumber) {
        return rows.sealedOf(caseNumber);
    }

    /**
     * Makes PENDING files of a task part of what is handed in. Other files the same people left PENDING there are
     * removed: they were taken out of the form.
     *
     * @param taskId the task, or null for files of the case itself
     * @throws Refusal.Conflict when an id is unknown, of another task or case, or no longer PENDING
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(Collection<String> ids, @Nullable String taskId, String caseNumber) {
        Actor by = currentActor.get();
        var wanted = new TreeSet<>(ids);
        var found = wanted.isEmpty() ? List.<DocumentRef>of() : rows.lock(wanted);
        boolean all = found.size() == wanted.size()
                && found.stream()
                        .allMatch(d -> d.state() == DocumentState.PENDING
                                && d.caseNumber().equals(caseNumber)
                                && Objects.equals(d.taskId(), taskId));
        if (!all) {
            throw new Refusal.Conflict("document.seal.foreign");
        }
        for (DocumentRef document : found) {
            rows.seal(document.id());
            record("document.sealed", document, by);
        }
        if (taskId != null) {
            rows.pending(taskId, null).forEach(left -> drop(left, by));
        }
    }

    /**
     * Takes back an own PENDING file.
     *
     * @throws Refusal.NotFound when there is none or it is somebody else's
     * @throws Refusal.Conflict when it has been handed in
     */
    @Transactional
    public void remove(String id, Actor by) {
        var document = (ID.matcher(id).matches() ? rows.lock(List.of(id)) : List.<DocumentRef>of())
                .stream()
                        .filter(d -> d.uploadedBy().equals(by.username()))
                        .filter(d -> d.state() != DocumentState.REMOVED)
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("document.notFound"));
        if (document.state() == DocumentState.SEALED) {
            throw new Refusal.Conflict("document.remove.sealed");
        }
        drop(document, by);
    }

    /**
     * Removes files that were uploaded long ago ({@code plan72.documents.keep-pending}) and never handed in.
     *
     * @return how many; a hundred at most, call again then
     */
    @Transactional
    public int removeAbandoned() {
        var abandoned = rows.pendingBefore(clock.instant().minus(settings.keepPending()), ABANDONED_AT_ONCE);
        abandoned.forEach(document -> drop(document, Actor.SYSTEM));
        return abandoned.size();
    }

    /** A file by id, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<DocumentRef> find(String id) {
        return ID.matcher(id).matches() ? rows.find(id) : Optional.empty();
    }

    /** These files by id; unknown ids are left out. For showing names beside answers. */
    @Transactional(readOnly = true)
    public Map<String, DocumentRef> byId(Collection<String> ids) {
        return ids.stream()
                .distinct()
                .map(this::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(DocumentRef::id, d -> d));
    }

    /** Writes the content of a file, chunk by chunk; call it outside a transaction so that no connection waits. */
    public void write(String id, OutputStream out) throws IOException {
        rows.write(id, out);
    }

    private void drop(DocumentRef document, Actor by) {
        rows.remove(document.id());
        record("document.removed", document, by);
        events.publishEvent(new DocumentRemoved(document, by));
    }

    private void record(String action, DocumentRef d, Actor by) {
        var data = Map.of("id", d.id(), "name", d.fileName(), "bytes", d.sizeBytes(), "sha256", d.sha256());
        journal.record(Act.of(d.unitCode(), action, d.caseNumber(), by, data));
    }

    private Refusal.BadInput refused(String fieldKey, String messageKey, String name) {
        String words = messages.getMessage(
                messageKey, new Object[] {name, settings.maxPending()}, LocaleContextHolder.getLocale());
        return new Refusal.BadInput(fieldKey, words);
    }
}
