package vn.angiang.plan72.modelling.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Says what two versions of the files of a process differ in, in the language of the reader. */
@Service
public class Differences {

    private final MessageSource messages;

    Differences(MessageSource messages) {
        this.messages = messages;
    }

    /** Differences of all files, by file, in the order of the file. */
    public List<Difference> between(Map<String, String> old, Map<String, String> fresh) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        var words = new ValueWords(this::say, new Answers(old), new Answers(fresh));
        var found = new ArrayList<Difference>();
        for (String name : names) {
            String before = old.get(name);
            String after = fresh.get(name);
            if (before == null || after == null) {
                String kind = before == null ? "added" : "removed";
                found.add(new Difference(name, null, kind, say("modelling.diff.file." + kind, name)));
            } else if (!before.equals(after)) {
                files(name, parts(name, before), parts(name, after), words, found);
            }
        }
        return found;
    }

    private static Parts parts(String name, String text) {
        if (name.endsWith(".bpmn")) {
            return BpmnParts.of(text);
        }
        return name.endsWith(".dmn") ? DmnParts.of(text) : FormParts.of(text);
    }

    private void files(String name, Parts old, Parts fresh, ValueWords words, List<Difference> found) {
        if (!old.readable() || !fresh.readable()) {
            found.add(new Difference(name, null, "changed", say("modelling.diff.unreadable")));
            return;
        }
        int before = found.size();
        var keys = new LinkedHashSet<>(fresh.parts().keySet());
        keys.addAll(old.parts().keySet());
        for (String key : keys) {
            Part was = old.parts().get(key);
            Part is = fresh.parts().get(key);
            if (was == null && is != null) {
                found.add(whole(name, is, "added"));
            } else if (was != null && is == null) {
                found.add(whole(name, was, "removed"));
            } else if (was != null && is != null) {
                facts(name, was, is, words, found);
            }
        }
        layout(name, old, fresh, found);
        if (found.size() == before) {
            found.add(new Difference(name, null, "moved", say("modelling.diff.writing")));
        }
    }

    private Difference whole(String resource, Part part, String kind) {
        return new Difference(resource, part.elementId(), kind, say("modelling.diff." + kind, words(part)));
    }

    private void facts(String resource, Part was, Part is, ValueWords words, List<Difference> found) {
        var places = new LinkedHashSet<>(was.facts().keySet());
        places.addAll(is.facts().keySet());
        for (String place : places) {
            Part.Fact before = was.facts().get(place);
            Part.Fact after = is.facts().get(place);
            if (Objects.equals(before, after)) {
                continue;
            }
            Part.Fact fact = Objects.requireNonNull(after == null ? before : after);
            String noun = noun(fact);
            String none = say("modelling.diff.none");
            String from = before == null ? none : words.of(before, true);
            String to = after == null ? none : words.of(after, false);
            found.add(new Difference(
                    resource,
                    is.elementId(),
                    "changed",
                    is.label().isEmpty()
                            ? say("modelling.diff.changed.file", noun, from, to)
                            : say("modelling.diff.changed", noun, words(is), from, to)));
        }
    }

    private void layout(String resource, Parts old, Parts fresh, List<Difference> found) {
        var drawn = new LinkedHashSet<>(fresh.layout().keySet());
        drawn.addAll(old.layout().keySet());
        long moved = drawn.stream()
                .filter(key -> old.parts().containsKey(key) == fresh.parts().containsKey(key)) // else told already
                .filter(key ->
                        !Objects.equals(old.layout().get(key), fresh.layout().get(key)))
                .count();
        if (moved > 0) {
            found.add(new Difference(resource, null, "moved", say("modelling.diff.moved", moved)));
        }
    }

    private String words(Part part) {
        return say("modelling.diff.part." + part.kind(), part.label());
    }

    /** The word for a fact; its technical name when there is none. */
    private String noun(Part.Fact fact) {
        try {
            return messages.getMessage(
                    "modelling.diff.at." + fact.noun(), new Object[] {fact.detail()}, LocaleContextHolder.getLocale());
        } catch (NoSuchMessageException unknown) {
            return say("modelling.diff.other", fact.detail().isEmpty() ? fact.noun() : fact.detail());
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
