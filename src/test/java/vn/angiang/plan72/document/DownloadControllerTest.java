package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static vn.angiang.plan72.document.DocumentFixture.BINH;
import static vn.angiang.plan72.document.DocumentFixture.CASE;
import static vn.angiang.plan72.document.DocumentFixture.LAN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

class DownloadControllerTest {

    private final DocumentFixture db =
            new DocumentFixture(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private final CaseAccess access = mock(CaseAccess.class);

    @Test
    void aFileIsServedToBeSavedAndNeverRun() throws IOException {
        var ref = sealed("hồ sơ \"số\" 1; a.pdf");
        var response = get(ref.id(), BINH);
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''h%E1%BB%93%20s%C6%A1%20s%E1%BB%91%201%3B%20a.pdf");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getContentAsByteArray()).isEqualTo(Samples.PDF);
        assertThat(response.getContentLength()).isEqualTo(Samples.PDF.length);
    }

    @Test
    void aFileOfACaseOneMayNotSeeIsNotServed() {
        var ref = sealed("a.pdf");
        doThrow(new Refusal.Forbidden("case.forbidden", CASE)).when(access).requireVisible(CASE);
        assertThatThrownBy(() -> get(ref.id(), LAN)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void aFileNotHandedInIsServedToItsUploaderOnly() throws IOException {
        var ref = db.store("t1", Samples.PDF, LAN);
        assertThat(get(ref.id(), LAN).getContentAsByteArray()).isEqualTo(Samples.PDF);
        assertThatThrownBy(() -> get(ref.id(), BINH)).isInstanceOf(Refusal.NotFound.class);
        db.documents.remove(ref.id(), LAN);
        assertThatThrownBy(() -> get(ref.id(), LAN)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void anUnknownIdIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "1", "..%2f", "x'--")) {
            assertThatThrownBy(() -> get(id, LAN)).isInstanceOf(Refusal.NotFound.class);
        }
    }

    private DocumentRef sealed(String name) {
        var ref = db.documents.store(CASE, "t1", "f", name, new ByteArrayInputStream(Samples.PDF), LAN);
        db.transaction.executeWithoutResult(s -> db.documents.seal(List.of(ref.id()), "t1", CASE));
        return ref;
    }

    private MockHttpServletResponse get(String id, Actor actor) throws IOException {
        var current = new CurrentActor() {
            @Override
            public Actor get() {
                return actor;
            }

            @Override
            public Optional<Actor> signedIn() {
                return Optional.of(actor);
            }
        };
        var response = new MockHttpServletResponse();
        new DownloadController(db.documents, access, current).download(id, response);
        return response;
    }
}
