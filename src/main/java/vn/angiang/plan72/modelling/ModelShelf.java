package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.process.ModelReleaser;
import vn.angiang.plan72.process.ProcessVersions;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Every released process with its versions: how many cases run on each, who released it and why. For modelers. */
@Service
public class ModelShelf {

    private final ProcessVersions versions;
    private final ReleasedModels released;
    private final ReleaseStore releases;
    private final ModelReleaser releaser;
    private final DraftStore drafts;
    private final Modelers modelers;

    ModelShelf(
            ProcessVersions versions,
            ReleasedModels released,
            ReleaseStore releases,
            ModelReleaser releaser,
            DraftStore drafts,
            Modelers modelers) {
        this.versions = versions;
        this.released = released;
        this.releases = releases;
        this.releaser = releaser;
        this.drafts = drafts;
        this.modelers = modelers;
    }

    /**
     * A process.
     *
     * @param version number of the latest version
     * @param running processes under way, on all versions
     * @param older of these, those on older versions
     * @param release how the latest version came into force, or null when it ships with the application
     * @param drafts drafts being written or waiting for approval
     */
    public record Entry(
            String folder,
            String key,
            String name,
            int version,
            int running,
            int older,
            @Nullable Release release,
            long drafts) {}

    /**
     * A version of a process.
     *
     * @param release how it came into force, or null when it ships with the application
     */
    public record Version(int number, String definitionId, int running, @Nullable Release release) {}

    /** All processes, by name. */
    @Transactional(readOnly = true)
    public List<Entry> all(Actor by) {
        modelers.require(by);
        Map<String, Integer> running = releaser.runningByVersion();
        Map<String, Release> known =
                releases.all().stream().collect(Collectors.toMap(Release::definitionId, r -> r, (a, b) -> a));
        Map<String, Long> open =
                drafts.open().stream().collect(Collectors.groupingBy(Draft::folder, Collectors.counting()));
        var entries = new ArrayList<Entry>();
        versions.all().forEach((key, all) -> {
            var latest = all.get(0);
            int total = all.stream()
                    .mapToInt(v -> running.getOrDefault(v.definitionId(), 0))
                    .sum();
            String folder = ModelNames.kebab(key);
            entries.add(new Entry(
                    folder,
                    key,
                    latest.name(),
                    latest.number(),
                    total,
                    total - running.getOrDefault(latest.definitionId(), 0),
                    known.get(latest.definitionId()),
                    open.getOrDefault(folder, 0L)));
        });
        var collator = java.text.Collator.getInstance(java.util.Locale.forLanguageTag("vi"));
        entries.sort((a, b) -> collator.compare(a.name(), b.name()));
        return entries;
    }

    /**
     * Versions of the process of a folder, newest first.
     *
     * @throws Refusal.NotFound when nothing of this folder is released
     */
    @Transactional(readOnly = true)
    public List<Version> versions(String folder, Actor by) {
        modelers.require(by);
        String key = ModelNames.camelCase(folder);
        Map<String, Integer> running = releaser.runningByVersion();
        Map<String, Release> known = releases.of(key);
        var found = versions.of(key).stream()
                .map(v -> new Version(
                        v.number(),
                        v.definitionId(),
                        running.getOrDefault(v.definitionId(), 0),
                        known.get(v.definitionId())))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal.NotFound("modelling.folder.unknown", folder);
        }
        return found;
    }

    /** Vietnamese name of the process of a folder, or the folder itself. */
    public String nameOf(String folder) {
        return versions.of(ModelNames.camelCase(folder)).stream()
                .findFirst()
                .map(ProcessVersions.Version::name)
                .orElse(folder);
    }

    /** Files of a released version by name; empty when there is no such version. */
    @Transactional(readOnly = true)
    public Map<String, String> files(String folder, @Nullable String definitionId, Actor by) {
        modelers.require(by);
        return definitionId == null ? Map.of() : new TreeMap<>(released.files(released.version(folder, definitionId)));
    }
}
