package vn.angiang.plan72.browser;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a BPMN or DMN file says, line by line: elements and attributes by namespace, texts without surrounding space.
 * Prefixes, layout, the order of attributes and that of the shapes of a diagram mean nothing, nor does an attribute that
 * says what holds without it; the order of other elements counts.
 */
final class XmlMeaning {

    private static final Set<String> NEEDLESS = Set.of(
            "{http://camunda.org/schema/1.0/bpmn}exclusive=true",
            "cancelActivity=true",
            "hitPolicy=UNIQUE",
            "isInterrupting=true",
            "isSequential=false",
            "triggeredByEvent=false");

    private XmlMeaning() {}

    static List<String> of(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var lines = new ArrayList<String>();
            walk(
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getDocumentElement(),
                    "",
                    lines);
            return lines;
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    /** What one says and the other does not, with a sign in front. */
    static List<String> difference(String before, String after) {
        var lost = new ArrayList<>(of(before));
        var added = new ArrayList<>(of(after));
        of(after).forEach(lost::remove);
        of(before).forEach(added::remove);
        return Stream.concat(lost.stream().map(l -> "- " + l), added.stream().map(l -> "+ " + l))
                .toList();
    }

    private static void walk(Element element, String indent, List<String> lines) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())
                    && !NEEDLESS.contains(name(attribute) + "=" + attribute.getNodeValue())) {
                attributes.put(name(attribute), attribute.getNodeValue());
            }
        }
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        if ("BPMNPlane".equals(element.getLocalName())) {
            children.sort(Comparator.comparing(child -> child.getAttribute("bpmnElement")));
        }
        lines.add(indent + name(element) + attributes + text.toString().strip());
        children.forEach(child -> walk(child, indent + "  ", lines));
    }

    private static String name(Node node) {
        return node.getNamespaceURI() == null
                ? node.getNodeName()
                : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }
}
