package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;
import static vn.angiang.plan72.document.DocumentFixture.BINH;
import static vn.angiang.plan72.document.DocumentFixture.CASE;
import static vn.angiang.plan72.document.DocumentFixture.LAN;
import static vn.angiang.plan72.document.DocumentFixture.OTHER_CASE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockMultipartFile;
import vn.angiang.plan72.shared.Refusal;

class DocumentsTest {

    private final DocumentFixture db =
            new DocumentFixture(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));

    @Test
    void anUploadIsKeptInChunksAndReadBackByteForByte() throws Exception {
        storesAndReadsBack(db);
    }

    @Test
    void theSameHoldsOnPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var onPostgres = new DocumentFixture(postgres.getPostgresDatabase());
            storesAndReadsBack(onPostgres);
            var ref = onPostgres.store("t1", Samples.PDF, LAN);
            onPostgres.transaction.executeWithoutResult(s -> onPostgres.documents.seal(List.of(ref.id()), "t1", CASE));
            assertThat(onPostgres.documents.ofCase(CASE))
                    .extracting(DocumentRef::id)
                    .containsExactly(ref.id());
        }
    }

    private static void storesAndReadsBack(DocumentFixture db) throws IOException {
        var noise = new byte[700_000];
        new Random(1).nextBytes(noise);
        byte[] content = Samples.join(Samples.PDF, noise, Samples.PDF);
        var ref = db.store("t0", content, LAN);
        assertThat(db.chunks(ref.id())).isEqualTo(3);
        var out = new ByteArrayOutputStream();
        db.documents.write(ref.id(), out);
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(ref.sizeBytes()).isEqualTo(content.length);
        assertThat(db.documents.find(ref.id())).contains(ref);
        assertThat(ref.state()).isEqualTo(DocumentState.PENDING);
        assertThat(ref.fileName()).isEqualTo("kết quả.pdf");
    }

    @Test
    void everyUploadAndRemovalIsRecordedWithItsActor() {
        var ref = db.store("t1", Samples.PDF, LAN);
        db.documents.remove(ref.id(), LAN);
        assertThat(db.events).hasSize(2);
        assertThat(db.events.get(0)).isEqualTo(new DocumentStored(ref, LAN));
        assertThat(((DocumentRemoved) db.events.get(1)).actor()).isEqualTo(LAN);
        verify(db.journal)
                .record(argThat(a -> a.action().equals("document.stored")
                        && a.chain().equals("SYT")
                        && a.data().get("sha256").equals(ref.sha256())));
        verify(db.journal).record(argThat(a -> a.action().equals("document.removed")));
    }

    @Test
    void aFileOverTheLimitIsRefusedBeforeItIsAllRead() {
        var endless = new InputStream() {
            long read;

            @Override
            public int read() {
                read++;
                return 'a';
            }
        };
        assertThatThrownBy(() -> db.documents.store(CASE, "t1", "f", "a.txt", endless, LAN))
                .isInstanceOf(Refusal.TooLarge.class);
        assertThat(endless.read).isLessThan(DocumentFixture.MAX + 200_000);
        assertThat(db.documents.pendingOf("t1", "lan")).isEmpty();
    }

    @Test
    void whatIsRefusedSaysSoAtTheFieldAndLeavesNothing() {
        assertThatThrownBy(() -> db.store("t1", new byte[0], LAN)).isInstanceOfSatisfying(Refusal.BadInput.class, e -> {
            assertThat(e.errors()).singleElement().satisfies(error -> {
                assertThat(error.field()).isEqualTo("deliverables");
                assertThat(error.message()).contains("kết quả.pdf").contains("không có nội dung");
            });
        });
        assertThat(db.documents.pendingOf("t1", "lan")).isEmpty();
        assertThat(db.events).isEmpty();
    }

    @Test
    void nobodyKeepsMoreWaitingFilesThanAllowed() {
        for (int i = 0; i < 5; i++) {
            db.store("t" + i, Samples.PDF, LAN);
        }
        assertThatThrownBy(() -> db.store("t9", Samples.PDF, LAN)).isInstanceOf(Refusal.BadInput.class);
        assertThat(db.store("t9", Samples.PDF, BINH)).isNotNull();
    }

    @Test
    void handingInSealsTheFilesAndDropsThoseLeftOut() {
        var kept = db.store("t1", Samples.PDF, LAN);
        var left = db.store("t1", Samples.PDF, LAN);
        var elsewhere = db.store("t2", Samples.PDF, LAN);
        seal(List.of(kept.id()), "t1", CASE);
        assertThat(db.documents.ofCase(CASE)).extracting(DocumentRef::id).containsExactly(kept.id());
        assertThat(db.documents.find(left.id()))
                .hasValueSatisfying(d -> assertThat(d.state()).isEqualTo(DocumentState.REMOVED));
        assertThat(db.chunks(left.id())).isZero();
        assertThat(db.documents.pendingOf("t2", "lan")).containsExactly(elsewhere);
    }

    @Test
    void foreignFilesCannotBeHandedIn() {
        var other = db.store("t2", Samples.PDF, LAN);
        var sealed = db.store("t1", Samples.PDF, LAN);
        seal(List.of(sealed.id()), "t1", CASE);
        for (String id : List.of(other.id(), sealed.id(), UUID.randomUUID().toString(), "' or 1=1 --")) {
            assertThatThrownBy(() -> seal(List.of(id), "t1", CASE)).isInstanceOf(Refusal.Conflict.class);
        }
        assertThatThrownBy(() -> seal(List.of(other.id()), "t2", OTHER_CASE)).isInstanceOf(Refusal.Conflict.class);
        assertThat(db.documents.pendingOf("t2", "lan")).containsExactly(other);
    }

    @Test
    void filesOfTheCaseItselfAreSealedWithoutATask() {
        var ref = db.documents.store(CASE, null, "progress", "a.pdf", new ByteArrayInputStream(Samples.PDF), LAN);
        assertThat(db.documents.pendingOfCase(CASE, "lan")).containsExactly(ref);
        seal(List.of(ref.id()), null, CASE);
        assertThat(db.documents.ofCase(CASE)).hasSize(1);
    }

    @Test
    void onlyTheUploaderTakesAFileBackAndOnlyBeforeHandingIn() {
        var ref = db.store("t1", Samples.PDF, LAN);
        assertThatThrownBy(() -> db.documents.remove(ref.id(), BINH)).isInstanceOf(Refusal.NotFound.class);
        seal(List.of(ref.id()), "t1", CASE);
        assertThatThrownBy(() -> db.documents.remove(ref.id(), LAN)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> db.documents.remove("../" + ref.id(), LAN)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void filesNobodyEverHandedInGoInTheEnd() {
        removesAbandoned(db);
    }

    private static void removesAbandoned(DocumentFixture db) {
        var old = db.store("t7", Samples.PDF, LAN);
        var recent = db.store("t8", Samples.PDF, LAN);
        db.jdbc
                .sql("update document set uploaded_at = timestamp with time zone '2016-08-01 00:00:00+00' where id = ?")
                .param(old.id())
                .update();
        int removed = db.transaction.execute(s -> db.documents.removeAbandoned());
        assertThat(removed).isEqualTo(1);
        assertThat(db.chunks(old.id())).isZero();
        assertThat(db.documents.pendingOf("t8", "lan")).containsExactly(recent);
    }

    @Test
    void aRefusedFormKeepsTheFilesThatCameWithIt() {
        var first = receive(Map.of(), file("a.pdf", Samples.PDF), file("b.svg", Samples.utf8("<svg/>")));
        assertThat(first.raw().get("deliverables")).hasSize(1);
        assertThat(first.errors()).singleElement().satisfies(e -> {
            assertThat(e.field()).isEqualTo("deliverables");
            assertThat(e.message()).contains("b.svg");
        });
        var second = receive(first.raw(), file("c.pdf", Samples.PDF));
        assertThat(second.raw().get("deliverables"))
                .hasSize(2)
                .containsAll(first.raw().get("deliverables"));
        assertThat(second.errors()).isEmpty();
    }

    @Test
    void anUnknownOrForeignIdInTheFormIsDropped() {
        String foreign = db.store("t1", Samples.PDF, BINH).id();
        var received = receive(Map.of("deliverables", List.of(foreign, "x"), "reason", List.of("a")));
        assertThat(received.raw()).isEqualTo(Map.of("deliverables", List.of(), "reason", List.of("a")));
    }

    @Test
    void aFileTooLargeIsAnErrorAtItsFieldAndTheOthersStay() {
        var big = new byte[(int) DocumentFixture.MAX + 1];
        Arrays.fill(big, (byte) 'a');
        var received = receive(Map.of(), file("to.txt", big), file("a.pdf", Samples.PDF), file("", new byte[0]));
        assertThat(received.raw().get("deliverables")).hasSize(1);
        assertThat(received.errors()).singleElement().satisfies(e -> assertThat(e.message())
                .isEqualTo("Tệp “to.txt” lớn hơn 1 MB. Giảm dung lượng hoặc chia nhỏ rồi đính kèm lại"));
    }

    private UploadedParts.Received receive(Map<String, List<String>> raw, MockMultipartFile... files) {
        return db.parts.receive(
                List.of("deliverables"),
                Map.of("deliverables.tep", List.of(files)),
                raw,
                new UploadedParts.Place(CASE, "t1"),
                LAN,
                Locale.forLanguageTag("vi"));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("deliverables.tep", name, "text/html", content);
    }

    private void seal(List<String> ids, String taskId, String caseNumber) {
        db.transaction.executeWithoutResult(s -> db.documents.seal(ids, taskId, caseNumber));
    }
}
