package vn.angiang.plan72.calendar;

import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Actor;

/**
 * A day of the calendar was put in, changed or taken out; published inside the transaction.
 *
 * @param before null when the day was an ordinary one
 * @param after null when the day is an ordinary one again
 */
public record HolidayChanged(@Nullable Holiday before, @Nullable Holiday after, Actor actor) {}
