package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.model.Notification;
import java.util.Map;

/**
 * What the merchant's server answers, in SNAP's words: developers.doku.com, HTTP notification
 * sample for SNAP. The HTTP status is the first three digits of the code. Whatever is not 2xx is
 * delivered again after 30 minutes, 6 and 12 hours (the same site, retry notification).
 */
final class SnapReplies {
    private static final String JSON = "application/json";

    private final SnapJson json;

    SnapReplies(SnapJson json) {
        this.json = json;
    }

    HttpResponse accepted(SnapService service) {
        String words =
                service == SnapService.NOTIFICATION
                        ? "Request has been processed successfully"
                        : "Successful";
        return reply(200, service, "00", words);
    }

    HttpResponse retryLater(SnapService service) {
        return reply(500, service, "00", "General Error");
    }

    HttpResponse token(String token, String clientId, String timestamp) {
        ObjectNode body =
                json.object()
                        .put("responseCode", "2007300")
                        .put("responseMessage", "Successful")
                        .put("accessToken", token)
                        .put("tokenType", "Bearer")
                        .put("expiresIn", NotificationTokens.LIFE.toSeconds())
                        .put("additionalInfo", "");
        return new HttpResponse(
                200,
                Map.of(
                        "Content-Type",
                        JSON,
                        "X-CLIENT-KEY",
                        clientId,
                        "X-TIMESTAMP",
                        timestamp,
                        "Cache-Control",
                        "no-store"),
                json.write(body));
    }

    /**
     * A refusal that tells a stranger nothing.
     *
     * @param why for the merchant's log
     */
    Notification rejected(
            SnapService service, int status, String caseCode, String words, String why) {
        return new Notification.Rejected(why, reply(status, service, caseCode, words));
    }

    private HttpResponse reply(int status, SnapService service, String caseCode, String words) {
        Body body =
                json.write(
                        json.object()
                                .put("responseCode", status + service.code() + caseCode)
                                .put("responseMessage", words));
        return new HttpResponse(status, Map.of("Content-Type", JSON), body);
    }
}
