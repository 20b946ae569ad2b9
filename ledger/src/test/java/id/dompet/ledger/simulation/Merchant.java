package id.dompet.ledger.simulation;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundEvent;
import id.dompet.ledger.simulation.Provider.Charge;
import id.dompet.ledger.simulation.Provider.State;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is around the ledger: customers who order and decide, notifications that come late, twice or
 * never, forgers, and the merchant's handler.
 */
final class Merchant {
    /** One order, which may be paid by several impatient callers. */
    record Order(String reference, int customer, long rupiah) {}

    private static final URI SHOP = URI.create("https://shop.example/back");
    private static final int DELIVERIES = 4;

    private final World world;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, List<Heard>> heard = new HashMap<>();
    private final List<LedgerPayment> told = new ArrayList<>();

    Merchant(World world) {
        this.world = world;
    }

    Collection<Order> orders() {
        return orders.values();
    }

    boolean knows(String reference) {
        return orders.containsKey(reference);
    }

    List<LedgerPayment> told() {
        return told;
    }

    List<Heard> heard(String reference) {
        return heard.getOrDefault(reference, List.of());
    }

    void plan() {
        int count = world.random.nextInt(2, 5);
        for (int i = 0; i < count; i++) {
            Order order =
                    new Order(
                            "order-" + i,
                            world.random.nextInt(Facades.CUSTOMERS),
                            world.random.nextLong(1_000, 900_000));
            orders.put(order.reference(), order);
            Duration first = world.seconds(0, 1_800);
            int callers = world.random.nextInt(1, 4);
            for (int caller = 0; caller < callers; caller++) {
                // Some press the button twice within a second, some minutes later.
                Duration wait =
                        caller == 0
                                ? first
                                : first.plus(
                                        world.random.nextBoolean()
                                                ? world.seconds(0, 2)
                                                : world.seconds(0, 900));
                world.in(wait, () -> pay(order, DELIVERIES));
            }
            if (world.random.nextInt(3) == 0) {
                world.in(world.seconds(0, 10_000), () -> forge(order));
            }
        }
    }

    private void pay(Order order, int triesLeft) {
        Instance instance = world.anyInstance();
        if (!instance.isAlive()) {
            later(order, triesLeft);
            return;
        }
        world.attempt(
                instance,
                () -> {
                    try {
                        told.add(instance.ledger().pay(payment(instance, order)));
                    } catch (DompetException e) {
                        later(order, triesLeft);
                    }
                });
    }

    private void later(Order order, int triesLeft) {
        if (triesLeft > 0) {
            world.in(world.seconds(1, 400), () -> pay(order, triesLeft - 1));
        }
    }

    private Payment payment(Instance instance, Order order) {
        Customer customer =
                Customer.of(
                        World.customerReference(order.customer()),
                        "Budi",
                        "budi@mail.example",
                        PhoneNumber.of("08123456789" + order.customer()));
        Binding binding =
                new Binding(
                        World.bindingId(order.customer()),
                        Facades.PROVIDER,
                        Wallet.OVO,
                        customer.reference(),
                        World.START);
        return Payment.linked(
                order.reference(),
                binding,
                customer,
                Money.idr(order.rupiah()),
                "Two coffees",
                SHOP,
                world.clocks.ofInstance(instance.number));
    }

    /** The provider has taken a charge: the customer decides, and notifications go out. */
    void chargeMade(Charge charge) {
        switch (charge.state) {
            case OPEN -> world.in(world.seconds(5, 890), () -> decide(charge));
            case PENDING -> world.in(world.seconds(5, 9_000), () -> move(charge, State.PAID));
            case PAID, DECLINED -> notifyOf(charge);
        }
        if (charge.state == State.OPEN && world.random.nextInt(4) == 0) {
            notifyOf(charge);
        }
    }

    private void decide(Charge charge) {
        move(charge, world.random.nextInt(10) < 7 ? State.PAID : State.DECLINED);
    }

    private void move(Charge charge, State state) {
        charge.state = state;
        notifyOf(charge);
    }

    private void notifyOf(Charge charge) {
        if (world.chance(300)) {
            return;
        }
        String body =
                Network.words(charge) + "|" + charge.reference + charge.state + "|" + World.KEY;
        int copies = world.random.nextInt(1, 4);
        for (int copy = 0; copy < copies; copy++) {
            Duration wait =
                    world.random.nextInt(5) == 0 ? world.seconds(60, 43_000) : world.seconds(0, 20);
            world.in(wait, () -> deliver(body, DELIVERIES));
        }
    }

    private void deliver(String body, int deliveriesLeft) {
        Instance instance = world.anyInstance();
        int[] status = {503};
        world.attempt(instance, () -> status[0] = receive(instance, body).status());
        if (status[0] != 200 && deliveriesLeft > 0) {
            world.in(world.seconds(60, 1_800), () -> deliver(body, deliveriesLeft - 1));
        }
    }

    private static HttpResponse receive(Instance instance, String body) {
        return instance.ledger()
                .receive(
                        Facades.PROVIDER,
                        InboundRequest.of(
                                "POST",
                                "/notify",
                                Map.of(),
                                body.getBytes(StandardCharsets.UTF_8)));
    }

    private void forge(Order order) {
        Instance instance = world.anyInstance();
        String body = "PAID|%s|%d.00|IDR|forged|guess".formatted(order.reference(), order.rupiah());
        world.attempt(
                instance,
                () -> {
                    HttpResponse unused = receive(instance, body);
                });
    }

    /** The merchant's handler, which fails now and then, and dies in the middle. */
    void handle(Instance instance, LedgerEvent event) {
        boolean isNews = hear(event.payment().reference(), Heard.of(event));
        if (isNews && event.state() == PaymentState.PAID) {
            world.clerk.paid(Objects.requireNonNull(orders.get(event.payment().reference())));
        }
        world.mayDie(instance);
    }

    void handle(Instance instance, RefundEvent event) {
        Heard news = Heard.of(event);
        boolean isNews = hear(event.refund().payment().reference(), news);
        if (isNews && news.isAlert(Alert.REFUND_NOT_FOUND)) {
            world.checker.alarmedInTime(event.refund().reference());
            world.clerk.missing(event.refund().reference());
        }
        world.mayDie(instance);
    }

    private boolean hear(String reference, Heard event) {
        if (world.chance(50)) {
            throw new IllegalStateException("the shop's own database is down");
        }
        List<Heard> before = heard.computeIfAbsent(reference, unused -> new ArrayList<>());
        boolean isNews = !before.contains(event);
        before.add(event);
        return isNews;
    }
}
