package id.dompet.testkit.conformance.secrets;

import id.dompet.Dompet;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Refund;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Linked;
import id.dompet.testkit.conformance.bench.Merchant;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every operation, well and through every bad answer, on one facade. */
final class SecrecyJourney {
    private static final Money PRICE = Money.idr(25_000);

    private final Bench bench;
    private final Dompet dompet;
    private final Overheard overheard;
    private final List<String> nonces = new ArrayList<>();
    private final List<PhoneNumber> phones = new ArrayList<>();

    SecrecyJourney(Bench bench, Dompet dompet, Overheard overheard) {
        this.bench = bench;
        this.dompet = dompet;
        this.overheard = overheard;
    }

    void travel() {
        List<Way> ways = bench.ways();
        List<Wallet> wallets = bench.wallets(Capability.BIND);
        for (Wallet wallet : bench.scale.thorough() ? wallets : first(wallets)) {
            link(wallet).ifPresent(linked -> of(linked));
            link(wallet).ifPresent(this::ended);
        }
        for (Way way : bench.scale.thorough() ? ways : first(ways)) {
            pays(way);
        }
        notifications();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(1, all.size()));
    }

    /** The nonces of every attempt that was made. */
    List<String> nonces() {
        return nonces;
    }

    /** The numbers of every customer. */
    List<PhoneNumber> phones() {
        return phones;
    }

    private Customer customer() {
        Customer customer = bench.customer();
        phones.add(customer.phone());
        return customer;
    }

    private Optional<Linked> link(Wallet wallet) {
        Customer customer = customer();
        Optional<BindOutcome> started =
                overheard.hear(
                        "BIND " + wallet, () -> dompet.bind(bench.bindRequest(wallet, customer)));
        started.ifPresent(this::note);
        return started.flatMap(
                        outcome ->
                                overheard.hear(
                                        "COMPLETE_BIND " + wallet,
                                        () -> Bench.finish(dompet, bench.provider, outcome)))
                .filter(BindOutcome.Bound.class::isInstance)
                .map(bound -> ((BindOutcome.Bound) bound).binding())
                .map(binding -> new Linked(customer, binding));
    }

    private void note(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.AwaitingCustomer awaiting) {
            nonces.add(awaiting.attempt().nonce());
        }
    }

    private void of(Linked linked) {
        Wallet wallet = linked.binding().wallet();
        Binding binding = linked.binding();
        Customer customer = linked.customer();
        faulty(
                Operation.BIND,
                wallet,
                customer,
                () -> {
                    BindOutcome outcome = dompet.bind(bench.bindRequest(wallet, customer));
                    note(outcome);
                    return outcome;
                });
        completions(wallet, customer);
        if (bench.profile().can(wallet, Capability.BALANCE)) {
            faulty(Operation.BALANCE, wallet, customer, () -> dompet.balance(binding));
            for (Operation token : List.of(Operation.TOKEN, Operation.CUSTOMER_TOKEN)) {
                faulty(
                        token,
                        wallet,
                        customer,
                        () -> {
                            bench.provider.revokeTokens();
                            return dompet.balance(binding);
                        });
            }
        }
        if (bench.profile().can(wallet, Capability.TOP_UP_INSTRUCTIONS)) {
            faulty(Operation.TOP_UP, wallet, customer, () -> dompet.topUpInstructions(binding));
        }
        if (bench.profile().can(wallet, Capability.UNBIND)) {
            faulty(Operation.UNBIND, wallet, customer, () -> dompet.unbind(binding));
        }
    }

    /** What a module says when the link that it has a credential for is over. */
    private void ended(Linked linked) {
        Wallet wallet = linked.binding().wallet();
        String after = " " + wallet + " after the customer ended the link in the app";
        List<Way> ways =
                bench.ways().stream()
                        .filter(way -> way.isLinked() && way.wallet().equals(wallet))
                        .toList();
        for (Way way : ways) {
            Payment dollars = bench.payment(linked, way.kind(), Money.of("25.00", "USD"));
            overheard.hear("PAY " + way + " in dollars", () -> dompet.pay(dollars));
        }
        bench.provider.wallet(wallet, linked.customer().phone()).unlinkInApp();
        bench.provider.revokeTokens();
        if (bench.profile().can(wallet, Capability.BALANCE)) {
            overheard.hear("BALANCE" + after, () -> dompet.balance(linked.binding()));
        }
        if (bench.profile().can(wallet, Capability.TOP_UP_INSTRUCTIONS)) {
            overheard.hear("TOP_UP" + after, () -> dompet.topUpInstructions(linked.binding()));
        }
        for (Way way : ways) {
            Payment payment = bench.payment(linked, way.kind(), PRICE);
            overheard.hear("PAY" + after, () -> dompet.pay(payment));
        }
        if (bench.profile().can(wallet, Capability.UNBIND)) {
            overheard.hear("UNBIND" + after, () -> dompet.unbind(linked.binding()));
        }
    }

    /** Also with nonsense and secrets in the browser's address. */
    private void completions(Wallet wallet, Customer customer) {
        for (Fault fault : canaries(customer).faults(Operation.COMPLETE_BIND)) {
            Optional<BindOutcome> started =
                    overheard.hear(
                            "BIND " + wallet,
                            () -> dompet.bind(bench.bindRequest(wallet, customer)));
            if (started.orElse(null) instanceof BindOutcome.AwaitingCustomer awaiting) {
                note(awaiting);
                BindAttempt attempt = awaiting.attempt();
                String returned = Bench.address(attempt, bench.provider.confirm(awaiting.action()));
                bench.provider.next(Operation.COMPLETE_BIND, fault);
                overheard.hear(
                        "COMPLETE_BIND " + wallet, () -> dompet.completeBind(attempt, returned));
                bench.provider.clearFaults();
                overheard.hear(
                        "COMPLETE_BIND " + wallet + " with nonsense",
                        () ->
                                dompet.completeBind(
                                        attempt, returned.replace("=", "=" + told(customer))));
            }
        }
    }

    private void pays(Way way) {
        Optional<Linked> linked = way.isLinked() ? link(way.wallet()) : Optional.empty();
        if (way.isLinked() && linked.isEmpty()) {
            return;
        }
        Customer customer = linked.map(Linked::customer).orElseGet(this::customer);
        Payment paid = payment(way, linked, customer);
        overheard
                .hear("PAY " + way, () -> dompet.pay(paid))
                .ifPresent(outcome -> bench.confirm(paid, outcome));
        bench.waitAsDeclared(way.wallet());
        overheard.value("a payment", paid);
        faulty(Operation.PAY, way.wallet(), customer, () -> pay(way, linked, customer));
        faulty(Operation.STATUS, way.wallet(), customer, () -> bench.status(dompet, paid));
        overheard.hear(
                "returnHint " + way,
                () -> dompet.returnHint(paid, paid.returnUrl() + "?a=" + told(customer)));
        if (bench.profile().can(way.wallet(), Capability.REFUND)) {
            refunds(way, customer, paid);
        }
        bench.provider.wallet(way.wallet(), customer.phone()).cash(0);
        bench.provider.next(Operation.PAY, Fault.rewritten(canaries(customer)::talkative));
        overheard.hear("PAY " + way + " with too little money", () -> pay(way, linked, customer));
        bench.provider.clearFaults();
    }

    private PaymentOutcome pay(Way way, Optional<Linked> linked, Customer customer) {
        return dompet.pay(payment(way, linked, customer));
    }

    private Payment payment(Way way, Optional<Linked> linked, Customer customer) {
        return linked.isPresent()
                ? bench.payment(linked.get(), way.kind(), PRICE)
                : bench.stored(
                        Payment.redirect(
                                bench.reference(way.wallet(), "order"),
                                Bench.ID,
                                way.wallet(),
                                customer,
                                PRICE,
                                "Two coffees",
                                Bench.SHOP,
                                bench.clock.instant()));
    }

    private void refunds(Way way, Customer customer, Payment paid) {
        Supplier<Refund> refund =
                () ->
                        new Refund(
                                bench.reference(way.wallet(), "refund"),
                                paid,
                                Money.idr(1_000),
                                "Sold out",
                                bench.clock.instant());
        Refund known = refund.get();
        faulty(Operation.REFUND, way.wallet(), customer, () -> dompet.refund(refund.get()));
        overheard.hear("REFUND " + way, () -> dompet.refund(known));
        faulty(Operation.REFUND_STATUS, way.wallet(), customer, () -> dompet.refundStatus(known));
    }

    /** Genuine ones, and the same with secrets where none belong. */
    private void notifications() {
        if (!bench.profile().can(Capability.NOTIFY)) {
            return;
        }
        for (Way way : first(bench.ways())) {
            Optional<Linked> linked = way.isLinked() ? link(way.wallet()) : Optional.empty();
            if (way.isLinked() && linked.isEmpty()) {
                return;
            }
            Customer customer = linked.map(Linked::customer).orElseGet(this::customer);
            Payment payment = payment(way, linked, customer);
            overheard
                    .hear("PAY " + way, () -> dompet.pay(payment))
                    .ifPresent(outcome -> bench.confirm(payment, outcome));
            overheard.hear(
                    "a notification", () -> bench.provider.notifyPayment(payment.reference()));
        }
        for (Merchant.Received received : bench.merchant.received()) {
            for (InboundRequest inbound : forged(received.request())) {
                overheard.hear("a notification", () -> read(inbound));
            }
        }
    }

    private Notification read(InboundRequest inbound) {
        return dompet.read(Bench.ID, inbound);
    }

    private List<InboundRequest> forged(InboundRequest genuine) {
        String told = told(bench.customer()).replaceAll("\\s+", " ");
        List<InboundRequest> all = new ArrayList<>(List.of(genuine));
        Map<String, List<String>> headers = new HashMap<>(genuine.headers());
        headers.replaceAll((name, values) -> List.of(told));
        all.add(with(genuine, headers, genuine.body().bytes()));
        all.add(
                with(
                        genuine,
                        new HashMap<>(genuine.headers()),
                        told.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return all;
    }

    private static InboundRequest with(
            InboundRequest genuine, Map<String, List<String>> headers, byte[] body) {
        return InboundRequest.of(genuine.method(), genuine.target(), headers, body);
    }

    private void faulty(
            Operation operation, Wallet wallet, Customer customer, Supplier<?> request) {
        for (Fault fault : canaries(customer).faults(operation)) {
            bench.provider.next(operation, fault);
            overheard.hear(operation + " " + wallet, request);
            bench.provider.clearFaults();
        }
        overheard.hear(operation + " " + wallet, request);
    }

    private Canaries canaries(Customer customer) {
        return new Canaries(bench.provider, told(customer));
    }

    /**
     * What was in the request, as it would come back: the merchant's secrets and the customer's.
     */
    private String told(Customer customer) {
        List<String> words = new ArrayList<>(bench.setup.secrets());
        bench.store.contents().values().stream()
                .filter(credential -> credential.owner().isPresent())
                .forEach(
                        credential -> {
                            words.add(credential.value().reveal());
                            credential.refresh().ifPresent(secret -> words.add(secret.reveal()));
                        });
        words.add(customer.phone().international());
        words.add(customer.phone().local());
        return String.join(" ", words);
    }
}
