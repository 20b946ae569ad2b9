package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.List;
import java.util.Optional;

/** Creating a payment (Account Link V1.1, section 5). */
final class InquiryApi {

    private final DuitkuSettings settings;
    private final InquiryRules rules;
    private final LinkBook links;
    private final Payments payments;
    private final DuitkuCallbacks callbacks;

    InquiryApi(
            DuitkuSettings settings, LinkBook links, Payments payments, DuitkuCallbacks callbacks) {
        this.settings = settings;
        this.rules = new InquiryRules(settings);
        this.links = links;
        this.payments = payments;
        this.callbacks = callbacks;
    }

    SimulatorAnswer answer(SimulatorRequest request, SignatureCheck.Finding signature) {
        Optional<RequestFields> body =
                PageAddress.isForm(request) ? Optional.empty() : RequestFields.json(request.body());
        if (body.isEmpty()) {
            return Answers.error(400, "The request is invalid.");
        }
        if (!body.get().text("merchantCode").equals(settings.merchantCode())) {
            return Answers.error(404, "Merchant not found");
        }
        if (!signature.isValid()) {
            return Answers.error(401, "Wrong signature");
        }
        return rules.refusal(body.get())
                .orElseGet(() -> account(request, body.get(), signature.scheme()));
    }

    private SimulatorAnswer account(
            SimulatorRequest request, RequestFields body, SignatureScheme scheme) {
        Channel channel = Channel.of(body.text("paymentMethod")).orElseThrow();
        Optional<RequestFields> account = body.object("accountLink");
        if (account.isEmpty()) {
            return refused(body, ResultCode.INVALID_REQUEST);
        }
        Optional<Link> link = links.findActive(channel, account.get().text("credentialCode"));
        if (link.isEmpty()) {
            return refused(body, ResultCode.INVALID_CREDENTIAL);
        }
        RequestFields shopee = account.get().object("shopee").orElseGet(RequestFields::none);
        Order order = order(body, link.get(), shopee, scheme);
        boolean complete =
                channel == Channel.OVO
                        ? coversAmount(account.get(), order.amount())
                        : account.get().object("shopee").isPresent()
                                && payments.knowsVoucher(order.voucher());
        if (!complete) {
            return refused(body, ResultCode.INVALID_REQUEST);
        }
        return register(request, body, order);
    }

    private static Order order(
            RequestFields body, Link link, RequestFields shopee, SignatureScheme scheme) {
        boolean coins = link.wallet().channel() == Channel.SHOPEEPAY;
        return new Order(
                body.text("merchantOrderId"),
                body.wholeNumber("paymentAmount").orElseThrow(),
                link,
                coins && shopee.flag("useCoin"),
                coins ? shopee.text("promoId", "promo_ids") : "",
                body.text("productDetails"),
                body.text("additionalParam"),
                body.text("merchantUserInfo"),
                body.text("returnUrl"),
                body.text("callbackUrl"),
                scheme);
    }

    /** Only cash is documented for OVO, and it has to make up the whole amount. */
    private static boolean coversAmount(RequestFields account, long amount) {
        List<RequestFields> details =
                account.object("ovo").orElseGet(RequestFields::none).objects("paymentDetails");
        boolean cash = details.stream().allMatch(part -> part.text("paymentType").equals("CASH"));
        long sum = details.stream().mapToLong(d -> d.wholeNumber("amount").orElse(0L)).sum();
        return cash && sum == amount;
    }

    private SimulatorAnswer register(SimulatorRequest request, RequestFields body, Order order) {
        boolean known = payments.knownAs(order.id()).isPresent();
        boolean atOnce = settings.insufficientBalance() == InsufficientBalance.REFUSE_INQUIRY;
        if (!known && atOnce && !payments.isCovered(order)) {
            return refused(body, ResultCode.INSUFFICIENT_BALANCE);
        }
        SimulatorAnswer answer =
                payments.register(
                        order,
                        existing -> reuse(request, existing, order),
                        created -> accepted(request, created));
        if (!known && callbacks.takePaymentBeforeAnswer(order.id())) {
            payments.knownAs(order.id()).ifPresent(payments::pay);
            callbacks.messagesOf(order.id()).forEach(callbacks::deliver);
        }
        return answer;
    }

    private SimulatorAnswer reuse(SimulatorRequest request, Transaction existing, Order order) {
        if (settings.orderIdReuse() == OrderIdReuse.CONFLICT) {
            return Answers.error(409, "The transaction is still in progress");
        }
        if (existing.order().amount() != order.amount()) {
            return Answers.error(400, "Amount is different please try again later");
        }
        return existing.order().link() == order.link()
                ? accepted(request, existing)
                : Answers.error(409, "The transaction is still in progress");
    }

    private SimulatorAnswer accepted(SimulatorRequest request, Transaction transaction) {
        String page = PageAddress.of(settings, request, Routes.PAYMENT_PAGE, transaction.ticket());
        return Answers.ok(
                Answers.object()
                        .put("merchantCode", settings.merchantCode())
                        .put("reference", transaction.reference())
                        .put("paymentUrl", page)
                        .put("amount", Long.toString(transaction.order().amount()))
                        .put("statusCode", ResultCode.SUCCESS.code())
                        .put("statusMessage", ResultCode.SUCCESS.message()));
    }

    private SimulatorAnswer refused(RequestFields body, ResultCode result) {
        ObjectNode answer =
                Answers.object()
                        .put("merchantCode", settings.merchantCode())
                        .put("reference", "")
                        .put("paymentUrl", "")
                        .put("amount", body.text("paymentAmount"))
                        .put("statusCode", result.code())
                        .put("statusMessage", result.message());
        return Answers.ok(answer);
    }
}
