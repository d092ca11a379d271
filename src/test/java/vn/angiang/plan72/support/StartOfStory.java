package vn.angiang.plan72.support;

import java.time.LocalDate;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the shared clock back to the day on which every story begins: three days after the plan was signed. */
final class StartOfStory implements AfterAllCallback {

    private static final LocalDate DAY = LocalDate.of(2017, 2, 20);

    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(Clockwork.class).set(DAY);
    }
}
