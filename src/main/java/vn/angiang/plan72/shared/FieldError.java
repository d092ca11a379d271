package vn.angiang.plan72.shared;

/**
 * One mistake in what was entered.
 *
 * @param field key of the form field, or empty for the form as a whole
 * @param message ready to show, in the reader's language
 */
public record FieldError(String field, String message) {}
