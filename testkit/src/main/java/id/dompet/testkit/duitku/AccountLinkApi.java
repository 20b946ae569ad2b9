package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.PageLinks;
import id.dompet.testkit.PhoneNumbers;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** connect, disconnect, user info and top-up (Account Link V1.1, sections 1 to 4). */
final class AccountLinkApi {

    private static final List<String> TOP_UP_WAYS =
            List.of("ATM", "Internet / Mobile Banking", "Grab", "Tokopedia");

    private final DuitkuSettings settings;
    private final Wallets wallets;
    private final LinkBook links;

    AccountLinkApi(DuitkuSettings settings, Wallets wallets, LinkBook links) {
        this.settings = settings;
        this.wallets = wallets;
        this.links = links;
    }

    SimulatorAnswer answer(
            DuitkuOperation operation, SimulatorRequest request, SignatureCheck.Finding signature) {
        Optional<String> merchant = request.header("X-Duitku-merchant");
        if (merchant.isEmpty()) {
            return Answers.accountLinkError(401, "Unauthorized");
        }
        if (!merchant.get().equals(settings.merchantCode())) {
            return Answers.accountLink(ResultCode.MERCHANT_NOT_FOUND);
        }
        if (!signature.isValid()) {
            return Answers.accountLinkError(401, "Unauthorized");
        }
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            return Answers.accountLinkError(400, "Content-Type must be application/json");
        }
        return RequestFields.json(request.body())
                .map(body -> answer(operation, request, body))
                .orElseGet(() -> Answers.accountLink(ResultCode.INVALID_REQUEST));
    }

    private SimulatorAnswer answer(
            DuitkuOperation operation, SimulatorRequest request, RequestFields body) {
        String code = body.text("channel");
        if (code.isEmpty()) {
            return Answers.accountLink(ResultCode.INVALID_REQUEST);
        }
        Optional<Channel> channel = Channel.of(code);
        if (channel.isEmpty()) {
            return Answers.accountLink(ResultCode.WRONG_METHOD);
        }
        if (!settings.channels().contains(channel.get())) {
            return Answers.accountLink(ResultCode.METHOD_UNAVAILABLE);
        }
        if (operation == DuitkuOperation.CONNECT) {
            return connect(request, channel.get(), body);
        }
        String credential = body.text("credentialCode");
        if (credential.isEmpty() || isLonger(credential, 50)) {
            return Answers.accountLink(ResultCode.INVALID_CREDENTIAL);
        }
        return switch (operation) {
            case DISCONNECT -> disconnect(channel.get(), credential);
            case USER_INFO -> userInfo(channel.get(), credential);
            default -> topUp(channel.get(), credential);
        };
    }

    private SimulatorAnswer connect(SimulatorRequest request, Channel channel, RequestFields body) {
        String phone = body.text("phoneNumber");
        Optional<String> local = PhoneNumbers.toLocal(phone);
        if (isLonger(phone, 50) || local.isEmpty()) {
            return Answers.accountLink(ResultCode.INVALID_PHONE);
        }
        String returnUrl = body.text("returnUrl");
        if (isLonger(returnUrl, 255) || !PageLinks.isAddress(returnUrl)) {
            return Answers.accountLink(ResultCode.INVALID_RETURN_URL);
        }
        String customer = body.text("customerUniqueId");
        if (customer.isBlank() || isLonger(customer, 255)) {
            return Answers.accountLink(ResultCode.INVALID_CUSTOMER_ID);
        }
        Wallet wallet = wallets.of(channel, local.get());
        if (!wallet.isRegistered()) {
            return Answers.accountLink(ResultCode.INVALID_PHONE);
        }
        if (wallet.isBlocked()) {
            return Answers.accountLink(ResultCode.FAILED);
        }
        LinkAttempt attempt = links.open(wallet, customer, returnUrl);
        String page = PageAddress.of(settings, request, Routes.LINK_PAGE, attempt.ticket());
        return Answers.accountLink(Answers.object().put("webviewUrl", page), ResultCode.SUCCESS);
    }

    private SimulatorAnswer disconnect(Channel channel, String credential) {
        return Answers.accountLink(
                links.end(channel, credential)
                        ? ResultCode.SUCCESS
                        : ResultCode.INVALID_CREDENTIAL);
    }

    private SimulatorAnswer userInfo(Channel channel, String credential) {
        Optional<Link> link = links.find(channel, credential);
        if (link.isEmpty()) {
            return Answers.accountLink(ResultCode.INVALID_CREDENTIAL);
        }
        ObjectNode body =
                Answers.object()
                        .put("accountStatus", link.get().isActive() ? "LINKED" : "UNLINKED")
                        .put("channel", channel.code());
        if (link.get().isActive()) {
            balance(body, "balanceCash", link.get().wallet().cash());
            balance(body, "balancePoint", link.get().wallet().points());
        }
        return Answers.accountLink(body, ResultCode.SUCCESS);
    }

    private void balance(ObjectNode body, String name, long amount) {
        if (settings.balanceFormat() == BalanceFormat.NUMBER) {
            body.put(name, amount);
        } else {
            body.put(name, Long.toString(amount));
        }
    }

    private SimulatorAnswer topUp(Channel channel, String credential) {
        if (channel != Channel.OVO) {
            return Answers.accountLink(ResultCode.WRONG_METHOD);
        }
        if (links.findActive(channel, credential).isEmpty()) {
            return Answers.accountLink(ResultCode.INVALID_CREDENTIAL);
        }
        ObjectNode body = Answers.object();
        for (String way : TOP_UP_WAYS) {
            String slug = way.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
            body.withArray("data")
                    .addObject()
                    .put("displayText", way)
                    .put("icon", "https://wallet.example/topup/icons/ic_" + slug + ".png")
                    .put("url", "https://wallet.example/topup/topup_" + slug + ".html");
        }
        return Answers.accountLink(body, ResultCode.SUCCESS);
    }

    /** The documents count characters, so a character outside the basic plane is one, not two. */
    static boolean isLonger(String text, int limit) {
        return text.codePointCount(0, text.length()) > limit;
    }
}
