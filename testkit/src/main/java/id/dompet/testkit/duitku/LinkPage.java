package id.dompet.testkit.duitku;

import id.dompet.testkit.Masking;
import id.dompet.testkit.PageHtml;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page behind {@code webviewUrl}: the wallet asks its owner whether to be linked. */
final class LinkPage {

    private final DuitkuSettings settings;
    private final LinkBook links;

    LinkPage(DuitkuSettings settings, LinkBook links) {
        this.settings = settings;
        this.links = links;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = RequestFields.form(request.query()).text("ticket");
        return links.withOpen(ticket, attempt -> answer(request, attempt))
                .orElseGet(
                        () ->
                                PageHtml.notice(
                                        410, "Page expired", "This page can no longer be used."));
    }

    private SimulatorAnswer answer(SimulatorRequest request, LinkAttempt attempt) {
        if (!request.method().equals("POST")) {
            return form(attempt, "");
        }
        RequestFields fields = RequestFields.form(request.text());
        if (fields.text("action").equals("decline")) {
            attempt.use();
            return back(attempt, "01", "");
        }
        return switch (attempt.pins().enter(fields.text("pin"))) {
            case RIGHT -> linked(attempt);
            case WRONG -> form(attempt, "Wrong PIN. Please try again.");
            case EXHAUSTED -> {
                attempt.use();
                yield back(attempt, "01", "");
            }
        };
    }

    /** A wallet blocked since the connect cannot be linked any more. */
    private SimulatorAnswer linked(LinkAttempt attempt) {
        if (attempt.wallet().isBlocked()) {
            attempt.use();
            return back(attempt, "01", "");
        }
        return back(attempt, "00", links.complete(attempt).credentialCode());
    }

    private static SimulatorAnswer form(LinkAttempt attempt, String error) {
        String wallet = attempt.wallet().channel().displayName();
        return PageHtml.pin(
                "Link your " + wallet + " account",
                List.of(
                        "Number " + Masking.phone(attempt.wallet().phoneNumber()),
                        "The merchant will be able to ask for payments from this account."),
                error);
    }

    /** Account Link V1.1, section 1; the credential code comes only with success. */
    private SimulatorAnswer back(LinkAttempt attempt, String resultCode, String credentialCode) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("resultCode", resultCode);
        parameters.put("phoneNumber", attempt.wallet().phoneNumber());
        parameters.put("state", "LINKAGE");
        if (!credentialCode.isEmpty()) {
            parameters.put("credentialCode", credentialCode);
        }
        parameters.put("customerUniqueId", attempt.customerUniqueId());
        return PageHtml.redirect(
                PageAddress.back(settings.returnUrlStyle(), attempt.returnUrl(), parameters));
    }
}
