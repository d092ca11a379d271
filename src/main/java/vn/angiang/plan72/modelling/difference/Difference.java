package vn.angiang.plan72.modelling.difference;

import org.jspecify.annotations.Nullable;

/**
 * One difference.
 *
 * @param resource file it is in
 * @param elementId element of the new file, of the old one when it was removed; null when it is about the file
 * @param kind {@code added}, {@code removed}, {@code changed}, {@code moved}
 * @param text what a reader is told
 */
public record Difference(String resource, @Nullable String elementId, String kind, String text) {}
