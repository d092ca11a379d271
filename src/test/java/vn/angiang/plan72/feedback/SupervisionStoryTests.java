package vn.angiang.plan72.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.InspectionWanted;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Opinions of citizens and findings of supervision, from the first word to the rating. */
@IntegrationTest
class SupervisionStoryTests {

    private static final String AGENCY = "officer.sldtbxh";
    private static final String SECRET_NAME = "Nguyễn Thị Kín";
    private static final String SECRET_PHONE = "0912345678";

    @Autowired
    PublicOpinions opinions;

    @Autowired
    Opinions worked;

    @Autowired
    OpinionIntake intake;

    @Autowired
    OpinionStore store;

    @Autowired
    PublicLimits limits;

    @Autowired
    Assignments assignments;

    @Autowired
    Obligations obligations;

    @Autowired
    Cases cases;

    @Autowired
    CaseList list;

    @Autowired
    ProcessInstances processes;

    @Autowired
    DeployedModels models;

    @Autowired
    Journal journal;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
        jdbc.sql("delete from public_hit").update();
    }

    private static PublicOpinions.Sending about(String topic, String place, String text) {
        return new PublicOpinions.Sending(
                UUID.randomUUID().toString(), topic, place, text, SECRET_NAME, SECRET_PHONE, "", List.of());
    }

    private PublicOpinions.Taken sent(String topic, String place) {
        var taken = opinions.send(about(topic, place, "Đường vào ấp chưa làm dù đã họp dân"), "10.1.1.1");
        handedOver();
        return taken;
    }

    private void answered(String number, String unit) {
        desk.does(AGENCY, number, "screenOpinion", "screening", "ANSWER", "answerUnit", unit);
        desk.does("officer." + unit.toLowerCase(), number, "answerOpinion", "answerText", "Sẽ làm trong quý II");
        desk.does("leader." + unit.toLowerCase(), number, "approveAnswer", "answerApproval", "APPROVED");
    }

    /** As the job does: on a thread without a request. */
    private void handedOver() {
        RequestContextHolder.resetRequestAttributes();
        assertThat(intake.takeIn()).isPositive();
        clock.runJobs();
    }

    @Test
    void anOpinionReachesTheRightUnitIsAnsweredInTenWorkingDaysAndRated() {
        var taken = sent("WORKS", "X30547");
        String number = taken.caseNumber();
        assertThat(opinions.status(taken.code()).state()).isEqualTo("SCREENING");
        assertThat(store.of(number).proposedUnit())
                .as("works in a commune are its district's")
                .isEqualTo(districtOf("X30547"));
        answered(number, districtOf("X30547"));
        var status = opinions.status(taken.code().toLowerCase().replace("-", " "));
        assertThat(status.state()).isEqualTo("ANSWERED");
        assertThat(status.answer()).isEqualTo("Sẽ làm trong quý II");
        assertThat(status.answerDueOn()).as("ten working days").isEqualTo(LocalDate.of(2017, 3, 6));
        assertThat(status.mayRate()).isTrue();
        opinions.rate(taken.code(), "SATISFIED", "");
        assertThatThrownBy(() -> opinions.rate(taken.code(), "UNSATISFIED", "Đổi ý"))
                .as("rated once")
                .isInstanceOf(Refusal.Conflict.class);
        handedOver();
        assertThat(opinions.status(taken.code()).state()).isEqualTo("CLOSED");
        assertThat(transaction.<CaseState>execute(tx -> cases.byNumber(number).state()))
                .isEqualTo(CaseState.HOAN_THANH);
    }

    private String districtOf(String commune) {
        return jdbc.sql("select parent_code from unit where code = ?")
                .param(commune)
                .query(String.class)
                .single();
    }

    @Test
    void whoIsNotSatisfiedIsAnsweredAgain() {
        var taken = sent("HEALTH", "");
        String number = taken.caseNumber();
        answered(number, "SYT");
        assertThatThrownBy(() -> opinions.rate(taken.code(), "UNSATISFIED", " "))
                .as("without a reason")
                .isInstanceOf(Refusal.BadInput.class);
        opinions.rate(taken.code(), "UNSATISFIED", "Chưa nói bao giờ cấp thẻ");
        handedOver();
        assertThat(opinions.status(taken.code()).state()).isEqualTo("REVIEWING");
        desk.does(AGENCY, number, "reviewAnswer", "review", "AGAIN", "reason", "Trả lời rõ thời hạn");
        desk.does("officer.syt", number, "answerOpinion", "answerText", "Cấp thẻ trước 31/3");
        desk.does("leader.syt", number, "approveAnswer", "answerApproval", "APPROVED");
        assertThat(store.of(number).rounds()).isEqualTo(2);
        assertThat(opinions.status(taken.code()).mayRate()).isTrue();
    }

    @Test
    void silenceOfTheUnitIsUrgedAndSilenceOfTheSenderClosesTheOpinion() {
        var taken = sent("EDUCATION", "");
        String number = taken.caseNumber();
        desk.does(AGENCY, number, "screenOpinion", "screening", "ANSWER", "answerUnit", "SGDDT");
        clock.advanceTo(LocalDate.of(2017, 3, 8));
        assertThat(acts(number)).contains("opinion.urged");
        desk.does("officer.sgddt", number, "answerOpinion", "answerText", "Đã bố trí");
        desk.does("leader.sgddt", number, "approveAnswer", "answerApproval", "APPROVED");
        clock.advanceTo(LocalDate.of(2017, 3, 25));
        assertThat(store.of(number).rating()).isEqualTo("SILENT");
        assertThat(opinions.status(taken.code()).state()).isEqualTo("CLOSED");
    }

    private List<String> acts(String number) {
        return journal.ofCase(number, 100).stream().map(e -> e.action()).toList();
    }

    @Test
    void aRefusedOpinionTellsItsReasonAndNothingElseHappens() {
        var taken = sent("OTHER", "");
        assertThat(store.of(taken.caseNumber()).proposedUnit())
                .as("no rule speaks")
                .isNull();
        desk.does(
                AGENCY, taken.caseNumber(), "screenOpinion", "screening", "REFUSED", "reason", "Không thuộc Kế hoạch");
        assertThat(opinions.status(taken.code()).refusedReason()).isEqualTo("Không thuộc Kế hoạch");
        assertThat(transaction.<CaseState>execute(
                        tx -> cases.byNumber(taken.caseNumber()).state()))
                .isEqualTo(CaseState.HUY);
    }

    @Test
    void misconductOfAHeadIsInspectedAndHisResponsibilityExaminedButNeverAnsweredByHimself() {
        String number = sent("HEAD", "H892").caseNumber();
        assertThat(store.of(number).proposedUnit()).isEqualTo("TTR_TINH");
        assertThatThrownBy(
                        () -> desk.does(AGENCY, number, "screenOpinion", "screening", "ANSWER", "answerUnit", "H892"))
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(
                AGENCY,
                number,
                "screenOpinion",
                "screening",
                "GRAVE",
                "answerUnit",
                "TTR_TINH",
                "concernedUnit",
                "H892",
                "headConcerned",
                "true",
                "graveText",
                "Chi sai vốn công trình đường ấp");
        String inspection = jdbc.sql("select case_number from inspection where unit_code = 'H892' and scope like ?")
                .param("%" + number + "%")
                .query(String.class)
                .single();
        assertThat(jdbc.sql("select reason from accountability_case where source_case = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("OPINION");
        as.run(
                AGENCY,
                () -> transaction.executeWithoutResult(
                        tx -> publish(new InspectionWanted(number, "H892", "Thêm một sự việc", as.actor(AGENCY)))));
        assertThat(jdbc.sql("select count(*) from inspection where unit_code = 'H892'")
                        .query(Integer.class)
                        .single())
                .as("one that is not decided yet is widened")
                .isEqualTo(1);
        assertThat(jdbc.sql("select scope from inspection where case_number = ?")
                        .param(inspection)
                        .query(String.class)
                        .single())
                .contains("Thêm một sự việc");
    }

    @Autowired
    org.springframework.context.ApplicationEventPublisher events;

    private void publish(Object event) {
        events.publishEvent(event);
    }

    @Test
    void whoSentItIsInNoListNoFactsNoJournalAndEachLookIsRecorded() {
        String number = sent("SUPPORT", "H891").caseNumber();
        answered(number, "H891");
        String everything =
                jdbc.sql("select body from journal_entry").query(String.class).list()
                        + jdbc.sql("select title || search_key from case_file")
                                .query(String.class)
                                .list()
                                .toString()
                        + jdbc.sql("select title || search_key from work_item")
                                .query(String.class)
                                .list()
                        + as.call(AGENCY, () -> worked.visibleTo(as.actor(AGENCY)));
        assertThat(everything).doesNotContain(SECRET_NAME).doesNotContain(SECRET_PHONE);
        for (String other : List.of("leader.sldtbxh", "officer.h891", "supervisor", "admin", "leader.ubnd_tinh")) {
            assertThatThrownBy(() -> as.run(other, () -> worked.lookAtSender(number, "Tò mò", as.actor(other))))
                    .as(other)
                    .isInstanceOf(Refusal.NotFound.class);
        }
        assertThatThrownBy(() -> as.run(AGENCY, () -> worked.lookAtSender(number, " ", as.actor(AGENCY))))
                .isInstanceOf(Refusal.BadInput.class);
        var sender = as.call(AGENCY, () -> worked.lookAtSender(number, "Hỏi lại sự việc", as.actor(AGENCY)));
        assertThat(sender).contains(new Opinions.Sender(SECRET_NAME, SECRET_PHONE));
        assertThat(acts(number)).contains("opinion.senderLooked");
    }

    @Test
    void theSenderIsSealedInTheTablesAndWhoeverWasWrittenBeforeIsSealedLater() {
        String number = sent("ETHNIC", "").caseNumber();
        String inTable = "select full_name || ' ' || contact from opinion_sender where case_number = ?";
        var rows = jdbc.sql(inTable).param(number).query(String.class);
        assertThat(rows.single()).doesNotContain(SECRET_NAME).doesNotContain(SECRET_PHONE);
        RequestContextHolder.resetRequestAttributes();
        assertThat(store.renewSome()).as("nothing to do").isZero();

        jdbc.sql("update opinion_sender set full_name = ?, contact = ? where case_number = ?")
                .params(SECRET_NAME, SECRET_PHONE, number)
                .update();
        assertThat(store.sender(number)).contains(new Opinions.Sender(SECRET_NAME, SECRET_PHONE));
        assertThat(store.renewSome()).isEqualTo(1);
        assertThat(rows.single()).doesNotContain(SECRET_NAME).doesNotContain(SECRET_PHONE);
        assertThat(store.sender(number)).contains(new Opinions.Sender(SECRET_NAME, SECRET_PHONE));
    }

    @Test
    void theSenderIsForgottenAYearAfterTheOpinionWasClosed() {
        var taken = sent("ETHNIC", "");
        desk.does(AGENCY, taken.caseNumber(), "screenOpinion", "screening", "REFUSED", "reason", "Trùng");
        RequestContextHolder.resetRequestAttributes();
        clock.set(LocalDate.of(2018, 2, 10));
        intake.eraseOldSenders();
        assertThat(store.sender(taken.caseNumber())).isPresent();
        clock.set(LocalDate.of(2018, 2, 25));
        assertThat(intake.eraseOldSenders()).isPositive();
        assertThat(store.sender(taken.caseNumber())).isEmpty();
        assertThat(acts(taken.caseNumber())).contains("opinion.senderErased");
    }

    @Test
    void onlyUnitsThatTakePartSeeAnOpinion() {
        String number = sent("PRODUCTION", "H890").caseNumber();
        assertThat(seen("officer.h890")).doesNotContain(number);
        desk.does(AGENCY, number, "screenOpinion", "screening", "ANSWER", "answerUnit", "H890");
        assertThat(seen("officer.h890")).contains(number);
        assertThat(seen("officer.h891")).doesNotContain(number);
        assertThat(as.call("officer.h891", () -> list.find(CaseQuery.all(), as.actor("officer.h891")))
                        .cases())
                .extracting(c -> c.number())
                .doesNotContain(number);
    }

    private List<String> seen(String username) {
        return as.call(username, () -> worked.visibleTo(as.actor(username))).stream()
                .map(Opinion::caseNumber)
                .toList();
    }

    @Test
    void theFrontEntersItsFindingAndRatesTheAnswerItself() {
        String number = unitCase("MTTQ_TINH");
        desk.does(
                "officer.mttq_tinh",
                number,
                "enterFinding",
                "supervisionResult",
                "FINDING",
                "topic",
                "HOUSEHOLDS",
                "place",
                "X30547",
                "text",
                "Bình xét không họp dân");
        assertThat(store.of(number).proposedUnit()).isEqualTo("X30547");
        desk.does(AGENCY, number, "screenOpinion", "screening", "ANSWER", "answerUnit", "H891");
        desk.does("officer.h891", number, "answerOpinion", "answerText", "Đã họp lại");
        desk.does("leader.h891", number, "approveAnswer", "answerApproval", "APPROVED");
        desk.does("officer.mttq_tinh", number, "rateAnswer", "rating", "SATISFIED");
        assertThat(store.of(number).state()).isEqualTo("CLOSED");
        assertThat(transaction.<Boolean>execute(tx -> cases.byNumber(number).isOpen()))
                .as("the case is not ours to close")
                .isTrue();
    }

    @Test
    void aDistrictReportsThatSupervisionFoundNothing() {
        String number = unitCase("H888");
        desk.does(
                "officer.h888",
                number,
                "enterFinding",
                "supervisionResult",
                "NONE",
                "summary",
                "Mặt trận huyện giám sát 3 xã, không có kiến nghị");
        assertThat(store.of(number).state()).isEqualTo("NOTHING");
    }

    @Test
    void anAssignmentThatNamesTheFlowRunsItAndGoesOn() {
        String number = as.call(
                AGENCY,
                () -> assignments.give(
                        new Assignments.Order(
                                obligations.byId("IV.13.f.2"),
                                "H888",
                                "Văn bản trả lời kiến nghị",
                                LocalDate.of(2017, 6, 30),
                                2017),
                        as.actor(AGENCY)));
        desk.does("officer.h888", number, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does("officer.h888", number, "planExecution", "steps", "Mời Mặt trận giám sát", "milestones", "15/4");
        desk.does("leader.h888", number, "approvePlan", "planDecision", "APPROVED");
        clock.runJobs();
        desk.does(
                "officer.h888",
                number,
                "enterFinding",
                "supervisionResult",
                "FINDING",
                "topic",
                "HEALTH",
                "text",
                "Thẻ bảo hiểm y tế cấp chậm");
        desk.does(AGENCY, number, "screenOpinion", "screening", "ANSWER", "answerUnit", "SYT");
        desk.does("officer.syt", number, "answerOpinion", "answerText", "Đã cấp bù");
        desk.does("leader.syt", number, "approveAnswer", "answerApproval", "APPROVED");
        desk.does("officer.h888", number, "rateAnswer", "rating", "SATISFIED");
        assertThat(desk.steps(number)).as("the assignment goes on").containsExactly("approveResult");
    }

    /** A case somebody else opened, with the three variables of the contract. */
    private String unitCase(String unit) {
        String number = as.call(
                AGENCY,
                () -> transaction.execute(tx -> {
                    var file = cases.open(
                            new NewCase(
                                    "HS",
                                    Opinions.PROCESS,
                                    "Giám sát năm 2017",
                                    "IV.14.a",
                                    "IV.14",
                                    unit,
                                    "SLDTBXH",
                                    java.util.Set.of(),
                                    2017,
                                    "request",
                                    CaseState.DANG_THUC_HIEN,
                                    LocalDate.of(2017, 6, 30)),
                            as.actor(AGENCY));
                    String instance =
                            processes.start(Opinions.PROCESS, file.number(), Map.of("leadUnit", unit, "year", 2017L));
                    cases.runsOn(file.number(), instance, models.latestDefinition(Opinions.PROCESS));
                    return file.number();
                }));
        clock.runJobs();
        return number;
    }

    @Test
    void onePageIsTakenOnceWithAllItsFilesOrNotAtAll() {
        var page = about("SUPPORT", "H891", "Chưa nhận được hỗ trợ nhà ở");
        opinions.send(page, "10.1.1.2");
        assertThatThrownBy(() -> opinions.send(page, "10.1.1.2")).isInstanceOf(Refusal.Conflict.class);
        long before = count();
        var bad = new PublicOpinions.Sending(
                UUID.randomUUID().toString(),
                "SUPPORT",
                "",
                "Kèm tệp không được nhận",
                "",
                "",
                "",
                List.of(
                        new PublicOpinions.Upload("ghi-chu.txt", "Ghi chú".getBytes(StandardCharsets.UTF_8)),
                        new PublicOpinions.Upload("x.exe", new byte[] {'M', 'Z', 0, 1})));
        assertThatThrownBy(() -> opinions.send(bad, "10.1.1.2")).isInstanceOf(Refusal.BadInput.class);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return jdbc.sql("select count(*) from opinion").query(Long.class).single();
    }

    @Test
    void tooManyFromOneAddressAreRefusedWhileOthersGoOn() {
        for (int i = 0; i < 10; i++) {
            opinions.send(about("OTHER", "", "Ý kiến thứ " + i + " trong giờ này"), "2001:db8:1:2::" + i);
        }
        assertThatThrownBy(() -> opinions.send(about("OTHER", "", "Ý kiến thứ mười một"), "2001:db8:1:2:ffff::1"))
                .as("one household's whole network counts as one address")
                .isInstanceOf(Refusal.TooMany.class);
        opinions.send(about("OTHER", "", "Ý kiến từ nơi khác"), "2001:db8:1:3::1");
        assertThat(jdbc.sql("select scope from public_hit").query(String.class).list())
                .as("no address in clear")
                .noneMatch(s -> s.contains("2001"));
        limits.forget();
    }
}
