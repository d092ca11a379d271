package vn.angiang.plan72.capital;

import vn.angiang.plan72.shared.FieldError;

/**
 * One row of a table as somebody typed, pasted or uploaded it; empty texts where nothing stands.
 *
 * @param place where its cells are, for messages
 */
public record TypedRow(
        Place place, String district, String source, String project, String commune, String work, String amount) {

    /** Names of the columns, as the places know them. */
    public enum Column {
        DISTRICT,
        SOURCE,
        PROJECT,
        COMMUNE,
        WORK,
        AMOUNT
    }

    /** Says where a mistake is: a field of the page, or a cell of a workbook. */
    @FunctionalInterface
    public interface Place {

        /** A mistake in one cell of the row. */
        FieldError at(Column column, String message);
    }

    /** Whether nothing at all was typed in what the person fills in. */
    boolean isBlank() {
        return amount.isBlank()
                && work.isBlank()
                && commune.isBlank()
                && district.isBlank()
                && source.isBlank()
                && project.isBlank();
    }
}
