package id.dompet.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** Made-up answers, each as a whole HTTP response, found by the end of the request's path. */
public final class Answers {
    /** The order that status questions are answered about. */
    public static final String ORDER = "bench-0000000001";

    /** Its amount in whole rupiah. */
    public static final long AMOUNT = 150_000;

    /** As long as the tokens that the provider gives out. */
    private static final int TOKEN_CHARACTERS = 461;

    private static final byte[] NOT_FOUND = response("404 Not Found", "{}");
    private static final Map<String, byte[]> BY_PATH = all();

    private Answers() {}

    private static Map<String, byte[]> all() {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        answers.put(
                "/debit/payment-host-to-host",
                ok(
                        """
                        {"responseCode":"2005400","responseMessage":"Successful",\
                        "webRedirectUrl":"https://app.doku.example/link/283702597342089?id=ZRqK6N0\
                        q3cHhY2b7LJg1VtTz9PdX4uWfAeBsM8iCkR5oGvQnEyDlUx","referenceNo":\
                        "2020102977770000000009","additionalInfo":{"channel":"EMONEY_OVO_SNAP"}}"""));
        answers.put(
                "/balance-inquiry",
                ok(
                        """
                        {"responseCode":"2001100","responseMessage":"Successful","accountInfos":[\
                        {"balanceType":"CASH","amount":{"value":"200000.00","currency":"IDR"},\
                        "availableBalance":{"value":"200000.00","currency":"IDR"}},\
                        {"balanceType":"POINTS","amount":{"value":"1500.00","currency":"IDR"}}]}"""));
        answers.put(
                "/access-token/b2b",
                ok(
                        """
                        {"responseCode":"2007300","responseMessage":"Successful","accessToken":\
                        "%s","tokenType":"Bearer","expiresIn":86400,"additionalInfo":""}"""
                                .formatted("m".repeat(TOKEN_CHARACTERS))));
        answers.put(
                "/access-token/b2b2c",
                ok(
                        """
                        {"responseCode":"2007400","responseMessage":"Successful","accessToken":\
                        "%s","tokenType":"Bearer","accessTokenExpiryTime":\
                        "2099-01-01T00:00:00+07:00","refreshToken":"%s","refreshTokenExpiryTime":\
                        "2099-01-01T00:00:00+07:00","additionalInfo":{}}"""
                                .formatted("c".repeat(TOKEN_CHARACTERS), "r".repeat(64))));
        answers.put(
                "/inquiry",
                ok(
                        """
                        {"merchantCode":"D0001","reference":"D0001CX80TZJ85Q70QCI","paymentUrl":\
                        "https://app.duitku.example/redirect_checkout?reference=D0001CX80TZJ85Q70QC\
                        I","amount":"%d","statusCode":"00","statusMessage":"SUCCESS"}"""
                                .formatted(AMOUNT)));
        answers.put(
                "/transactionStatus",
                ok(
                        """
                        {"merchantOrderId":"%s","reference":"D0001CX80TZJ85Q70QCI","amount":"%d",\
                        "fee":"0.00","statusCode":"00","statusMessage":"SUCCESS"}"""
                                .formatted(ORDER, AMOUNT)));
        return answers;
    }

    /** The response to a request for this path. */
    public static byte[] to(String path) {
        for (Map.Entry<String, byte[]> answer : BY_PATH.entrySet()) {
            if (path.endsWith(answer.getKey())) {
                return answer.getValue();
            }
        }
        return NOT_FOUND;
    }

    private static byte[] ok(String json) {
        return response("200 OK", json);
    }

    static byte[] response(String status, String body) {
        byte[] content = body.getBytes(UTF_8);
        String head =
                "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(status, content.length);
        return join(head.getBytes(US_ASCII), content);
    }

    private static byte[] join(byte[] head, byte[] content) {
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }
}
