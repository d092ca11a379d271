package vn.angiang.plan72.modelling.difference;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One file taken apart.
 *
 * @param readable whether it could be read
 * @param parts by key, in the order of the file
 * @param layout where things are drawn, by what is drawn; told in one sentence only
 */
record Parts(boolean readable, Map<String, Part> parts, Map<String, String> layout) {

    static final Parts UNREADABLE = new Parts(false, Map.of(), Map.of());

    Parts() {
        this(true, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void add(Part part) {
        parts.put(part.key(), part);
    }
}
