package vn.angiang.plan72.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.angiang.plan72.calendar.Holiday;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.support.ModuleDatabase;

/** Keys that the pages put together from data. */
class AdminTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyRoleProcessKindStateAndBasisHasItsWords(String language) {
        var messages = ModuleDatabase.messages();
        var locale = Locale.forLanguageTag(language);
        Roles.ALL.forEach(r -> assertThat(messages.getMessage("organization.role." + r, null, locale))
                .isNotBlank());
        SubstitutionView.PROCESSES.forEach(
                p -> assertThat(messages.getMessage("substitution.process." + p, null, locale))
                        .isNotBlank());
        for (var kind : Holiday.Kind.values()) {
            assertThat(messages.getMessage("admin.calendar.kind." + kind, null, locale))
                    .isNotBlank();
        }
        for (var state : SubstitutionView.State.values()) {
            assertThat(messages.getMessage("admin.substitution.state." + state, null, locale))
                    .isNotBlank();
        }
        for (String basis : new String[] {"S", "V", "D", "U", "PROPOSAL", "LOCAL"}) {
            assertThat(messages.getMessage("admin.basis." + basis, null, locale))
                    .isNotBlank();
        }
    }
}
