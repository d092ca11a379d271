package vn.angiang.plan72.modelling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessVersions;
import vn.angiang.plan72.shared.Refusal;

/** The released versions of a folder with their files. */
@Component
class ReleasedModels {

    private final ProcessVersions versions;
    private final DeployedModels models;

    ReleasedModels(ProcessVersions versions, DeployedModels models) {
        this.versions = versions;
        this.models = models;
    }

    /** One released version of the process of a folder. */
    record Version(String definitionId, int number) {}

    /** As it is at this moment, whatever other nodes released. */
    Optional<Version> latest(String folder) {
        return versions.latest(ModelNames.camelCase(folder)).map(v -> new Version(v.definitionId(), v.number()));
    }

    /** Newest first. */
    List<Version> of(String folder) {
        return versions.of(ModelNames.camelCase(folder)).stream()
                .map(v -> new Version(v.definitionId(), v.number()))
                .toList();
    }

    /** @throws Refusal.NotFound when it is no version of this folder */
    Version version(String folder, String definitionId) {
        return Stream.concat(latest(folder).stream(), of(folder).stream())
                .filter(v -> v.definitionId().equals(definitionId))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("modelling.version.unknown"));
    }

    /** Name of each file to its text. */
    Map<String, String> files(Version version) {
        return models.filesOfDefinition(version.definitionId());
    }
}
