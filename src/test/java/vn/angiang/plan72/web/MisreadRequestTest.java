package vn.angiang.plan72.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import vn.angiang.plan72.shared.Refusal;

/** What could not be read from a request. */
class MisreadRequestTest {

    private final Failures failures = new Failures(new StaticMessageSource() {
        {
            setUseCodeAsDefaultMessage(true);
        }
    });

    private Failure misread(Throwable cause) {
        return failures.of(
                new HttpMessageNotReadableException("x", cause, new MockHttpInputMessage(new byte[0])), "POST /api/x");
    }

    @Test
    void aBodyThatGrewTooLargeWhileItWasReadIsTooLarge() {
        var wrapped = JsonMappingException.wrapWithPath(
                new IllegalStateException(new Refusal.TooLarge("refusal.tooLarge")), this, "answers");
        assertThat(misread(wrapped).status()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @Test
    void theWrongPlaceInTheJsonIsNamed() {
        var wrong = JsonMappingException.wrapWithPath(new IllegalStateException("x"), this, "revision");
        assertThat(misread(wrong).errors()).extracting(e -> e.field()).containsExactly("revision");
        assertThat(misread(wrong).type()).hasToString("urn:plan72:problem:bad-request");
    }
}
