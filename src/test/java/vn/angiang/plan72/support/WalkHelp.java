package vn.angiang.plan72.support;

import java.util.List;
import java.util.Map;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.worklist.WorkItem;

/**
 * What a flow needs beside its forms to be walked to its end: facts kept on a page of its own, answers that must fit
 * together. Any class in the tests that implements this is found and may have beans injected by its constructor.
 */
public interface WalkHelp {

    /** Process whose tasks this helps with. */
    String processKey();

    /** Does what has to be done before the task can be answered, as the person who answers it. */
    default void before(WorkItem task, Actor actor) {}

    /** Changes generated answers; by field key. */
    default void adjust(WorkItem task, Map<String, List<String>> answers) {}

    /** Open cases of their own that this case has opened and waits for. */
    default List<String> waitsFor(String caseNumber) {
        return List.of();
    }
}
