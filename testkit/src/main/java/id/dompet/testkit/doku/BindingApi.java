package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.PageLinks;
import id.dompet.testkit.PhoneNumbers;
import id.dompet.testkit.SimulatorAnswer;
import java.util.List;
import java.util.regex.Pattern;

/** Account binding and unbinding (OVO Open API, sections 1 and Additional Feature 1). */
final class BindingApi {

    private static final Pattern PHONE = Pattern.compile("62\\d{7,14}");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final int URL_LENGTH = 2048;

    private final DokuSettings settings;
    private final DokuWallets wallets;
    private final BindingBook bindings;
    private final TokenBook tokens;
    private final DokuIds ids;
    private final SnapAnswers answers;

    BindingApi(
            DokuSettings settings,
            DokuWallets wallets,
            BindingBook bindings,
            TokenBook tokens,
            DokuIds ids) {
        this.settings = settings;
        this.wallets = wallets;
        this.bindings = bindings;
        this.tokens = tokens;
        this.ids = ids;
        this.answers = new SnapAnswers(settings);
    }

    SimulatorAnswer bind(SnapCall call) {
        String phone = call.body().matching("phoneNo", PHONE);
        SnapFields info = call.body().object("additionalInfo");
        String customer = info.text("custIdMerchant", 1, 64);
        checkPerson(info);
        if (call.requiredChannel() == DokuChannel.ALLO) {
            checkDevice(info);
        }
        String success = info.address("successRegistrationUrl", URL_LENGTH);
        String failed = info.address("failedRegistrationUrl", URL_LENGTH);
        String local = PhoneNumbers.toLocal(phone).orElseThrow(() -> Refusal.format("phoneNo"));
        Binding binding =
                bindings.open(
                        new Binding.Request(
                                wallets.of(call.requiredChannel(), local),
                                customer,
                                call.externalId(),
                                success,
                                failed));
        return answers.ok(call.operation(), answer(call, binding));
    }

    private static void checkPerson(SnapFields info) {
        info.optionalText("customerName", 70);
        info.optionalText("email", 64);
        info.optionalText("idCard", 20);
        info.optionalText("country", 60);
        info.optionalText("address", 255);
        if (info.has("dateOfBirth")) {
            info.matching("dateOfBirth", DATE);
        }
    }

    /** Allo wants to know the device (Allo page). */
    private static void checkDevice(SnapFields info) {
        info.text("deviceModel", 1, 64);
        info.choice("osType", List.of("ios", "android"));
        info.choice("channelId", List.of("app", "web"));
    }

    private ObjectNode answer(SnapCall call, Binding binding) {
        String page =
                PageLinks.base(
                                settings.place().publicUrl(),
                                call.request(),
                                settings.place().bindAddress())
                        + Routes.BINDING_PAGE
                        + (call.isCurrent() ? "core/" : "")
                        + binding.ticket();
        ObjectNode fields =
                SnapAnswers.object()
                        .put("referenceNo", binding.referenceNo())
                        .put("redirectUrl", page);
        fields.putObject("additionalInfo")
                .put("custIdMerchant", binding.request().custIdMerchant())
                .put(
                        settings.protocol().statusInsteadOfAccountStatus()
                                ? "status"
                                : "accountStatus",
                        "PENDING")
                .put("authCode", binding.authCode());
        return fields;
    }

    SimulatorAnswer unbind(SnapCall call) {
        String tokenId = call.body().text("tokenId", 1, 2048);
        if (tokenId.startsWith("Bearer ")) {
            throw Refusal.format("tokenId");
        }
        CustomerToken token =
                tokens.customerToken(tokenId)
                        .filter(
                                found ->
                                        found.binding().wallet().channel()
                                                == call.requiredChannel())
                        .orElseThrow(() -> new Refusal(SnapCase.INVALID_CUSTOMER_TOKEN));
        bindings.end(token.binding());
        return answers.ok(
                call.operation(),
                SnapAnswers.object().put("referenceNo", ids.unbindingReferenceNo()));
    }
}
