package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.NotificationHandler;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The real facade, the real credential cache and real HTTP. */
final class DokuFacadeTest {
    private static final URI RETURN = URI.create("https://shop.example/return");

    private final HttpDoku doku = new HttpDoku();
    private final CredentialStore store = CredentialStore.inMemory();
    private final List<Dompet> open = new ArrayList<>();
    private final Dompet dompet = open();

    private Dompet open() {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "dompet.environment",
                                "sandbox",
                                "dompet.providers",
                                "doku",
                                "dompet.doku.type",
                                "doku-snap",
                                "dompet.doku.client-id",
                                Given.CLIENT_ID,
                                "dompet.doku.client-secret",
                                Given.CLIENT_SECRET,
                                "dompet.doku.private-key",
                                Keys.bare("pkcs8"),
                                "dompet.doku.doku-public-key",
                                Keys.bare("doku-public"),
                                "dompet.doku.base-url",
                                doku.address()));
        settings.put("dompet.question-repeats", "0");
        Dompet made =
                Dompet.builder(DompetConfig.of(settings))
                        .credentials(store)
                        .time(
                                new TimeSource() {
                                    @Override
                                    public Instant now() {
                                        return doku.time.now();
                                    }

                                    // Deadlines stay real, so that a test that hangs ends.
                                    @Override
                                    public long nanoTime() {
                                        return System.nanoTime();
                                    }

                                    @Override
                                    public void sleep(Duration time) {
                                        doku.time.pass(time);
                                    }
                                })
                        .open();
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(Dompet::close);
        doku.close();
    }

    private static Customer customer(String reference) {
        return Customer.of(
                reference, "Budi", "budi@mail.example", PhoneNumber.of("0812-3456-7890"));
    }

    private Binding link(Customer customer) {
        BindOutcome begun =
                dompet.bind(
                        new BindRequest(
                                "link-" + customer.reference(), Wallet.OVO, customer, RETURN));
        BindOutcome.AwaitingCustomer awaiting = (BindOutcome.AwaitingCustomer) begun;
        return ((BindOutcome.Bound) dompet.completeBind(awaiting.attempt())).binding();
    }

    private static Payment payment(String reference, Binding binding, Customer customer) {
        return Payment.linked(
                        reference,
                        binding,
                        customer,
                        Money.idr(1_000),
                        "Kopi",
                        RETURN,
                        FakeDoku.NOW)
                .unattended();
    }

    @Test
    void twoHundredThreadsAtTheMomentOfExpiryFetchOneTokenOfEachKind() throws Exception {
        Binding binding = link(customer("budi"));
        assertThat(doku.merchantTokens).hasValue(1);
        doku.time.pass(Duration.ofMinutes(20));
        int customers = doku.customerTokens.get();
        assertThat(Together.run(200, () -> dompet.balance(binding).cash()))
                .hasSize(200)
                .containsOnly(Money.idr(5));
        assertThat(doku.merchantTokens).hasValue(2);
        assertThat(doku.customerTokens).hasValue(customers + 1);
    }

    @Test
    void twoInstancesThatShareAStoreDoNotFightOverTheToken() {
        Binding binding = link(customer("budi"));
        Dompet other = open();
        for (int i = 0; i < 5; i++) {
            dompet.balance(binding);
            other.balance(binding);
        }
        doku.time.pass(Duration.ofMinutes(20));
        for (int i = 0; i < 5; i++) {
            other.balance(binding);
            dompet.balance(binding);
        }
        assertThat(doku.merchantTokens.get()).isLessThanOrEqualTo(3);
        assertThat(doku.refused.get()).isLessThanOrEqualTo(1);
    }

    @Test
    void aTokenThatSomebodyElseReplacedIsRenewedAndTheChargeArrivesOnce() {
        Customer budi = customer("budi");
        Binding binding = link(budi);
        doku.invalidateMerchantToken();
        assertThat(dompet.pay(payment("INV-1", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.PROCESSING);
        assertThat(doku.refused).hasValue(1);
        assertThat(doku.charges).hasValue(1);
    }

    @Test
    void twoTokensThatAreOverAreReplacedInOneCall() {
        Customer budi = customer("budi");
        Binding binding = link(budi);
        dompet.balance(binding); // this process remembers the first token
        doku.invalidateMerchantToken();
        open().balance(binding); // another one puts a second into the store
        doku.invalidateMerchantToken();
        int before = doku.refused.get();
        assertThat(dompet.pay(payment("INV-1", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.PROCESSING);
        assertThat(doku.refused).hasValue(before + 2);
        assertThat(doku.merchantTokens).hasValue(3);
        assertThat(doku.charges).hasValue(1);
    }

    @Test
    void whenTooManyTokensAreRefusedNothingHappenedAndTheNextTryWorks() {
        Customer budi = customer("budi");
        Binding binding = link(budi);
        dompet.balance(binding);
        doku.invalidateMerchantToken();
        open().balance(binding);
        doku.faults.add(HttpDoku.code("4015401")); // for the token in the store
        doku.faults.add(HttpDoku.code("4015402")); // and then the customer's token as well
        assertThatThrownBy(() -> dompet.pay(payment("INV-1", binding, budi)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("refused 3 times");
        assertThat(doku.charges).hasValue(0);
        assertThat(dompet.pay(payment("INV-1", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.PROCESSING);
        assertThat(doku.charges).hasValue(1);
    }

    @Test
    void everyCustomerIsChargedThroughTheirOwnToken() throws Exception {
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Customer customer = customer("c" + i);
            Binding binding = link(customer);
            for (int j = 0; j < 5; j++) {
                payments.add(payment("INV-" + i + "-" + j, binding, customer));
            }
        }
        Queue<Payment> queue = new ConcurrentLinkedQueue<>(payments);
        Together.run(
                25,
                () -> {
                    for (Payment next = queue.poll(); next != null; next = queue.poll()) {
                        dompet.pay(next);
                    }
                    return true;
                });
        assertThat(doku.charged).hasSize(100);
        for (Payment payment : payments) {
            assertThat(doku.charged)
                    .containsEntry(
                            payment.reference(),
                            "Bearer CT-AUTHCANARY-" + payment.customer().reference());
        }
    }

    @Test
    void whatCoreMakesOfAnswersToACharge() {
        Customer budi = customer("budi");
        Binding binding = link(budi);
        doku.faults.add(HttpDoku.code("5005400"));
        assertThat(dompet.pay(payment("INV-1", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.UNKNOWN);
        doku.faults.add(HttpDoku.code("4095401"));
        assertThat(dompet.pay(payment("INV-2", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.UNKNOWN);
        doku.faults.add(HttpDoku.code("4035414"));
        assertThat(dompet.pay(payment("INV-3", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.DECLINED);
        assertThat(dompet.status(payment("INV-1", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.NOT_FOUND);
        doku.time.pass(Duration.ofHours(2));
        assertThat(dompet.status(payment("INV-1", binding, budi)).state())
                .isEqualTo(PaymentOutcome.State.DECLINED);
    }

    @Test
    void anEndedLinkCannotBeUsedThroughWhatIsRemembered() {
        Customer budi = customer("budi");
        Binding binding = link(budi);
        dompet.balance(binding);
        store.delete(new CredentialStore.Key(Given.DOKU, binding.id()));
        assertThatThrownBy(() -> dompet.pay(payment("INV-1", binding, budi)))
                .isInstanceOf(BindingUnusable.class);
        assertThat(doku.charges).hasValue(0);
    }

    @Test
    void aNotificationIsHandedOverAndAcknowledged() {
        Customer budi = customer("budi");
        Payment paid = payment("INV-0008", link(budi), budi);
        List<PaymentOutcome> seen = new ArrayList<>();
        NotificationHandler handler =
                new NotificationHandler() {
                    @Override
                    public Optional<Payment> find(String reference) {
                        return Optional.of(paid).filter(p -> p.reference().equals(reference));
                    }

                    @Override
                    public void paymentChanged(
                            Payment payment,
                            PaymentOutcome outcome,
                            Notification.Verified notification) {
                        seen.add(outcome);
                    }
                };
        Inbound inbound = new Inbound(new Given());
        HttpResponse handshake = dompet.receive(Given.DOKU, inbound.tokenRequest(), handler);
        InboundRequest notification =
                inbound.notification(
                        Inbound.PATH,
                        Inbound.field(handshake, "accessToken"),
                        SnapTime.header(FakeDoku.NOW),
                        Inbound.payment("00").replace("99000.00", "1000.00"));
        HttpResponse reply = dompet.receive(Given.DOKU, notification, handler);
        assertThat(Inbound.code(reply)).isEqualTo("2005600");
        assertThat(seen).singleElement().isInstanceOf(PaymentOutcome.Paid.class);
    }

    @Test
    void nothingSecretIsLoggedEvenAtTrace() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        try {
            Customer budi = customer("budi");
            Binding binding = link(budi);
            doku.invalidateMerchantToken();
            dompet.pay(payment("INV-1", binding, budi));
            doku.faults.add(HttpDoku.code("4015400"));
            assertThatThrownBy(() -> dompet.pay(payment("INV-2", binding, budi)))
                    .isInstanceOf(CredentialsRefused.class);
            dompet.balance(binding);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        assertThat(log.list).isNotEmpty();
        StringBuilder all = new StringBuilder();
        log.list.forEach(event -> all.append(event.getFormattedMessage()).append('\n'));
        assertThat(all.toString())
                .doesNotContain(
                        List.of(
                                Given.CLIENT_SECRET,
                                "MTCANARY",
                                "AUTHCANARY",
                                "TICKETCANARY",
                                "6281234567890",
                                "budi@mail.example",
                                Keys.bare("pkcs8").substring(100, 120)));
    }
}
