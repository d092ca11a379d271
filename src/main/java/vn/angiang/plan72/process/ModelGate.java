package vn.angiang.plan72.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Placeholder until the gate lands. */
public class ModelGate {
    public record Resource(String name, byte[] content) {}

    public record Problem(String resource, @Nullable String elementId, String code, String messageVi) {}

    public ModelGate(Map<String, Set<String>> steps) {}

    public List<Problem> check(List<Resource> deployment) {
        return List.of();
    }
}
