package id.dompet.testkit.conformance.defects;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import id.dompet.sign.HmacKey;
import id.dompet.spi.NotifyPort;
import id.dompet.testkit.conformance.forgeries.Forgery;
import id.dompet.testkit.reference.Fields;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Ways to check signatures wrongly. */
final class BrokenSignatures {
    private BrokenSignatures() {}

    /** Compares in another way. */
    static Hooks compared(BiPredicate<byte[], String> comparison) {
        return new Hooks() {
            @Override
            public boolean isSignature(byte[] expected, String received) {
                return comparison.test(expected, received);
            }
        };
    }

    /** Compares the first characters only. */
    static boolean beginsAlike(byte[] expected, String received) {
        String right = HexFormat.of().formatHex(expected);
        return received.length() >= 8
                && right.startsWith(received.substring(0, 8).toLowerCase(Locale.ROOT));
    }

    /** Compares as many characters as there are. */
    static boolean isBeginning(byte[] expected, String received) {
        return !received.isEmpty()
                && HexFormat.of().formatHex(expected).startsWith(received.toLowerCase(Locale.ROOT));
    }

    /** Compares the sums of the bytes. */
    static boolean hasSameSum(byte[] expected, String received) {
        try {
            byte[] bytes = HexFormat.of().parseHex(received);
            return bytes.length == expected.length && sum(bytes) == sum(expected);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte each : bytes) {
            sum += each & 0xff;
        }
        return sum;
    }

    /** Looks at the request as well as at the signature. */
    @SuppressWarnings("ThreadLocalUsage") // one for each broken module
    private abstract static class WithRequest extends Hooks {
        private final ThreadLocal<InboundRequest> request = new ThreadLocal<>();
        private final ThreadLocal<byte[]> text = new ThreadLocal<>();

        @Override
        public byte[] covered(InboundRequest inbound, byte[] genuine) {
            request.set(inbound);
            text.set(genuine);
            return genuine;
        }

        @Override
        public boolean isSignature(byte[] expected, String received) {
            return isSignature(
                    super.isSignature(expected, received), request.get(), text.get(), received);
        }

        abstract boolean isSignature(
                boolean right, InboundRequest request, byte[] text, String received);
    }

    /** Believes what this says, whatever the signature. */
    static Hooks alsoIf(Predicate<InboundRequest> trusted) {
        return new WithRequest() {
            @Override
            boolean isSignature(
                    boolean right, InboundRequest request, byte[] text, String received) {
                return right || trusted.test(request);
            }
        };
    }

    /** Knows another key besides the merchant's. */
    static Hooks alsoKey(String key) {
        HmacKey other = HmacKey.sha256(Secret.of(key));
        return new WithRequest() {
            @Override
            boolean isSignature(
                    boolean right, InboundRequest request, byte[] text, String received) {
                return right || other.hex(text).equals(received);
            }
        };
    }

    /** Remembers what was right once, by the parts of a request that this names. */
    static Hooks remembered(Function<InboundRequest, List<?>> parts) {
        ThreadLocal<Boolean> known = ThreadLocal.withInitial(() -> false);
        return new Hooks() {
            @Override
            public NotifyPort notifications(NotifyPort genuine, Parts module) {
                Set<List<?>> right = ConcurrentHashMap.newKeySet();
                return (call, inbound) -> {
                    List<?> key = List.of(inbound.header("X-Signature"), parts.apply(inbound));
                    known.set(right.contains(key));
                    Notification said = genuine.open(call, inbound);
                    if (isVerified(said)) {
                        right.add(key);
                    }
                    return said;
                };
            }

            @Override
            public boolean isSignature(byte[] expected, String received) {
                return known.get() || super.isSignature(expected, received);
            }
        };
    }

    /** What a request says, but for its result. */
    static List<?> withoutResult(InboundRequest request) {
        Optional<Fields> fields = Fields.read(request.body());
        return List.of(
                request.target(),
                List.of("event", "reference", "amount", "currency", "attempt", "wallet").stream()
                        .map(name -> fields.flatMap(all -> all.text(name)))
                        .toList());
    }

    /** Accepts a signature header that comes several times if one of them is right. */
    static Hooks anyOfSeveral() {
        return BrokenReading.port(
                genuine ->
                        (call, inbound) ->
                                inbound.header("X-Signature").stream()
                                        .map(each -> only(inbound, each))
                                        .map(each -> genuine.open(call, each))
                                        .reduce((one, other) -> isVerified(one) ? one : other)
                                        .orElseGet(() -> genuine.open(call, inbound)));
    }

    private static boolean isVerified(Notification said) {
        return said instanceof Notification.Verified;
    }

    private static InboundRequest only(InboundRequest request, String signature) {
        return Forgery.of(request).header("X-Signature", List.of(signature), "").request();
    }

    /** Accepts the key of every instance in this process. */
    @SuppressWarnings("ThreadLocalUsage") // one for each broken module
    static final class EveryInstancesKey extends Hooks {
        private final Set<HmacKey> keys = ConcurrentHashMap.newKeySet();
        private final ThreadLocal<byte[]> text = new ThreadLocal<>();

        @Override
        public NotifyPort notifications(NotifyPort genuine, Parts parts) {
            keys.add(HmacKey.sha256(parts.settings().secret("secret-key")));
            return genuine;
        }

        @Override
        public byte[] covered(InboundRequest inbound, byte[] genuine) {
            text.set(genuine);
            return genuine;
        }

        @Override
        public boolean isSignature(byte[] expected, String received) {
            return keys.stream().anyMatch(key -> key.hex(text.get()).equals(received));
        }
    }

    /** Checks the signature over the body as it would write it. */
    static final class WrittenAnew extends Hooks {
        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public byte[] covered(InboundRequest inbound, byte[] genuine) {
            try {
                String body = JSON.readTree(inbound.body().text()).toString();
                String hash = Digest.SHA_256.hex(body.getBytes(UTF_8));
                String text = new String(genuine, UTF_8);
                return (text.substring(0, text.lastIndexOf('\n') + 1) + hash).getBytes(UTF_8);
            } catch (JsonProcessingException e) {
                return genuine;
            }
        }
    }
}
