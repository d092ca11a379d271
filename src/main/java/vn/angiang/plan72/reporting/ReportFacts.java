package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.shared.Actor;

/** What is shown of a report and of a period on the task page and the case page. */
@Configuration(proxyBeanMethods = false)
class ReportFacts {

    @Bean
    CaseFacts unitReportFacts(ReportStore r, PeriodStore p, UnitReports s, ReportingWords w, TransactionOperations t) {
        return new OfReport("unitReport", r, p, s, w, t);
    }

    @Bean
    CaseFacts communeReportFacts(
            ReportStore r, PeriodStore p, UnitReports s, ReportingWords w, TransactionOperations t) {
        return new OfReport("communeReport", r, p, s, w, t);
    }

    @Bean
    CaseFacts reportingCycleFacts(PeriodStore periods) {
        return new OfPeriod(periods);
    }

    private record OfReport(
            String processKey,
            ReportStore reports,
            PeriodStore periods,
            UnitReports sheets,
            ReportingWords words,
            TransactionOperations transaction)
            implements CaseFacts {

        @Override
        public List<Fact> factsOf(CaseFile file, Locale locale) {
            return transaction.execute(status -> facts(file));
        }

        private List<Fact> facts(CaseFile file) {
            var facts = new ArrayList<Fact>();
            UnitReport report = reports.ofCase(file.number());
            Period period = periods.find(report.periodCode()).orElseThrow();
            add(facts, "period", period.name());
            add(facts, "lockOn", day(period.lockOn()));
            var sheet = sheets.sheet(file.number(), Actor.SYSTEM);
            long all = sheet.lines().size();
            add(facts, "sheet", words.say("reporting.fact.sheet.state", all - sheet.open(), all));
            add(facts, "narrative", report.achievements());
            add(facts, "difficulties", report.difficulties());
            add(facts, "proposals", report.proposals());
            if (report.returns() > 0) {
                add(facts, "returns", String.valueOf(report.returns()));
            }
            if (report.lateDays() != null && report.lateDays() > 0) {
                add(facts, "late", words.say("reporting.fact.late.days", report.lateDays()));
            }
            return facts;
        }
    }

    private record OfPeriod(PeriodStore periods) implements CaseFacts {

        @Override
        public String processKey() {
            return Periods.PROCESS;
        }

        @Override
        public List<Fact> factsOf(CaseFile file, Locale locale) {
            var facts = new ArrayList<Fact>();
            periods.ofCase(file.number()).ifPresent(p -> {
                add(facts, "dueOn", day(p.unitDueOn()));
                add(facts, "lockOn", day(p.lockOn()));
                add(facts, "narrative", p.achievements());
                add(facts, "difficulties", p.difficulties());
                add(facts, "proposals", p.proposals());
            });
            return facts;
        }
    }

    private static void add(List<CaseFacts.Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new CaseFacts.Fact("reporting.fact." + name, value));
        }
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
