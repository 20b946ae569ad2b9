package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.model.Money;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a verified notification says: developers.doku.com, HTTP notification sample for SNAP, for
 * payments. Binding notifications are on no page; their form is the one that merchants receive.
 */
final class NotificationEvents {
    private static final int ID_CHARACTERS = 40;

    private final ProviderId provider;
    private final BindReports reports;

    NotificationEvents(ProviderId provider, BindReports reports) {
        this.provider = provider;
        this.reports = reports;
    }

    /**
     * An event; what is genuine and new to us included.
     *
     * @param recent whether its signed time is near enough to be believed without asking
     */
    Event read(JsonObject body, boolean recent, Instant now) throws JsonObject.Unreadable {
        Optional<String> payment = body.text("originalPartnerReferenceNo");
        if (payment.isPresent()) {
            return payment(body, payment.get(), recent, now);
        }
        Optional<JsonObject> more = body.object("additionalInfo");
        Optional<String> customer = more.flatMap(m -> m.text("custIdMerchant"));
        Optional<String> status = more.flatMap(m -> m.text("status"));
        Optional<String> externalId = body.text("originalExternalId");
        if (customer.isPresent() && status.isPresent() && externalId.isPresent()) {
            return binding(more.get(), externalId.get(), customer.get(), status.get(), recent, now);
        }
        Map<String, String> all = new TreeMap<>();
        body.flattenInto(all, "");
        return new Event.Unrecognised(provider, id("other", all.toString()), "notification");
    }

    private Event payment(JsonObject body, String reference, boolean recent, Instant now)
            throws JsonObject.Unreadable {
        ReportedStatus reported = new ReportedStatus(body);
        Optional<Money> amount = reported.amount();
        Optional<PaymentOutcome> outcome = reported.outcome(SnapService.NOTIFICATION, now);
        boolean plain =
                switch (reported.status()) {
                    case SUCCESS, INITIATED, PAYING, PENDING, CANCELED, FAILED -> true;
                    // Whether the amount is what went back or what was paid is not documented.
                    case REFUNDED, NOT_FOUND, UNDOCUMENTED -> false;
                };
        return new Event.PaymentReported(
                provider,
                id(
                        "payment",
                        reference,
                        body.text("originalReferenceNo").orElse(""),
                        body.text("latestTransactionStatus").orElse(""),
                        amount.map(Money::toString).orElse("")),
                reference,
                reported.status() == TransactionStatus.REFUNDED ? Optional.empty() : amount,
                outcome.orElse(new PaymentOutcome.Processing(Optional.empty())),
                recent && plain && outcome.isPresent());
    }

    private Event binding(
            JsonObject more,
            String externalId,
            String customer,
            String status,
            boolean recent,
            Instant now) {
        String id = id("binding", externalId, customer, status);
        Optional<DokuChannel> channel =
                more.firstText("channel", "channelId")
                        .flatMap(DokuChannel::ofCode)
                        .or(() -> ExternalIds.channel(externalId));
        String ended = status.toUpperCase(Locale.ROOT);
        if (channel.isEmpty() || !List.of("SUCCESS", "FAILED").contains(ended)) {
            return new Event.Unrecognised(provider, id, "binding notification");
        }
        if (recent && ended.equals("SUCCESS")) {
            reports.succeeded(externalId, customer, more.text("authCode").map(Secret::of), now);
        } else if (recent) {
            reports.failed(externalId, customer, now);
        }
        return new Event.BindFinished(
                provider, id, channel.get().wallet(), customer, Optional.empty());
    }

    /** The same for every delivery: made from what is said, not from how it was sent. */
    private static String id(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return "doku-"
                + Digest.SHA_256.hex(text.toString().getBytes(UTF_8)).substring(0, ID_CHARACTERS);
    }
}
