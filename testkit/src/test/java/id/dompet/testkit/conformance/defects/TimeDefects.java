package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.StatusPort;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.testkit.reference.ContohPlugin;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Faults: what shows only while time goes on, and tokens that live too long or too short. */
final class TimeDefects {
    private TimeDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofPlugin(
                        "WIRE-12",
                        "the clock is read once for the header and once for the signature",
                        () -> new ContohPlugin(new ReadTwice()),
                        "while time goes on",
                        "X-Signature"),
                Defect.of(
                        "WIRE-06",
                        "a calendar is shared by all threads",
                        new SharedCalendar(),
                        "at once"),
                Defect.of(
                        "WIRE-11",
                        "a token is fetched for every request",
                        new Hooks() {
                            @Override
                            public Credential token(Credential genuine) {
                                return until(genuine, Optional.of(Instant.EPOCH));
                            }
                        },
                        "TOKEN"),
                Defect.of(
                        "WIRE-11",
                        "a customer's token is fetched for every request",
                        new Hooks() {
                            @Override
                            public Credential token(Credential genuine) {
                                return genuine.owner().isPresent()
                                        ? until(genuine, Optional.of(Instant.EPOCH))
                                        : genuine;
                            }
                        },
                        "CUSTOMER_TOKEN"),
                Defect.of(
                        "PAY-18",
                        "nobody looks when a token ends",
                        new Hooks() {
                            @Override
                            public Credential token(Credential genuine) {
                                return until(genuine, Optional.empty());
                            }
                        },
                        "no token that has ended"),
                Defect.ofPlugin(
                        "PAY-18",
                        "the life of a token is taken for minutes",
                        () -> new ContohPlugin(new LongLife()),
                        "no token that has ended"),
                Defect.of(
                        "WIRE-14",
                        "an open payment is waited for before it is asked about",
                        new Sleepy(),
                        "sleep"),
                Defect.of(
                        "NTF-12",
                        "a signature that was right once is right at any time",
                        new RightAtAnyTime(),
                        "another time"));
    }

    private static Credential until(Credential genuine, Optional<Instant> end) {
        return new Credential(genuine.value(), genuine.refresh(), end, genuine.owner());
    }

    /** Knows the clock of its instance. */
    private static class Clocked extends Hooks {
        private volatile @Nullable TimeSource time;

        @Override
        public WalletProvider provider(WalletProvider genuine, Parts parts) {
            time = parts.time();
            return genuine;
        }

        Instant now() {
            TimeSource source = time;
            return source == null ? Instant.EPOCH : source.now();
        }
    }

    private static final class ReadTwice extends Clocked {
        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            return call.send(signed.withHeader("X-Timestamp", now().toString()));
        }
    }

    private static final class LongLife extends Clocked {
        @Override
        public Credential token(Credential genuine) {
            Duration left = Duration.between(now(), genuine.expiresAt().orElseThrow());
            return until(genuine, Optional.of(now().plus(left.multipliedBy(60))));
        }
    }

    /** Whoever formats at the same time gets the other one's day. */
    private static final class SharedCalendar extends Hooks {
        private final Exchanger<LocalDate> field = new Exchanger<>();

        @Override
        public Instant now(Instant genuine) {
            LocalDate day = LocalDate.ofInstant(genuine, ZoneOffset.UTC);
            LocalTime time = LocalTime.ofInstant(genuine, ZoneOffset.UTC);
            return of(day).atTime(time).toInstant(ZoneOffset.UTC);
        }

        private LocalDate of(LocalDate own) {
            try {
                return field.exchange(own, 5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return own;
            } catch (TimeoutException e) {
                return own; // nobody else is here
            }
        }
    }

    /** Gives the customer of an order of a certain size a little more time. */
    private static final class Sleepy extends Hooks {
        private static final Money CERTAIN = Money.idr(25_000);

        @Override
        public StatusPort status(StatusPort genuine, Parts parts) {
            return (call, payment) -> {
                PaymentOutcome said = genuine.status(call, payment);
                if (payment.amount().equals(CERTAIN) && !said.isFinal()) {
                    try {
                        Thread.sleep(1_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return said;
            };
        }
    }

    /** Saves work by remembering which signature belongs to which body. */
    private static final class RightAtAnyTime extends Hooks {
        private final Map<String, byte[]> right = new ConcurrentHashMap<>();
        private final Map<String, InboundRequest> genuine = new ConcurrentHashMap<>();

        @Override
        public NotifyPort notifications(NotifyPort port, Parts parts) {
            return (call, inbound) -> {
                String key = inbound.onlyHeader("X-Signature").orElse("");
                byte[] body = right.getOrDefault(key, new byte[0]);
                boolean known =
                        body.length > 0
                                && Arrays.equals(body, inbound.body().bytes())
                                && inbound.method().equals("POST")
                                && inbound.onlyHeader("X-Timestamp")
                                        .filter(text -> text.matches("[0-9TZ:.-]{20,30}"))
                                        .isPresent();
                InboundRequest first = genuine.get(key);
                if (known && first != null && first.target().equals(inbound.target())) {
                    return port.open(call, first);
                }
                Notification said = port.open(call, inbound);
                if (said instanceof Notification.Verified) {
                    right.put(key, inbound.body().bytes());
                    genuine.put(key, inbound);
                }
                return said;
            };
        }
    }
}
