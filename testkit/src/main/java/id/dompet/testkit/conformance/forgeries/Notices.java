package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Merchant;
import id.dompet.testkit.conformance.bench.Opened;
import id.dompet.testkit.conformance.bench.Way;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has genuine notifications sent, and collects what arrives. */
public final class Notices {
    private final Bench bench;

    public Notices(Bench bench) {
        this.bench = bench;
    }

    /** The ways of paying whose payments the provider tells about. */
    public List<Way> ways() {
        return bench.ways().stream()
                .filter(way -> bench.profile().can(way.wallet(), Capability.NOTIFY))
                .toList();
    }

    /** A payment that waits for its customer; empty where none ever does. */
    public Optional<Payment> open(Way way) {
        Payment payment = bench.payment(way, Bench.PRICE);
        return bench.dompet.pay(payment).isFinal() ? Optional.empty() : Optional.of(payment);
    }

    /** A payment that its customer refused; empty where they cannot. */
    public Optional<Payment> declined(Way way) {
        Payment payment = bench.payment(way, Bench.PRICE);
        if (bench.dompet.pay(payment) instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            Optional<URI> unused = bench.provider.decline(awaiting.action());
            return Optional.of(payment);
        }
        return Optional.empty();
    }

    /** A payment whose money went back; empty where none can. */
    public Optional<Payment> givenBack(Way way) {
        if (!bench.profile().can(way.wallet(), Capability.REFUND)) {
            return Optional.empty();
        }
        Payment payment = bench.paid(way, Bench.PRICE);
        return giveBack(payment) ? Optional.of(payment) : Optional.empty();
    }

    /** Gives all of it back; false if that does not succeed. */
    public boolean giveBack(Payment payment) {
        Refund refund =
                new Refund(
                        bench.reference(payment.wallet(), "refund"),
                        payment,
                        payment.amount(),
                        "returned",
                        bench.clock.instant());
        return bench.dompet.refund(refund).state() == RefundOutcome.State.REFUNDED;
    }

    /** The notification about how a payment stands now; empty if none came or none is verified. */
    public Optional<Notice> about(Payment payment) {
        int before = bench.merchant.received().size();
        boolean unused = bench.provider.notifyPayment(payment.reference());
        return last(before);
    }

    /** The notification about a link that has just come into being. */
    Optional<Notice> aboutLink() {
        for (var wallet : bench.wallets(Capability.BIND)) {
            BindOutcome started = bench.dompet.bind(bench.bindRequest(wallet, bench.customer()));
            if (started instanceof BindOutcome.AwaitingCustomer awaiting) {
                Optional<URI> unused = bench.provider.confirm(awaiting.action());
                int before = bench.merchant.received().size();
                Optional<Boolean> sent =
                        bench.provider.notifyBinding(
                                awaiting.attempt().reference(),
                                wallet,
                                awaiting.attempt().customer().phone());
                Optional<Notice> notice = sent.flatMap(acknowledged -> last(before));
                if (notice.isPresent()) {
                    return notice;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Notice> last(int before) {
        List<Merchant.Received> all = bench.merchant.received();
        for (int i = all.size() - 1; i >= before; i--) {
            Merchant.Received each = all.get(i);
            Optional<Notice> notice =
                    Opened.by(bench, each.request())
                            .verified()
                            .map(said -> new Notice(each.request(), said, each.reply()));
            if (notice.isPresent()) {
                return notice;
            }
        }
        return Optional.empty();
    }

    /** What else arrived: requests that come before notifications, for a token for example. */
    public List<InboundRequest> handshakes() {
        return bench.merchant.received().stream()
                .map(Merchant.Received::request)
                .filter(
                        request ->
                                Opened.by(bench, request).said() instanceof Notification.Handshake)
                .toList();
    }

    /**
     * One genuine notification of every kind: about a paid, a declined and an open payment, about
     * another paid one of another amount, and about a link. Fewer where the provider sends fewer.
     */
    public List<Notice> ofEveryKind() {
        List<Notice> all = new ArrayList<>();
        if (ways().isEmpty()) {
            return all;
        }
        for (Way way : ways()) {
            about(bench.paid(way, Bench.PRICE)).ifPresent(all::add);
            declined(way).flatMap(this::about).ifPresent(all::add);
            open(way).flatMap(this::about).ifPresent(all::add);
            if (all.size() > 1) {
                break;
            }
        }
        about(bench.paid(ways().get(0), OTHER_PRICE)).ifPresent(all::add);
        aboutLink().ifPresent(all::add);
        return all;
    }

    /** The price of another payment. */
    static final id.dompet.model.Money OTHER_PRICE = id.dompet.model.Money.idr(11_500);
}
