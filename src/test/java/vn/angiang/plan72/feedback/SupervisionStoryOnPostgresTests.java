package vn.angiang.plan72.feedback;

import vn.angiang.plan72.support.OnPostgres;

/** The same stories on PostgreSQL. */
@OnPostgres
class SupervisionStoryOnPostgresTests extends SupervisionStoryTests {}
