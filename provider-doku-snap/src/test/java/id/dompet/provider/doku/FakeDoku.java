package id.dompet.provider.doku;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Answers what it was told to; tokens it hands out by itself, numbered, unless told otherwise. */
final class FakeDoku {
    static final Instant NOW = Instant.parse("2025-01-15T03:20:30Z");

    final FakeTime time = new FakeTime(NOW);
    final Deque<Supplier<HttpResponse>> answers = new ArrayDeque<>();
    final Deque<Supplier<HttpResponse>> merchantTokenAnswers = new ArrayDeque<>();
    final Deque<Supplier<HttpResponse>> customerTokenAnswers = new ArrayDeque<>();
    final List<HttpRequest> tokenRequests = new ArrayList<>();
    private int issued;

    FakeDoku then(int status, String body) {
        answers.add(() -> HttpResponse.of(status, "application/json", body));
        return this;
    }

    FakeDoku then(RuntimeException failure) {
        answers.add(
                () -> {
                    throw failure;
                });
        return this;
    }

    void merchantToken(int status, String body) {
        merchantTokenAnswers.add(() -> HttpResponse.of(status, "application/json", body));
    }

    void customerToken(int status, String body) {
        customerTokenAnswers.add(() -> HttpResponse.of(status, "application/json", body));
    }

    static boolean isToken(HttpRequest request) {
        return request.uri().getPath().contains("/access-token/");
    }

    HttpResponse answer(HttpRequest request) {
        if (isToken(request)) {
            tokenRequests.add(request);
            return request.uri().getPath().endsWith("/b2b") ? merchantToken() : customerToken();
        }
        Supplier<HttpResponse> next = answers.poll();
        if (next == null) {
            throw new IllegalStateException("nobody said what to answer to " + request);
        }
        return next.get();
    }

    private HttpResponse merchantToken() {
        Supplier<HttpResponse> told = merchantTokenAnswers.poll();
        if (told != null) {
            return told.get();
        }
        issued++;
        return HttpResponse.of(
                200,
                "application/json",
                ("{\"responseCode\":\"2007300\",\"responseMessage\":\"Successful\","
                                + "\"accessToken\":\"merchant-token-%d\",\"tokenType\":\"Bearer\","
                                + "\"expiresIn\":900,\"additionalInfo\":\"\"}")
                        .formatted(issued));
    }

    private HttpResponse customerToken() {
        Supplier<HttpResponse> told = customerTokenAnswers.poll();
        if (told != null) {
            return told.get();
        }
        issued++;
        return customerTokenAnswer(
                "customer-token-" + issued, time.now().plus(Duration.ofMinutes(15)));
    }

    static HttpResponse customerTokenAnswer(String token, Instant end) {
        return HttpResponse.of(
                200,
                "application/json",
                ("{\"responseCode\":\"2007400\",\"responseMessage\":\"Successful\","
                                + "\"accessToken\":\"%s\",\"tokenType\":\"Bearer\","
                                + "\"accessTokenExpiryTime\":\"%s\",\"refreshToken\":\"refresh-%s\","
                                + "\"refreshTokenExpiryTime\":\"2025-01-30T10:20:30+07:00\","
                                + "\"additionalInfo\":\"\"}")
                        .formatted(token, SnapTime.field(end), token));
    }
}
