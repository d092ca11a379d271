package vn.angiang.plan72.modelling.difference;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import vn.angiang.plan72.process.ModelXml;

/** Takes a decision table apart: the table, its columns, its rules with their cells. */
final class DmnParts {

    private final Parts parts = new Parts();
    private final List<String> columns = new ArrayList<>();
    private int rules;

    static Parts of(String text) {
        var reader = new DmnParts();
        return ModelXml.read(text)
                .map(document -> {
                    Element root = document.getDocumentElement();
                    var file = new Part("definitions", null, "file", "");
                    reader.parts.add(file);
                    ModelXml.attributes(root).forEach(a -> attribute(file, a));
                    ModelXml.children(root).forEach(child -> reader.top(child));
                    return reader.parts;
                })
                .orElse(Parts.UNREADABLE);
    }

    private void top(Element element) {
        if (element.getLocalName().equals("DMNDI")) {
            layout(element);
        } else {
            var table = part(element, "table", element.getAttribute("name"));
            inside(table, element);
        }
    }

    private Part part(Element element, String kind, String label) {
        String id = element.getAttribute("id");
        var part = new Part(id, id, kind, label.isEmpty() ? id : label);
        parts.add(part);
        for (Attr attribute : ModelXml.attributes(element)) {
            if (!attribute.getName().equals("id")) {
                attribute(part, attribute);
            }
        }
        return part;
    }

    private void inside(Part table, Element element) {
        for (Element child : ModelXml.children(element)) {
            switch (child.getLocalName()) {
                case "input", "output" -> column(child);
                case "rule" -> rule(child);
                case "description" -> table.say("description", "documentation", "", ModelXml.text(child));
                default -> {
                    ModelXml.attributes(child).forEach(a -> attribute(table, a));
                    inside(table, child);
                }
            }
        }
    }

    private void column(Element column) {
        String label =
                column.getAttribute("label").isEmpty() ? column.getAttribute("name") : column.getAttribute("label");
        columns.add(label);
        Part part = part(column, "column", label);
        for (Element child : ModelXml.children(column)) {
            ModelXml.attributes(child).forEach(a -> attribute(part, a));
            part.say(child.getLocalName(), child.getLocalName(), "", textOf(child));
        }
    }

    private void rule(Element rule) {
        rules++;
        Part part = part(rule, "rule", String.valueOf(rules));
        part.say("place", "place", "", String.valueOf(rules));
        int column = 0;
        for (Element cell : ModelXml.children(rule)) {
            if (cell.getLocalName().endsWith("Entry")) {
                String label = column < columns.size() ? columns.get(column) : String.valueOf(column + 1);
                part.say("cell" + column, "cell", label, textOf(cell));
                ModelXml.attributes(cell).forEach(a -> attribute(part, a));
                column++;
            } else {
                part.say("description", "documentation", "", ModelXml.text(cell));
            }
        }
    }

    private static String textOf(Element element) {
        return ModelXml.children(element).stream()
                .map(ModelXml::text)
                .findFirst()
                .orElse("");
    }

    private static void attribute(Part part, Attr attribute) {
        String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
        boolean known = ModelXml.isKnown(attribute);
        part.say(
                "@" + attribute.getName(),
                known ? name : "other",
                known ? "" : attribute.getName(),
                attribute.getValue());
    }

    private void layout(Element element) {
        var values = new StringBuilder(element.getLocalName());
        ModelXml.attributes(element).forEach(a -> values.append(' ').append(a.getValue()));
        parts.layout().merge("table", values.toString(), (a, b) -> a + "\n" + b);
        ModelXml.children(element).forEach(this::layout);
    }
}
