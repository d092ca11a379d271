package vn.angiang.plan72.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Texts;

/** Words of notices and mails, and how their arguments are kept. */
@Component
public class NoticeTexts {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final int SUBJECT = 160;

    private final MessageSource messages;
    private final ObjectMapper json;
    private final String baseUrl;

    NoticeTexts(
            MessageSource messages,
            ObjectMapper json,
            @Value("${plan72.base-url:http://127.0.0.1:8080}") String baseUrl) {
        this.messages = messages;
        this.json = json;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    /** The words in a language; general ones when the key has none (any more). */
    public String say(String messageKey, List<String> arguments, Locale locale) {
        Object[] values = arguments.toArray();
        String text = messages.getMessage(messageKey, values, null, locale);
        return text != null ? text : messages.getMessage("notification.other", values, "", locale);
    }

    /** Subject of the mail: one line. */
    String subject(NewNotice notice) {
        Object[] values = notice.arguments().toArray();
        String own = messages.getMessage(notice.messageKey() + ".subject", values, null, VIETNAMESE);
        if (own != null) {
            return oneLine(own, SUBJECT);
        }
        return notice.caseNumber() == null
                ? oneLine(say(notice.messageKey(), notice.arguments(), VIETNAMESE), SUBJECT)
                : oneLine(messages.getMessage("notification.mail.subject", values, VIETNAMESE), SUBJECT);
    }

    /** Body of the mail: the words, the link, who sends. Nothing about people. */
    String body(NewNotice notice) {
        String text = say(notice.messageKey(), notice.arguments(), VIETNAMESE);
        return messages.getMessage("notification.mail.body", new Object[] {text, baseUrl + notice.href()}, VIETNAMESE);
    }

    String keep(List<String> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> read(String kept) {
        try {
            return json.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** Without line breaks or control characters, so that it can be a mail header. */
    static String oneLine(String text, int longest) {
        return shorten(Texts.clean(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), longest);
    }

    static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
