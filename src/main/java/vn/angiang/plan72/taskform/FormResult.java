package vn.angiang.plan72.taskform;

import java.util.List;
import java.util.Map;
import vn.angiang.plan72.shared.FieldError;

/**
 * What became of what was sent.
 *
 * @param answers typed, hidden fields left out: String, Long, BigDecimal, Boolean, ISO date as String, list of String
 * @param raw as sent, kept whatever is wrong with it
 */
public record FormResult(Map<String, Object> answers, List<FieldError> errors, Map<String, List<String>> raw) {}
