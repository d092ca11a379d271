package vn.angiang.plan72.notification;

import java.lang.reflect.Method;
import vn.angiang.plan72.organization.People;

/** People are kept in memory for a minute; a test that writes the table says so. */
final class ReflectionRefresh {

    private ReflectionRefresh() {}

    static void people(People people) {
        try {
            Method refresh = People.class.getDeclaredMethod("refresh");
            refresh.setAccessible(true);
            refresh.invoke(people);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
