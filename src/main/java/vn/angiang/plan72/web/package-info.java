/**
 * The shell every page stands in: layout, stylesheet, languages, sign-in and password pages, error pages, start page.
 * At the outer edge on purpose: it may look into any module, and no module may look into it.
 */
@NullMarked
@ApplicationModule
package vn.angiang.plan72.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
