package io.github.pg1c.patroni.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Asks a member. */
final class Asking {
    private static final OkHttpClient CLIENT =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

    /** What came back. */
    record Asked(int status, String body, Map<String, List<String>> headers) {}

    private Asking() {}

    static Asked get(SimulatedMember member, String path) throws IOException {
        return send(CLIENT, member, "GET", path, "");
    }

    static Asked send(SimulatedMember member, String method, String path, String body) throws IOException {
        return send(CLIENT, member, method, path, body);
    }

    /** Status and body. */
    static String answer(SimulatedMember member, String what, String body) throws IOException {
        String[] parts = what.split(" ");
        Asked asked = send(member, parts[0], parts[1], body);
        return asked.status() + " " + asked.body();
    }

    static Asked send(OkHttpClient client, SimulatedMember member, String method, String path, String body)
            throws IOException {
        RequestBody sent = method.equals("GET") || method.equals("HEAD")
                ? null
                : RequestBody.create(body, MediaType.get("application/json"));
        Request request = new Request.Builder()
                .url(member.uri() + path)
                .method(method, sent)
                .header("Connection", "close")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return new Asked(
                    response.code(),
                    response.body().string(),
                    response.headers().toMultimap());
        }
    }
}
