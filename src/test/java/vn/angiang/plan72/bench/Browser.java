package vn.angiang.plan72.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A signed-in person's browser, as far as the server can tell. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String address;

    Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Signs in through the form. */
    Browser signIn(String username, String password) throws Exception {
        var token = TOKEN.matcher(get("/dang-nhap").body());
        if (!token.find()) {
            throw new IllegalStateException("No sign-in form");
        }
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/dang-nhap"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token.group(1)) + "&username="
                                + encode(username) + "&password=" + encode(password)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400
                || answer.headers().firstValue("Location").orElse("").contains("loi")) {
            throw new IllegalStateException("Sign-in of " + username + ": " + answer.statusCode());
        }
        return this;
    }

    /** A page, with what it weighs. */
    HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A page that must be there. */
    String page(String path) throws Exception {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
