package id.dompet.provider.duitku;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.model.UnknownCause;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Answers that say nothing, and why they do not. */
final class BadAnswers {
    private BadAnswers() {}

    static Stream<Arguments> all() {
        return Stream.concat(serverErrors(), unreadable());
    }

    static Stream<Arguments> serverErrors() {
        return Stream.of(500, 501, 502, 503, 504, 520, 599, 408, 429)
                .flatMap(
                        status ->
                                Stream.of("", "<html>busy</html>", GENUINE, "{\"Message\":\"x\"}")
                                        .map(
                                                body ->
                                                        Arguments.of(
                                                                json(status, body),
                                                                UnknownCause.SERVER_ERROR)));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                        json(200, ""),
                        json(200, " "),
                        json(200, "null"),
                        json(200, "\"00\""),
                        json(200, "[]"),
                        json(200, "[" + GENUINE + "]"),
                        json(200, "{}"),
                        json(200, "OK"),
                        json(200, "<html><body>Please log in</body></html>"),
                        json(200, GENUINE.substring(0, GENUINE.length() - 1)),
                        json(200, GENUINE.substring(0, 20)),
                        json(200, GENUINE + GENUINE),
                        json(200, GENUINE + "x"),
                        json(200, GENUINE.replace("{", "{\"resultCode\":\"01\",")),
                        json(200, GENUINE.replace("{", "{\"statusCode\":\"01\",")),
                        json(200, GENUINE.replace("{", "{\"a\":" + "1".repeat(65) + ",")),
                        json(200, GENUINE.replace("{", "{\"a\":\"" + "x".repeat(33_000) + "\",")),
                        json(200, "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"),
                        json(200, "{\"resultCode\":null,\"statusCode\":null}"),
                        json(200, "{\"resultCode\":\"\",\"statusCode\":\" \"}"),
                        json(200, "{\"resultCode\":{},\"statusCode\":[]}"),
                        json(200, "{\"ResultCode\":\"00\",\"RESULTCODE\":\"00\"}"),
                        new HttpResponse(200, Map.of(), Body.of(new byte[] {(byte) 0xff, 0, 1})),
                        new HttpResponse(
                                302, Map.of("Location", "https://elsewhere.example"), Body.empty()),
                        json(204, ""))
                .map(response -> Arguments.of(response, UnknownCause.UNREADABLE_ANSWER));
    }

    /** Would be a success of every operation, if it came whole and alone with HTTP 200. */
    static final String GENUINE =
            "{\"resultCode\":\"00\",\"statusCode\":\"00\","
                    + "\"webviewUrl\":\"https://wallet.example/pin\",\"accountStatus\":\"LINKED\","
                    + "\"channel\":\"OL\",\"balanceCash\":549159,\"balancePoint\":0,"
                    + "\"data\":[],\"reference\":\"D0001REF\",\"amount\":\"10000\","
                    + "\"merchantOrderId\":\"12341234\"}";

    static final List<String> UNDOCUMENTED =
            List.of("0", "000", "11", "99", "-1", "-10", "-1000", "AB", "00 ", "x/../y", "200");

    private static HttpResponse json(int status, String body) {
        return HttpResponse.of(status, "application/json", body);
    }
}
