package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.CurrentActor;

/** Who is asking. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me", description = "The signed-in person")
class MeApi {

    private final CurrentActor currentActor;
    private final Units units;

    MeApi(CurrentActor currentActor, Units units) {
        this.currentActor = currentActor;
        this.units = units;
    }

    /** The person. */
    @Schema(name = "Me")
    record MeJson(
            String username,
            String fullName,
            @Schema(description = "Groups held today", example = "[\"officer.SYT\"]") List<String> groups,
            List<UnitJson> units,
            @Schema(description = "Absences covered today") List<StandInJson> standsInFor) {}

    /** A unit by code and name. */
    @Schema(name = "UnitName")
    record UnitJson(String code, String name) {}

    /** An absence covered. */
    @Schema(name = "StandIn")
    record StandInJson(
            String username,
            String fullName,
            List<String> groups,
            @Schema(description = "Limited to these processes; empty means all") List<String> processes) {}

    @GetMapping
    @Operation(operationId = "getMe", summary = "The person you are signed in as")
    MeJson me(Locale locale) {
        var actor = currentActor.get();
        return new MeJson(
                actor.username(),
                actor.fullName(),
                actor.groups(),
                actor.unitCodes().stream()
                        .map(code -> new UnitJson(
                                code, units.find(code).map(u -> u.name(locale)).orElse(code)))
                        .toList(),
                actor.standIns().stream()
                        .map(s -> new StandInJson(s.username(), s.fullName(), s.groups(), s.processKeys()))
                        .toList());
    }
}
