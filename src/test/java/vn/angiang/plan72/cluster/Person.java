package vn.angiang.plan72.cluster;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody at a browser: cookies, redirects, forms. */
final class Person {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String start;
    private HttpResponse<String> shown;

    Person(Cluster cluster) throws Exception {
        this.start = cluster.nginx.address();
        this.http = HttpClient.newBuilder()
                .sslContext(cluster.nginx.trust())
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    /** Opens a page; a path is one of ours. */
    Person open(String address) throws Exception {
        return show(request(address.startsWith("/") ? start + address : address).GET());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html");
    }

    private Person show(HttpRequest.Builder request) throws Exception {
        shown = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return this;
    }

    /** Sends the form of the page whose action contains this, with its hidden inputs and these answers. */
    Person send(String action, String... answers) throws Exception {
        var form = FORM.matcher(shown.body());
        while (form.find()) {
            if (form.group(1).contains(action)) {
                return post(form.group(1), form.group(2), answers);
            }
        }
        throw new IllegalStateException("No form for " + action + " at " + shown.uri() + ":\n" + shown.body());
    }

    private Person post(String action, String inputs, String... answers) throws Exception {
        var values = new HashMap<String, String>();
        var hidden = HIDDEN.matcher(inputs);
        while (hidden.find()) {
            var name = NAME.matcher(hidden.group());
            var value = VALUE.matcher(hidden.group());
            if (name.find() && value.find()) {
                values.put(name.group(1), value.group(1));
            }
        }
        for (int i = 0; i < answers.length; i += 2) {
            values.put(answers[i], answers[i + 1]);
        }
        var body = new StringBuilder();
        for (Map.Entry<String, String> v : values.entrySet()) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(v.getKey(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(v.getValue(), StandardCharsets.UTF_8));
        }
        return show(request(shown.uri().resolve(action).toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Person signIn(String username) throws Exception {
        return open("/dang-nhap").send("/dang-nhap", "username", username, "password", Work.PASSWORD);
    }

    /** Where the person is now. */
    String at() {
        return shown.uri().toString().replace(start, "");
    }

    String page() {
        return shown.body();
    }

    int status() {
        return shown.statusCode();
    }

    /** The session, as the browser would send it. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("__Host-SID"))
                .map(c -> c.getName() + "=" + c.getValue())
                .findFirst()
                .orElse("");
    }
}
