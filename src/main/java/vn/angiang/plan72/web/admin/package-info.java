/** Pages by which administrators keep calendar, parameters, units and people, and everybody the own deputies. */
@NullMarked
package vn.angiang.plan72.web.admin;

import org.jspecify.annotations.NullMarked;
