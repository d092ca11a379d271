package vn.angiang.plan72.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/**
 * The files of a posted form: keeps what came with it as PENDING and puts their ids among the form's inputs, so that a
 * form that is refused for another reason still has its files.
 */
@Component
public class UploadedParts {

    /** What a file input is called: the field's key and this. The key itself carries ids of files already uploaded. */
    public static final String SUFFIX = ".tep";

    /** What the box is called that keeps the place a photo was taken at: the field's key and this. */
    public static final String PLACE = ".vitri";

    private final Documents documents;
    private final MessageSource messages;

    UploadedParts(Documents documents, MessageSource messages) {
        this.documents = documents;
        this.messages = messages;
    }

    /** Where the files belong; {@code taskId} is null for a form of the case outside a task. */
    public record Place(String caseNumber, @Nullable String taskId) {}

    /**
     * What became of the files.
     *
     * @param raw the form's inputs; each file field holds the ids of its files
     * @param errors files that were refused, beside their fields
     */
    public record Received(Map<String, List<String>> raw, List<FieldError> errors) {}

    /**
     * Takes the files of a form. Each is stored in a transaction of its own, so one that is refused does not undo others.
     *
     * @param fileKeys keys of the form's file fields
     * @param parts as sent, by input name: the key with or without {@link #SUFFIX}
     * @param raw the form's other inputs; ids that are not the actor's PENDING files of this place are dropped
     */
    public Received receive(
            Collection<String> fileKeys,
            Map<String, List<MultipartFile>> parts,
            Map<String, List<String>> raw,
            Place place,
            Actor by,
            Locale locale) {
        var merged = new LinkedHashMap<>(raw);
        var errors = new ArrayList<FieldError>();
        for (String key : fileKeys) {
            var own = pending(place, by).stream()
                    .filter(d -> d.fieldKey().equals(key))
                    .map(DocumentRef::id)
                    .collect(Collectors.toSet());
            var ids = new LinkedHashSet<>(raw.getOrDefault(key, List.of()));
            ids.retainAll(own);
            var photoPlace = raw.containsKey(key + PLACE) ? PhotoPlace.KEPT : PhotoPlace.REMOVED;
            for (MultipartFile part : sent(parts, key)) {
                store(key, part, photoPlace, place, by, locale, ids, errors);
            }
            merged.remove(key + SUFFIX);
            merged.remove(key + PLACE);
            merged.put(key, List.copyOf(ids));
        }
        return new Received(merged, List.copyOf(errors));
    }

    /** The actor's PENDING files of the place by id, for showing them in the form. */
    public Map<String, DocumentRef> shown(Place place, Actor by) {
        return pending(place, by).stream().collect(Collectors.toMap(DocumentRef::id, d -> d));
    }

    private void store(
            String key,
            MultipartFile part,
            PhotoPlace photoPlace,
            Place place,
            Actor by,
            Locale locale,
            Collection<String> ids,
            List<FieldError> errors) {
        String name = part.getOriginalFilename() == null ? "" : part.getOriginalFilename();
        try (InputStream in = part.getInputStream()) {
            ids.add(documents
                    .store(place.caseNumber(), place.taskId(), key, name, in, photoPlace, by)
                    .id());
        } catch (Refusal.TooLarge e) {
            var arguments = new ArrayList<Object>(List.of(e.arguments()));
            arguments.add(FileNames.clean(name));
            errors.add(new FieldError(
                    key, messages.getMessage("document.refused.fileTooLarge", arguments.toArray(), locale)));
        } catch (Refusal.BadInput e) {
            errors.addAll(e.errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<DocumentRef> pending(Place place, Actor by) {
        return place.taskId() == null
                ? documents.pendingOfCase(place.caseNumber(), by.username())
                : documents.pendingOf(place.taskId(), by.username()).stream()
                        .filter(d -> d.caseNumber().equals(place.caseNumber()))
                        .toList();
    }

    /** A browser sends one nameless empty part when no file was chosen. */
    private static List<MultipartFile> sent(Map<String, List<MultipartFile>> parts, String key) {
        var all = new ArrayList<MultipartFile>(parts.getOrDefault(key + SUFFIX, List.of()));
        all.addAll(parts.getOrDefault(key, List.of()));
        all.removeIf(p -> p.isEmpty()
                && (p.getOriginalFilename() == null || p.getOriginalFilename().isBlank()));
        return all;
    }
}
