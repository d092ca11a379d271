/** Who may do what, over all kinds of case at once. */
package vn.angiang.plan72.access;
