package vn.angiang.plan72.capital;

import vn.angiang.plan72.support.OnPostgres;

/** The same stories on PostgreSQL: same migrations, same sums. */
@OnPostgres
class CapitalStoryOnPostgresTests extends CapitalStoryTests {}
