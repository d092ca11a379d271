package vn.angiang.plan72.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.angiang.plan72.process.ModelGate;
import vn.angiang.plan72.shared.Refusal;

/** Gives files from outside the names the gate knows: the folder is told by the process, the name by the id inside. */
final class Intake {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PROCESS =
            Pattern.compile("<(?:\\w+:)?process\\s[^>]*?\\bid=\"([A-Za-z0-9_.-]{1,128})\"");
    private static final Pattern DECISION =
            Pattern.compile("<(?:\\w+:)?decision\\s[^>]*?\\bid=\"([A-Za-z0-9_.-]{1,128})\"");

    private Intake() {}

    /** Files by the names the gate knows. */
    record Named(String folder, Map<String, String> files) {}

    static Named named(List<ModelGate.Resource> files) {
        var processes = files.stream().filter(f -> kind(f).equals("bpmn")).toList();
        if (processes.size() != 1) {
            throw new Refusal.Conflict("modelling.intake.oneProcess", processes.size());
        }
        String folder = folderOf(processes.get(0));
        var named = new TreeMap<String, String>();
        for (ModelGate.Resource file : files) {
            if (named.put(nameIn(folder, file), text(file)) != null) {
                throw new Refusal.Conflict("modelling.intake.twice", file.name());
            }
        }
        return new Named(folder, named);
    }

    /** Whether a file of this name belongs to the folder. */
    static boolean fits(String folder, String name) {
        return name.matches(
                "(?:bpmn/" + folder + "/[a-z][a-z0-9-]{0,60}\\.dmn|forms/" + folder + "/[a-z][a-z0-9-]{0,60}\\.form)");
    }

    private static String folderOf(ModelGate.Resource process) {
        String folder = ModelNames.kebab(firstId(PROCESS, process));
        if (!ModelNames.isFreeFolder(folder)) {
            throw new Refusal.Conflict("modelling.intake.processId", folder);
        }
        return folder;
    }

    private static String nameIn(String folder, ModelGate.Resource file) {
        return switch (kind(file)) {
            case "bpmn" -> ModelNames.processFile(folder);
            case "dmn" -> ModelNames.decisionFile(folder, fileName(firstId(DECISION, file), file));
            case "form" -> ModelNames.formFile(folder, fileName(formId(file), file));
            default -> throw new Refusal.Conflict("modelling.intake.kind", file.name());
        };
    }

    private static String fileName(String id, ModelGate.Resource file) {
        String name = ModelNames.kebab(id);
        if (!ModelNames.FOLDER.matcher(name).matches() || name.length() > 60) {
            throw new Refusal.Conflict("modelling.intake.id", file.name(), id);
        }
        return name;
    }

    private static String firstId(Pattern pattern, ModelGate.Resource file) {
        Matcher found = pattern.matcher(text(file));
        if (!found.find()) {
            throw new Refusal.Conflict("modelling.intake.unreadable", file.name());
        }
        return found.group(1);
    }

    private static String formId(ModelGate.Resource file) {
        try {
            return JSON.readTree(text(file)).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new Refusal.Conflict("modelling.intake.unreadable", file.name());
        }
    }

    private static String kind(ModelGate.Resource file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".bpmn20.xml") ? "bpmn" : name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(ModelGate.Resource file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal.Conflict("modelling.intake.unreadable", file.name());
        }
    }
}
