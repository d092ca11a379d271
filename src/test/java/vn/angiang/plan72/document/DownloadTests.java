package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.IntegrationTest;

/** Attachments through the whole application: security, journal, database. */
@IntegrationTest
class DownloadTests {

    @Autowired
    MockMvc web;

    @Autowired
    As as;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void aCaseOfTheHealthDepartment() {
        number = as.call(
                "officer.sldtbxh",
                () -> transaction.execute(s -> cases.open(
                                new NewCase(
                                        "NV",
                                        "assignment",
                                        "Khám bệnh",
                                        null,
                                        null,
                                        "SYT",
                                        "SLDTBXH",
                                        Set.of(),
                                        2017,
                                        "mandatory",
                                        CaseState.values()[0],
                                        LocalDate.of(2017, 6, 30)),
                                as.actor("officer.sldtbxh"))
                        .number()));
    }

    @Test
    void aSealedFileIsServedToItsCaseOnlyAndNeverRun() throws Exception {
        var ref = stored();
        as.run(
                "officer.syt",
                () -> transaction.executeWithoutResult(s -> documents.seal(List.of(ref.id()), null, number)));
        web.perform(get("/tep/" + ref.id()).with(user("officer.syt")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(Samples.PDF))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        web.perform(get("/tep/" + ref.id()).with(user("officer.snnptnt"))).andExpect(status().isForbidden());
        web.perform(get("/tep/" + ref.id())).andExpect(status().is3xxRedirection());
        assertThat(acts()).contains("document.stored", "document.sealed");
    }

    @Test
    void aFileNotHandedInIsUnknownToOthersOfTheUnit() throws Exception {
        var ref = stored();
        web.perform(get("/tep/" + ref.id()).with(user("officer.syt"))).andExpect(status().isOk());
        web.perform(get("/tep/" + ref.id()).with(user("leader.syt"))).andExpect(status().isNotFound());
        web.perform(get("/tep/khong-co").with(user("officer.syt"))).andExpect(status().isNotFound());
    }

    private DocumentRef stored() {
        return as.call(
                "officer.syt",
                () -> documents.store(
                        number,
                        null,
                        "progress",
                        "báo cáo.pdf",
                        new ByteArrayInputStream(Samples.PDF),
                        as.actor("officer.syt")));
    }

    private List<String> acts() {
        return jdbc.sql("select action from journal_entry where case_number = ?")
                .param(number)
                .query(String.class)
                .list();
    }
}
