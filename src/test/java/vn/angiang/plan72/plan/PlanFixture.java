package vn.angiang.plan72.plan;

import vn.angiang.plan72.organization.OrganizationFixture;
import vn.angiang.plan72.support.ModuleDatabase;

/** The plan module wired by hand on a loaded organization, its data loaded; today is 20/02/2017. */
public final class PlanFixture {

    public final ModuleDatabase db;
    public final OrganizationFixture organization;
    public final Clauses clauses;
    public final Obligations obligations;
    public final Indicators indicators;
    public final Parameters parameters;
    public final ResponsibleUnits responsibleUnits;
    public final ProposedSchedule schedule = new ProposedSchedule();
    final PlanLoader loader;

    public PlanFixture(ModuleDatabase db) {
        this.db = db;
        organization = new OrganizationFixture(db, true);
        clauses = new Clauses(db.jdbc);
        obligations = new Obligations(db.jdbc, clauses);
        indicators = new Indicators(db.jdbc);
        parameters = new Parameters(db.jdbc, ModuleDatabase.messages(), db.publisher, OrganizationFixture.CLOCK);
        responsibleUnits = new ResponsibleUnits(organization.units);
        loader = new PlanLoader(db.template, db.transaction, clauses, indicators, obligations, parameters);
        loader.load();
    }

    public static PlanFixture loaded() {
        return new PlanFixture(ModuleDatabase.h2());
    }
}
