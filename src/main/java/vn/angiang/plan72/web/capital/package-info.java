/** Pages of capital: the year's overview, the table of a round, the ledger of a district. */
@NullMarked
package vn.angiang.plan72.web.capital;

import org.jspecify.annotations.NullMarked;
