package vn.angiang.plan72.process;

import java.util.List;

/** Says whether a form can be drawn and checked by the server; implemented where forms are understood. */
public interface FormInspection {

    /** What is wrong with a form, in words; empty when the server can use it. */
    List<String> problemsOf(String form);
}
