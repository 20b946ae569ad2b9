package id.dompet.testkit.duitku;

import id.dompet.testkit.Masking;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.page.Field;
import id.dompet.testkit.page.Text;
import id.dompet.testkit.page.WalletPage;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page behind {@code webviewUrl}: the wallet asks its owner whether to be linked. */
final class LinkPage {

    private static final String LINKED = "00";
    private static final String NOT_LINKED = "01";

    private final DuitkuSettings settings;
    private final LinkBook links;

    LinkPage(DuitkuSettings settings, LinkBook links) {
        this.settings = settings;
        this.links = links;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = RequestFields.form(request.query()).text("ticket");
        return links.withOpen(ticket, attempt -> answer(request, attempt))
                .or(() -> links.ofPage(ticket).map(attempt -> closed(request, attempt)))
                .orElseGet(() -> WalletPage.missing(410, request));
    }

    private SimulatorAnswer answer(SimulatorRequest request, LinkAttempt attempt) {
        if (!request.method().equals("POST")) {
            return form(attempt).answer(request);
        }
        RequestFields fields = RequestFields.form(request.text());
        if (fields.text("action").equals("decline")) {
            return decided(request, attempt, NOT_LINKED);
        }
        return switch (attempt.pins().enter(fields.text("pin"))) {
            // A wallet blocked since the connect cannot be linked any more.
            case RIGHT ->
                    decided(request, attempt, attempt.wallet().isBlocked() ? NOT_LINKED : LINKED);
            case WRONG ->
                    form(attempt)
                            .mistake("pin", Text.WRONG_PIN, attempt.pins().left())
                            .answer(request);
            case EXHAUSTED -> decided(request, attempt, NOT_LINKED);
        };
    }

    private WalletPage form(LinkAttempt attempt) {
        return WalletPage.titled(Text.LINK_TITLE, attempt.wallet().channel().displayName())
                .fact(Text.NUMBER, Masking.phone(attempt.wallet().phoneNumber()))
                .note(Text.LINK_ALLOWS)
                .window(settings.clock().instant(), attempt.expiresAt())
                .field(Field.pin())
                .confirm(Text.LINK);
    }

    private SimulatorAnswer decided(
            SimulatorRequest request, LinkAttempt attempt, String resultCode) {
        String credentialCode =
                resultCode.equals(LINKED) ? links.complete(attempt).credentialCode() : "";
        String address = back(attempt, resultCode, credentialCode);
        attempt.decided(address);
        return WalletPage.redirect(request, address);
    }

    /** Too late, or a second time: what was decided stays decided. */
    private SimulatorAnswer closed(SimulatorRequest request, LinkAttempt attempt) {
        return attempt.ledTo()
                .map(address -> WalletPage.finished(request, address))
                .orElseGet(() -> WalletPage.expired(request, back(attempt, NOT_LINKED, "")));
    }

    /** Account Link V1.1, section 1; the credential code comes only with success. */
    private String back(LinkAttempt attempt, String resultCode, String credentialCode) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("resultCode", resultCode);
        parameters.put("phoneNumber", attempt.wallet().phoneNumber());
        parameters.put("state", "LINKAGE");
        if (!credentialCode.isEmpty()) {
            parameters.put("credentialCode", credentialCode);
        }
        parameters.put("customerUniqueId", attempt.customerUniqueId());
        return PageAddress.back(settings.returnUrlStyle(), attempt.returnUrl(), parameters);
    }
}
