package vn.angiang.plan72.plan;

import java.time.LocalDate;
import vn.angiang.plan72.shared.Actor;

/** A parameter gets another value from a day on; published inside the transaction. */
public record ParameterChanged(String key, String oldValue, String newValue, LocalDate validFrom, Actor actor) {}
