package vn.angiang.plan72.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program at {@code /api/v1}: claims, reads and completes in three requests. */
final class Program {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Program(int port) {
        this.address = "http://127.0.0.1:" + port + "/api/v1/tasks";
    }

    void accept(String taskId, String username) throws Exception {
        send(username, "POST", "/" + taskId + "/claim", "");
        send(username, "GET", "/" + taskId, "");
        send(username, "POST", "/" + taskId + "/complete", "{\"answers\":{\"acceptance\":\"ACCEPT\"}}");
    }

    void inbox(String username) throws Exception {
        send(username, "GET", "?view=unit", "");
    }

    private void send(String username, String method, String path, String body) throws Exception {
        String credentials = username + ":" + App.PASSWORD;
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
