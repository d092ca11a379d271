/**
 * Official documents as DOCX and PDF from one model, and tables as XLSX and CSV that no spreadsheet takes for formulas.
 * Knows neither cases nor attachments; whoever has something to print fills an {@link OfficialDocument}. The same
 * document always gives the same bytes, so that its SHA-256 can be sealed in the journal.
 */
@NullMarked
@NamedInterface("official")
package vn.angiang.plan72.document.official;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
