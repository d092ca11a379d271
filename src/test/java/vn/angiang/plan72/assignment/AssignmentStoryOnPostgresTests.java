package vn.angiang.plan72.assignment;

import vn.angiang.plan72.support.OnPostgres;

/** The same stories on PostgreSQL: same migrations, same acts. */
@OnPostgres
class AssignmentStoryOnPostgresTests extends AssignmentStoryTests {}
