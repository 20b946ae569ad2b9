package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import id.dompet.provider.duitku.AccountLinkReading.Coded;
import id.dompet.provider.duitku.AccountLinkReading.Open;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.Pages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links wallets: Account Link V1.1, section 1. */
final class DuitkuBind implements BindPort {
    private static final String PATH = "connect";
    private static final int MAX_RETURN_URL = 255;

    private final ProviderId id;
    private final AccountLink accountLink;
    private final DuitkuJson json;
    private final UserInfo userInfo;
    private final LinkedAccounts accounts;

    DuitkuBind(
            ProviderId id,
            AccountLink accountLink,
            DuitkuJson json,
            UserInfo userInfo,
            LinkedAccounts accounts) {
        this.id = id;
        this.accountLink = accountLink;
        this.json = json;
        this.userInfo = userInfo;
        this.accounts = accounts;
    }

    @Override
    public BindOutcome start(Call call, BindAttempt attempt) {
        DuitkuChannel channel = DuitkuChannel.require(id, attempt.wallet());
        String returnUrl = attempt.returnUrl().toString();
        if (returnUrl.length() > MAX_RETURN_URL) {
            throw new InvalidRequest(
                    id,
                    "the return URL with its nonce has %d characters; Duitku takes at most %d"
                            .formatted(returnUrl.length(), MAX_RETURN_URL));
        }
        String phone = attempt.customer().phone().local();
        ObjectNode fields =
                json.object()
                        .put("phoneNumber", phone)
                        .put("customerUniqueId", attempt.customer().reference())
                        .put("channel", channel.code())
                        .put("returnUrl", returnUrl);
        AccountLinkReading reading =
                accountLink.change(
                        call,
                        PATH,
                        fields,
                        List.of(phone, attempt.customer().phone().international()));
        return reading instanceof Coded coded ? started(attempt, coded) : unknown((Open) reading);
    }

    private BindOutcome started(BindAttempt attempt, Coded coded) {
        return switch (coded.result().connect()) {
            case ACCEPTED -> awaiting(attempt, coded.json());
            case REFUSED ->
                    new BindOutcome.Refused(
                            new Decline(
                                    coded.result().reason(),
                                    coded.result().code(),
                                    coded.words().isEmpty()
                                            ? coded.result().meaning()
                                            : coded.words()));
            case INVALID, CREDENTIALS, UNSUPPORTED -> throw accountLink.refusal(PATH, coded);
            case BINDING_ENDED, UNKNOWN ->
                    new BindOutcome.Unknown(
                            UnknownCause.SERVER_ERROR, AccountLink.describe(PATH, coded));
        };
    }

    private static BindOutcome awaiting(BindAttempt attempt, JsonObject answer) {
        Optional<URI> page = answer.text("webviewUrl").flatMap(Pages::safe);
        return page.isPresent()
                ? new BindOutcome.AwaitingCustomer(attempt, page.get())
                : new BindOutcome.Unknown(
                        UnknownCause.UNREADABLE_ANSWER,
                        "connect: success without a webviewUrl that can be opened safely");
    }

    private static BindOutcome unknown(Open open) {
        return new BindOutcome.Unknown(open.cause(), open.detail());
    }

    /**
     * The code travels in the return URL and nowhere else, and Duitku sends no notification about
     * links: without it nothing can be asked, and the customer may still be typing. Nothing in the
     * URL is signed, so the code must be live, and nobody else's, before it is believed; that it
     * was this customer who came back is what the nonce shows.
     */
    @Override
    public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
        DuitkuChannel channel = DuitkuChannel.require(id, attempt.wallet());
        if (returned.isEmpty()) {
            return new BindOutcome.Processing(attempt);
        }
        LinkReturn link = new LinkReturn(returned);
        Optional<Decline> refusal = link.refusal(attempt);
        if (refusal.isPresent()) {
            return new BindOutcome.Refused(refusal.get());
        }
        Optional<String> code = link.credentialCode();
        if (code.isEmpty()) {
            return new BindOutcome.Unknown(
                    UnknownCause.UNREADABLE_ANSWER,
                    "the return URL says that the wallet was linked and brings no credentialCode");
        }
        if (userInfo.linked(call, channel, code.get()).isEmpty()) {
            return refused(Reason.BINDING_INVALID, "Duitku says that the wallet is not linked");
        }
        Optional<Binding> binding =
                accounts.claim(channel, code.get(), attempt.customer(), call.now());
        return binding.isPresent()
                ? new BindOutcome.Bound(binding.get())
                : refused(
                        Reason.BOUND_TO_ANOTHER_CUSTOMER,
                        "the credential code is stored for another customer");
    }

    private static BindOutcome refused(Reason reason, String explanation) {
        return new BindOutcome.Refused(Decline.of(reason, explanation));
    }
}
