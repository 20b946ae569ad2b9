package id.dompet.model;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One charge. Store it before you pay it: with it, and nothing else, you can pay, and ask.
 *
 * @param reference the merchant's own, unique for ever: 1 to 32 letters, digits, dots, dashes and
 *     underscores
 * @param provider where it goes, whatever the configuration prefers later
 * @param wallet which wallet
 * @param kind how the customer takes part
 * @param amount more than zero
 * @param description what is paid for, as the customer will read it; 1 to 255 characters
 * @param customer who pays
 * @param binding the linked wallet; empty for {@link Kind#REDIRECT} only
 * @param returnUrl where the customer's browser comes back to; no query, https outside loopback
 * @param failureUrl the same for a customer who failed, where the provider makes a difference
 * @param items the order's lines; empty, or adding up to the amount
 * @param points the part to pay with points, if any
 * @param voucher a voucher code of the wallet's, if any; at most 50 characters
 * @param createdAt when the merchant made it, to the millisecond. "Not found" becomes final some
 *     time after, so pay it soon: core refuses to send one that was made too long ago
 */
public record Payment(
        String reference,
        ProviderId provider,
        Wallet wallet,
        Kind kind,
        Money amount,
        String description,
        Customer customer,
        Optional<Binding> binding,
        URI returnUrl,
        Optional<URI> failureUrl,
        List<LineItem> items,
        Optional<Points> points,
        Optional<String> voucher,
        Instant createdAt) {

    /** How the customer takes part. */
    public enum Kind {
        /** A linked wallet, the customer at hand: most wallets still ask them for a PIN. */
        LINKED,
        /** A linked wallet, the customer elsewhere: subscriptions, auto-debit. */
        UNATTENDED,
        /** No link: the customer confirms in their app. */
        REDIRECT
    }

    /** Refuses what no provider would take. */
    public Payment {
        Texts.requireReference("payment reference", reference);
        Texts.require("payment description", description, 255);
        Texts.requirePage("return URL", returnUrl);
        failureUrl.ifPresent(url -> Texts.requirePage("failure URL", url));
        voucher.ifPresent(code -> Texts.require("voucher code", code, 50));
        items = List.copyOf(items);
        // What every database keeps, so that a stored payment equals the one that was stored.
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        if (amount.amount().signum() == 0) {
            throw new IllegalArgumentException("payments are more than zero");
        }
        if (!items.isEmpty() && !sum(items, amount).equals(amount)) {
            throw new IllegalArgumentException(
                    "the line items add up to %s, the payment is %s"
                            .formatted(sum(items, amount), amount));
        }
        if (points.flatMap(Points::part).filter(part -> part.compareTo(amount) > 0).isPresent()) {
            throw new IllegalArgumentException("the points are more than the payment");
        }
        if (binding.isPresent() != (kind != Kind.REDIRECT)) {
            throw new IllegalArgumentException(
                    "LINKED and UNATTENDED payments have a binding, REDIRECT payments have none");
        }
        if (binding.isPresent()
                && !(binding.get().provider().equals(provider)
                        && binding.get().wallet().equals(wallet))) {
            throw new IllegalArgumentException(
                    "the binding belongs to another provider or wallet than the payment");
        }
        if (binding.isPresent()
                && !binding.get().customerReference().equals(customer.reference())) {
            throw new IllegalArgumentException("the binding belongs to another customer");
        }
    }

    /** Charges a linked wallet: goes where the binding lives. */
    public static Payment linked(
            String reference,
            Binding binding,
            Customer customer,
            Money amount,
            String description,
            URI returnUrl,
            Instant now) {
        return new Payment(
                reference,
                binding.provider(),
                binding.wallet(),
                Kind.LINKED,
                amount,
                description,
                customer,
                Optional.of(binding),
                returnUrl,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** Charges a wallet that is not linked; {@code provider} comes from {@code Dompet.route}. */
    public static Payment redirect(
            String reference,
            ProviderId provider,
            Wallet wallet,
            Customer customer,
            Money amount,
            String description,
            URI returnUrl,
            Instant now) {
        return new Payment(
                reference,
                provider,
                wallet,
                Kind.REDIRECT,
                amount,
                description,
                customer,
                Optional.empty(),
                returnUrl,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** The same charge with the customer elsewhere. */
    public Payment unattended() {
        return with(Kind.UNATTENDED, failureUrl, items, points, voucher);
    }

    /** The same charge with the order's lines. */
    public Payment withItems(List<LineItem> lines) {
        return with(kind, failureUrl, lines, points, voucher);
    }

    /** The same charge, partly paid with points. */
    public Payment withPoints(Points part) {
        return with(kind, failureUrl, items, Optional.of(part), voucher);
    }

    /** The same charge with a voucher. */
    public Payment withVoucher(String code) {
        return with(kind, failureUrl, items, points, Optional.of(code));
    }

    /** The same charge with a page of its own for failures. */
    public Payment withFailureUrl(URI url) {
        return with(kind, Optional.of(url), items, points, voucher);
    }

    private Payment with(
            Kind newKind,
            Optional<URI> newFailureUrl,
            List<LineItem> newItems,
            Optional<Points> newPoints,
            Optional<String> newVoucher) {
        return new Payment(
                reference,
                provider,
                wallet,
                newKind,
                amount,
                description,
                customer,
                binding,
                returnUrl,
                newFailureUrl,
                newItems,
                newPoints,
                newVoucher,
                createdAt);
    }

    private static Money sum(List<LineItem> items, Money like) {
        return items.stream()
                .map(LineItem::total)
                .reduce(
                        new Money(like.amount().subtract(like.amount()), like.currency()),
                        (a, b) -> new Money(a.amount().add(b.amount()), sameCurrency(a, b)));
    }

    private static Currency sameCurrency(Money a, Money b) {
        if (!a.currency().equals(b.currency())) {
            throw new IllegalArgumentException("line items and payment differ in currency");
        }
        return a.currency();
    }

    @Override
    public String toString() {
        return "Payment[%s, %s, %s, %s, %s]".formatted(reference, provider, wallet, kind, amount);
    }
}
