/**
 * Kiểm tra, giám sát (III.9, III.BCD, IV.1.b, IV.13.f): the yearly plan, each inspection from decision to the last
 * recommendation, and the areas members of the steering committee watch. Thanh tra by law is kept by reference only. Asks
 * for accountability and assignments by events; calls no other flow.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "plan",
            "calendar",
            "process",
            "casefile",
            "journal",
            "worklist",
            "taskform",
            "document",
            "document :: official"
        })
package vn.angiang.plan72.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
