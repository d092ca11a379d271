package vn.angiang.plan72.document.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.document.official.OfficialDocument.Block;
import vn.angiang.plan72.shared.Texts;

/** The words of a document as they are printed, whatever the format. */
final class Wording {

    /** Legal for XML but not to be printed, or not legal: C1 controls, halves of surrogate pairs, non-characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\u0080-\\u009F\\p{Cs}\\uFFFE\\uFFFF\\u061C]");

    private static final String END = "./.";
    private static final String BLANK = "\u00A0".repeat(6);
    private static final String BLANK_NUMBER = "\u00A0".repeat(9);

    /** Symbols of the types: NĐ 30/2020/NĐ-CP, Phụ lục III, mục I. */
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("NGHỊ QUYẾT", "NQ"),
            Map.entry("QUYẾT ĐỊNH", "QĐ"),
            Map.entry("CHỈ THỊ", "CT"),
            Map.entry("QUY CHẾ", "QC"),
            Map.entry("THÔNG BÁO", "TB"),
            Map.entry("HƯỚNG DẪN", "HD"),
            Map.entry("CHƯƠNG TRÌNH", "CTr"),
            Map.entry("KẾ HOẠCH", "KH"),
            Map.entry("PHƯƠNG ÁN", "PA"),
            Map.entry("ĐỀ ÁN", "ĐA"),
            Map.entry("BÁO CÁO", "BC"),
            Map.entry("BIÊN BẢN", "BB"),
            Map.entry("TỜ TRÌNH", "TTr"),
            Map.entry("GIẤY MỜI", "GM"));

    private Wording() {}

    /** Safe to write into XML and to show: see {@link Texts#clean}. */
    static String multiline(@Nullable String text) {
        return UNPRINTABLE.matcher(Texts.clean(text)).replaceAll("");
    }

    /** The same with tabs as spaces. */
    static String text(@Nullable String text) {
        return multiline(text).replace('\t', ' ');
    }

    /** The same, one element a line; none when there is no text. */
    static List<String> lines(@Nullable String text) {
        return text(text).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    static String number(OfficialDocument d) {
        String number = text(d.number());
        if (number.isEmpty()) {
            String symbol = SYMBOLS.get(text(d.type()));
            number = symbol == null ? "/…" : "/" + symbol + "-…";
        }
        return "Số: " + (number.startsWith("/") ? BLANK_NUMBER + number : number);
    }

    /** Days below 10 and the months 1 and 2 have two digits: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4. */
    static String placeAndDate(OfficialDocument d) {
        LocalDate date = d.date();
        String day = date == null ? BLANK : "%02d".formatted(date.getDayOfMonth());
        String month = BLANK;
        if (date != null) {
            month = (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue();
        }
        String year = date == null ? "20…" : String.valueOf(date.getYear());
        return text(d.place()) + ", ngày " + day + " tháng " + month + " năm " + year;
    }

    /** "V/v …" of an official letter, which stands below the number; empty for a document that has a type. */
    static String letterSubject(OfficialDocument d) {
        String about = text(d.about());
        if (!text(d.type()).isEmpty() || about.isEmpty()) {
            return "";
        }
        return about.startsWith("V/v") ? about : "V/v " + about;
    }

    /** Type and subject for the properties of a file. */
    static String title(OfficialDocument d) {
        return (text(d.type()) + " " + text(d.about()).replace('\n', ' ')).strip();
    }

    /**
     * The body, cleaned, one paragraph a block, ending with the end mark: behind the last paragraph, or on a line of its
     * own when a table or heading comes last.
     */
    static List<Block> body(OfficialDocument d) {
        var blocks = new ArrayList<Block>();
        for (Block block : d.body()) {
            if (block instanceof Block.Paragraph p) {
                lines(p.text()).forEach(l -> blocks.add(new Block.Paragraph(l)));
            } else if (block instanceof Block.Heading h) {
                lines(h.text()).forEach(l -> blocks.add(new Block.Heading(l)));
            } else if (block instanceof Block.Note n) {
                lines(n.text()).forEach(l -> blocks.add(new Block.Note(l)));
            } else if (block instanceof Block.Table t) {
                blocks.add(clean(t));
            }
        }
        end(blocks);
        return blocks;
    }

    private static Block.Table clean(Block.Table t) {
        return new Block.Table(
                text(t.caption()),
                t.headings().stream().map(Wording::text).toList(),
                t.rows().stream()
                        .map(r -> r.stream().map(Wording::text).toList())
                        .toList(),
                t.numericColumns());
    }

    private static void end(List<Block> blocks) {
        int last = blocks.size() - 1;
        while (last >= 0 && blocks.get(last) instanceof Block.Note) {
            last--;
        }
        if (last >= 0 && blocks.get(last) instanceof Block.Paragraph p) {
            blocks.set(last, new Block.Paragraph(ended(p.text())));
        } else if (!blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(END));
        }
    }

    private static String ended(String text) {
        if (text.endsWith(END)) {
            return text;
        }
        return (text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text) + END;
    }

    /** "- As above;" and so on, the last one with a full stop. */
    static List<String> recipients(OfficialDocument d) {
        var names = new ArrayList<String>();
        for (String recipient : d.recipients()) {
            String name = text(recipient).replace('\n', ' ');
            name = name.replaceFirst("^[-–•*]\\s*", "").replaceFirst("[;.,\\s]+$", "");
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            lines.add("- " + names.get(i) + (i == names.size() - 1 ? "." : ";"));
        }
        return lines;
    }
}
