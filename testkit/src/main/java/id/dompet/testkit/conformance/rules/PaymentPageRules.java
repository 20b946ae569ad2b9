package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.spi.Capability;
import id.dompet.spi.Pages;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Violation;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PAY: where the customer is sent, and what the browser brings back. */
abstract class PaymentPageRules extends PaymentAmountRules {
    private static final List<String> UNSAFE =
            List.of(
                    "javascript:alert(1)//",
                    "data:text/html,",
                    "http://wallet.example",
                    "ftp://wallet.example",
                    "file:///etc/",
                    "intent://wallet.example",
                    "//wallet.example");

    @Rule(
            id = "PAY-16",
            needs = Need.PAY,
            demands =
                    "The customer is sent to https pages only; a payment answered with any other"
                            + " page is not declined.",
            why = "The shop opens that address in its own name, in the customer's browser.",
            check = "Pages.safe on every address out of an answer.")
    public final void pay16_customersAreSentToSafePagesOnly() {
        Bench bench = bench();
        String genuine = bench.provider.baseUrl().toString();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            if (!(bench.dompet.pay(payer.next(PRICE)) instanceof PaymentOutcome.AwaitingCustomer)) {
                continue;
            }
            for (String unsafe : UNSAFE) {
                Payment payment = payer.next(PRICE);
                bench.provider.next(
                        Operation.PAY,
                        Fault.rewritten(
                                answer ->
                                        answer.withBody(
                                                answer.text()
                                                        .replace(genuine, unsafe)
                                                        .replace(
                                                                slashed(genuine),
                                                                slashed(unsafe)))));
                Tried tried = Tried.of(() -> bench.dompet.pay(payment));
                bench.provider.clearFaults();
                String when = way + " answered with a page at " + unsafe;
                tried.expect(when, "UNKNOWN", "PROCESSING", "AWAITING_CUSTOMER");
                if (tried.value().orElse("") instanceof PaymentOutcome.AwaitingCustomer awaiting) {
                    expect(
                            Pages.safe(awaiting.action().toString()).isPresent(),
                            when + ": the customer is not sent there",
                            "AWAITING_CUSTOMER with an address of scheme "
                                    + awaiting.action().getScheme());
                }
            }
        }
    }

    @Rule(
            id = "PAY-17",
            needs = Need.PAY,
            demands =
                    "returnHint reads whatever a browser brings without throwing, asks nobody, and"
                            + " does not say the opposite of a genuine return.",
            why = "Anybody can write that address; a page that breaks on it is the shop's.",
            check = "PayPort.returned: missing, empty, repeated, endless parameters.")
    public final void pay17_returnHintsAreOnlyHints() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            Payment agreed = payer.next(PRICE);
            Payment refused = payer.next(PRICE);
            Optional<URI> back =
                    open(agreed)
                            .flatMap(
                                    page ->
                                            bench.provider.confirm(
                                                    page, agreed.customer().phone()));
            Optional<URI> sorry = open(refused).flatMap(page -> bench.provider.decline(page));
            back.ifPresent(to -> expectOwnReturn(way, agreed, to));
            bench.mark();
            back.ifPresent(to -> expectNot(way + ", back after paying", agreed, to, "FAILED"));
            sorry.ifPresent(to -> expectNot(way + ", back after refusing", refused, to, "SUCCESS"));
            Payment payment = payer.next(PRICE);
            for (String address : garbage(back)) {
                hint(way + ", back at an address nobody wrote", payment, address);
            }
            // Core may renew a token in the background at any time.
            expect(
                    bench.seen().stream().allMatch(seen -> seen.operation() == Operation.TOKEN),
                    way + ", reading a return address: the provider is not asked",
                    bench.seen());
            expectNothingCharged(way + ", reading a return address", payment);
        }
    }

    @Rule(
            id = "PAY-19",
            needs = Need.PAY,
            demands =
                    "An UNATTENDED payment asks nothing of the customer, neither a page nor a PIN.",
            why = "Nobody is there to answer: a subscription would wait for ever.",
            check =
                    "How Payment.kind() reaches the provider; declare PAY_UNATTENDED only if it"
                            + " does.")
    public final void pay19_unattendedPaymentsAskNobody() {
        Bench bench = bench();
        List<Way> unattended =
                bench.ways().stream().filter(way -> way.kind() == Payment.Kind.UNATTENDED).toList();
        if (unattended.isEmpty()) {
            throw notApplicable("the profile declares no PAY_UNATTENDED");
        }
        for (Way way : unattended) {
            Payer payer = new Payer(bench, way);
            Payment payment = payer.next(PRICE);
            Tried.of(() -> bench.dompet.pay(payment)).expect(way + ": pay", "PAID", "PROCESSING");
            Tried.of(() -> bench.status(payment))
                    .expect(way + ", asked after nobody did anything: status", "PAID");
            expectCharged(way + ", nobody did anything", payment, payer);
        }
    }

    @Rule(
            id = "PAY-21",
            needs = Need.PAY,
            demands = "Whoever has to agree is not charged before they did.",
            why =
                    "A customer who never typed a PIN gets the money back from the bank, and the"
                            + " merchant a complaint about fraud.",
            check =
                    "How Payment.kind() reaches the provider: LINKED asks the customer, UNATTENDED"
                            + " does not, and both go through the same link.")
    public final void pay21_nothingIsChargedBeforeTheCustomerAgrees() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            if (asks(way)) {
                Payment payment = new Payer(bench, way).next(PRICE);
                Tried tried = Tried.of(() -> bench.dompet.pay(payment));
                expect(
                        bench.timesCharged(payment) == 0,
                        way + ": nothing is charged before the customer agreed",
                        bench.charged(payment) + " was charged: " + tried);
            }
        }
    }

    /** Where a wallet can be charged unattended, too, the other way is the one that asks. */
    private boolean asks(Way way) {
        return way.kind() == Payment.Kind.REDIRECT
                || (way.kind() == Payment.Kind.LINKED
                        && bench().profile().can(way.wallet(), Capability.PAY_UNATTENDED));
    }

    private Optional<URI> open(Payment payment) {
        return bench().dompet.pay(payment) instanceof PaymentOutcome.AwaitingCustomer awaiting
                ? Optional.of(awaiting.action())
                : Optional.empty();
    }

    /** A page that sends the browser back to the shop sends it where the payment said. */
    private static void expectOwnReturn(Way way, Payment payment, URI to) {
        URI shop = payment.returnUrl();
        expect(
                !shop.getHost().equals(to.getHost()) || shop.getPath().equals(to.getPath()),
                way + ": the browser comes back to " + shop.getPath(),
                to.getPath());
    }

    private void expectNot(String when, Payment payment, URI to, String appearance) {
        ReturnHint hint = hint(when, payment, to.toString());
        expect(
                !hint.appearance().name().equals(appearance),
                when + ": returnHint does not say " + appearance,
                hint.appearance());
    }

    private ReturnHint hint(String when, Payment payment, String address) {
        Tried tried = Tried.of(() -> bench().dompet.returnHint(payment, address));
        if (tried.value().orElse("") instanceof ReturnHint hint) {
            return hint;
        }
        throw new Violation(when + ": returnHint never throws", tried + " at " + brief(address));
    }

    private static List<String> garbage(Optional<URI> genuine) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "",
                                "?",
                                "/",
                                "not an address at all",
                                "https://shop.example/return",
                                "https://shop.example/return?",
                                "https://shop.example/return?=&=&&",
                                "https://shop.example/return?%zz=%",
                                "https://shop.example/return?a=%00%ff%fe",
                                "https://shop.example/return?a=1&a=2&a=3",
                                "/return?" + "x=y&".repeat(20_000),
                                "/return?x=" + "9".repeat(100_000)));
        genuine.map(URI::toString)
                .ifPresent(
                        url -> {
                            // The provider's own parameters with values it would never send.
                            all.add(url.replaceAll("=[^&]*", "="));
                            all.add(url.replaceAll("=[^&]*", ""));
                            all.add(url.replaceAll("=[^&]*", "=%F0%9F%A4%96"));
                            all.add(url.replaceAll("=[^&]*", "=" + "9".repeat(5_000)));
                            all.add(url + "&" + url.substring(url.indexOf('?') + 1));
                        });
        return all;
    }

    private static String brief(String address) {
        return address.length() <= 80 ? address : address.substring(0, 80) + "...";
    }

    private static String slashed(String url) {
        return url.replace("/", "\\/");
    }
}
