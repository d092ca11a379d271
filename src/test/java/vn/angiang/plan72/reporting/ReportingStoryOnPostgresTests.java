package vn.angiang.plan72.reporting;

import vn.angiang.plan72.support.OnPostgres;

/** The same stories on PostgreSQL: same migrations, same sums. */
@OnPostgres
class ReportingStoryOnPostgresTests extends ReportingStoryTests {}
