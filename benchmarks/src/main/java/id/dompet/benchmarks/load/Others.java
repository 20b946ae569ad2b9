package id.dompet.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.http.HttpStatus;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Other ways to send the same precomputed bytes, as they come. */
final class Others {
    private Others() {}

    /**
     * The JDK's own. Now and then it hands a connection out that it is just closing, and fails with
     * "header parser received no bytes" though the server is well. Its caller would have to ask
     * what became of the charge; here the call is made again, and its time counts.
     */
    static Client jdk(URI base, Recorded request) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder post =
                HttpRequest.newBuilder(base.resolve(request.path()))
                        .version(HttpClient.Version.HTTP_1_1)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.body().bytes()));
        request.headers().forEach(header -> post.header(header.getKey(), header.getValue()));
        HttpRequest built = post.build();
        return () ->
                () -> {
                    HttpResponse<byte[]> answer;
                    try {
                        answer = client.send(built, HttpResponse.BodyHandlers.ofByteArray());
                    } catch (IOException closedConnection) {
                        answer = client.send(built, HttpResponse.BodyHandlers.ofByteArray());
                    }
                    require(answer.statusCode());
                };
    }

    /** OkHttp. */
    static Client okHttp(URI base, Recorded request) {
        OkHttpClient client = new OkHttpClient();
        Request.Builder post =
                new Request.Builder()
                        .url(base.resolve(request.path()).toString())
                        .post(RequestBody.create(request.body().bytes()));
        for (Map.Entry<String, String> header : request.headers()) {
            post.header(header.getKey(), header.getValue());
        }
        Request built = post.build();
        return () ->
                () -> {
                    try (Response answer = client.newCall(built).execute()) {
                        byte[] unused = answer.body().bytes();
                        require(answer.code());
                    }
                };
    }

    /** Apache HttpClient 4: two connections to one host. */
    static Client apache4(URI base, Recorded request) {
        CloseableHttpClient client = HttpClients.createDefault();
        String address = base.resolve(request.path()).toString();
        byte[] body = request.body().bytes();
        return () ->
                () -> {
                    HttpPost post = new HttpPost(address);
                    request.headers().forEach(h -> post.addHeader(h.getKey(), h.getValue()));
                    post.setEntity(new ByteArrayEntity(body));
                    try (CloseableHttpResponse answer = client.execute(post)) {
                        EntityUtils.consume(answer.getEntity());
                        require(answer.getStatusLine().getStatusCode());
                    }
                };
    }

    /** A new HttpClient 5 for each call. */
    static Client newForEachCall(URI base, Optional<SSLContext> trust, Recorded request) {
        return () ->
                () -> {
                    try (BareApache client = BareApache.tuned(base, trust, request)) {
                        client.caller().call();
                    }
                };
    }

    private static void require(int status) throws IOException {
        if (status != HttpStatus.SC_OK) {
            throw new IOException("not HTTP 200 but " + status);
        }
    }
}
