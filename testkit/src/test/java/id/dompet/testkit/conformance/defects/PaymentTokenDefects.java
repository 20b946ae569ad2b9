package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenCharges.charging;
import static id.dompet.testkit.conformance.defects.BrokenCharges.paying;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.PayPort;
import id.dompet.testkit.reference.Hooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Faults: charges with tokens that are refused, expired, or another customer's. */
final class PaymentTokenDefects {
    private static final int UNAUTHORIZED = 401;
    private static final int ATTEMPTS = 20;

    private PaymentTokenDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PAY-10",
                        "a refused token is not renewed",
                        charging(
                                (call, charge) -> {
                                    HttpResponse answer = call.send(charge);
                                    return answer.status() == UNAUTHORIZED
                                            ? new HttpResponse(
                                                    UNAUTHORIZED,
                                                    answer.headers(),
                                                    BrokenCharges.code("91").body())
                                            : answer;
                                }),
                        "when the tokens are refused"),
                Defect.of(
                        "PAY-10",
                        "a refused charge is sent again as it was",
                        charging(
                                (call, charge) -> {
                                    HttpResponse answer = call.send(charge);
                                    return answer.status() == UNAUTHORIZED
                                            ? call.send(charge)
                                            : answer;
                                }),
                        "every token is refused"),
                Defect.of(
                        "PAY-10",
                        "refused tokens are renewed for ever",
                        paying(PaymentTokenDefects::forEver),
                        "every token is refused"),
                Defect.of(
                        "PAY-13",
                        "thirty-two places for requests, and none for the thirty-third",
                        new FewPlaces(),
                        "own wallet"),
                Defect.of(
                        "PAY-18",
                        "an old token is taken for a link that has ended",
                        new OldTokens(),
                        "after a quiet day",
                        "BINDING_INVALID"));
    }

    private static PaymentOutcome forEver(PayPort genuine, Call call, Payment payment) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return genuine.pay(call, payment);
            } catch (CredentialsRefused e) {
                // On and on, with the same token.
                int unused = i;
            }
        }
        return genuine.pay(call, payment);
    }

    /** Customers' tokens wait in a ring until their charge is sent. */
    private static final class FewPlaces extends Hooks {
        private static final int PLACES = 32;
        private static final long SHORT_WAIT_MILLIS = 5;
        private static final long LONG_WAIT_MILLIS = 500;

        private final AtomicReferenceArray<Map<String, String>> places =
                new AtomicReferenceArray<>(PLACES);
        private final AtomicInteger turn = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final Semaphore full = new Semaphore(0);

        @Override
        public HttpRequest unsigned(HttpRequest genuine) {
            if (!BrokenCharges.isCharge(genuine)
                    || !genuine.headers().containsKey("X-Customer-Token")) {
                return genuine;
            }
            int place = Math.floorMod(turn.getAndIncrement(), PLACES);
            places.set(place, genuine.headers());
            try {
                crowd();
            } finally {
                int unused = underWay.decrementAndGet();
            }
            return genuine.withHeader(
                    "X-Customer-Token", String.valueOf(places.get(place).get("X-Customer-Token")));
        }

        /** Many at once overtake each other here, as they do in a slow network. */
        private void crowd() {
            boolean isFull = underWay.incrementAndGet() > PLACES;
            if (isFull) {
                full.release(PLACES);
            }
            try {
                boolean free = isFull || full.tryAcquire(SHORT_WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (!free && underWay.get() > 1) {
                    boolean unused = full.tryAcquire(LONG_WAIT_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Half a day after a customer's token was fetched, its refusal is misread. */
    private static final class OldTokens extends Hooks {
        private static final Duration OLD = Duration.ofHours(12);

        private final Map<String, Instant> fetched = new ConcurrentHashMap<>();
        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant now(Instant genuine) {
            now = genuine;
            return genuine;
        }

        @Override
        public Credential token(Credential genuine) {
            if (genuine.owner().isEmpty()) {
                return genuine;
            }
            Instant unused = fetched.put(genuine.value().reveal(), now);
            return new Credential(
                    genuine.value(), genuine.refresh(), Optional.empty(), genuine.owner());
        }

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            HttpResponse answer = call.send(signed);
            Optional<Instant> since =
                    Optional.ofNullable(signed.headers().get("X-Customer-Token")).map(fetched::get);
            return BrokenCharges.isCharge(signed)
                            && BrokenCharges.hasCode(answer, "92")
                            && since.filter(then -> then.plus(OLD).isBefore(now)).isPresent()
                    ? BrokenCharges.code("12")
                    : answer;
        }
    }
}
