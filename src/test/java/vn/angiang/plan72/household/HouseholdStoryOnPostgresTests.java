package vn.angiang.plan72.household;

import vn.angiang.plan72.support.OnPostgres;

/** The same stories on PostgreSQL. */
@OnPostgres
class HouseholdStoryOnPostgresTests extends HouseholdStoryTests {

    @Override
    int wholeCommune() {
        return 10_000;
    }
}
