package vn.angiang.plan72.document.official;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an official administrative document says; how it looks follows NĐ 30/2020/NĐ-CP, Phụ lục I, and is the same in
 * every format. Texts are printed as given (capitals too), without control and direction-changing characters; a line
 * break begins a new line, in the body a new paragraph.
 *
 * @param agencyAbove agency the issuing agency belongs to, or null when it has none
 * @param agency issuing agency; the column is narrow, so break a long name where it should break
 * @param number number and symbol, such as "15/BC-SLĐTBXH"; one that begins with "/" leaves the number blank, an empty
 *     one leaves the agency's part blank too
 * @param place where it is issued
 * @param date day of issue; null leaves day, month and year to be written by hand
 * @param type type of document in capitals; empty for an official letter (công văn), which has none
 * @param about what it is about (trích yếu)
 * @param body what it says; the end mark "./." is added
 * @param recipients lines of "Nơi nhận", without dash and end mark
 */
public record OfficialDocument(
        @Nullable String agencyAbove,
        String agency,
        String number,
        String place,
        @Nullable LocalDate date,
        String type,
        String about,
        List<Block> body,
        List<String> recipients,
        Signature signature) {

    public OfficialDocument {
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
    }

    /**
     * Who signs.
     *
     * @param authority on whose behalf, such as "TM. ỦY BAN NHÂN DÂN" or "KT. GIÁM ĐỐC"; may be empty
     * @param position position of the signer, such as "CHỦ TỊCH"; may be empty
     * @param name full name; empty while nobody has signed
     */
    public record Signature(String authority, String position, String name) {}

    /** One part of the body. */
    public sealed interface Block {

        /** Heading such as "I. TÌNH HÌNH CHUNG". */
        record Heading(String text) implements Block {}

        /** Running text. */
        record Paragraph(String text) implements Block {}

        /**
         * A table; its headings are repeated on every page.
         *
         * @param caption line above it; may be empty
         * @param rows as many cells each as there are headings; none prints "Không có số liệu"
         * @param numericColumns columns, from 0, whose cells are set to the right
         * @throws IllegalArgumentException when a row has another number of cells
         */
        record Table(String caption, List<String> headings, List<List<String>> rows, Set<Integer> numericColumns)
                implements Block {

            public Table {
                headings = List.copyOf(headings);
                rows = rows.stream().map(List::copyOf).toList();
                numericColumns = Set.copyOf(numericColumns);
                for (List<String> row : rows) {
                    if (row.size() != headings.size()) {
                        throw new IllegalArgumentException(
                                "a row has " + row.size() + " cells below " + headings.size() + " headings");
                    }
                }
            }
        }

        /** Remark in small italics, such as the source of a table. */
        record Note(String text) implements Block {}
    }
}
