package vn.angiang.plan72.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Models as XML, read so that reading them cannot hurt, whatever they hold: for saying what is in them, not for running. */
public final class ModelXml {

    private ModelXml() {}

    /** The document; empty when it cannot be read or is refused ({@code DOCTYPE}, too deep). */
    public static Optional<Document> read(String text) {
        return Optional.ofNullable(
                GateXml.read(text.getBytes(StandardCharsets.UTF_8), new GateFindings("", new ArrayList<>())));
    }

    /** Elements directly inside. */
    public static List<Element> children(Element element) {
        return GateXml.children(element);
    }

    /** Attributes without the declarations of namespaces. */
    public static List<Attr> attributes(Element element) {
        return GateXml.attributes(element);
    }

    /** Text directly inside. */
    public static String text(Element element) {
        return GateXml.text(element);
    }

    /** Whether the attribute belongs to a vocabulary a model may use. */
    public static boolean isKnown(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        return namespace == null
                || GateVocabulary.PREFIXES.containsKey(namespace)
                || namespace.equals("http://camunda.org/schema/1.0/dmn");
    }
}
