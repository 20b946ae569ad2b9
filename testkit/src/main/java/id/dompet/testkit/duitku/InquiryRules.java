package id.dompet.testkit.duitku;

import id.dompet.testkit.PageLinks;
import id.dompet.testkit.SimulatorAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the web API refuses about an inquiry before it looks at the linked account. */
final class InquiryRules {

    private static final long MINIMUM = 10_000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** Account Link V1.1, section 5, corrected by the documented error messages. */
    private static final Map<String, Integer> LENGTHS = new LinkedHashMap<>();

    static {
        LENGTHS.put("merchantOrderId", 50);
        LENGTHS.put("email", 50);
        LENGTHS.put("phoneNumber", 50);
        LENGTHS.put("productDetails", 255);
        LENGTHS.put("additionalParam", 255);
        LENGTHS.put("merchantUserInfo", 255);
        LENGTHS.put("customerVaName", 20);
        LENGTHS.put("returnUrl", 255);
        LENGTHS.put("callbackUrl", 255);
    }

    private final DuitkuSettings settings;

    InquiryRules(DuitkuSettings settings) {
        this.settings = settings;
    }

    /** The refusal, if there is one. */
    Optional<SimulatorAnswer> refusal(RequestFields body) {
        return missing(body)
                .or(() -> tooLong(body))
                .map(message -> Answers.error(400, message))
                .or(() -> amount(body))
                .or(() -> channel(body))
                .or(() -> items(body));
    }

    private static Optional<String> missing(RequestFields body) {
        for (String name :
                new String[] {
                    "paymentMethod",
                    "merchantOrderId",
                    "paymentAmount",
                    "productDetails",
                    "email",
                    "returnUrl",
                    "callbackUrl"
                }) {
            if (body.text(name).isBlank()) {
                return Optional.of(name + " is mandatory");
            }
        }
        return body.text("customerVaName").isBlank()
                ? Optional.of("Customer VA Name must not be empty for this payment channel")
                : Optional.empty();
    }

    private static Optional<String> tooLong(RequestFields body) {
        for (Map.Entry<String, Integer> limit : LENGTHS.entrySet()) {
            String value = body.text(limit.getKey());
            if (AccountLinkApi.isLonger(value, limit.getValue())) {
                return Optional.of("length of " + limit.getKey() + " can't > " + limit.getValue());
            }
        }
        if (!EMAIL.matcher(body.text("email")).matches()) {
            return Optional.of("Invalid Email Address");
        }
        return PageLinks.isAddress(body.text("returnUrl"))
                ? Optional.empty()
                : Optional.of("returnUrl is not valid");
    }

    private Optional<SimulatorAnswer> amount(RequestFields body) {
        Optional<Long> amount = body.wholeNumber("paymentAmount");
        if (amount.isEmpty()) {
            return Optional.of(Answers.error(400, "paymentAmount is not valid"));
        }
        if (amount.get() < MINIMUM) {
            return Optional.of(Answers.error(400, "Minimum Payment 10000 IDR"));
        }
        return amount.get() > settings.maxAmount()
                ? Optional.of(Answers.error(400, "Maximum Payment exceeded"))
                : Optional.empty();
    }

    private Optional<SimulatorAnswer> channel(RequestFields body) {
        return Channel.of(body.text("paymentMethod"))
                        .filter(settings.channels()::contains)
                        .isEmpty()
                ? Optional.of(Answers.error(404, "Payment channel not available"))
                : Optional.empty();
    }

    /** Prices are totals of their line: the quantity does not count. */
    private static Optional<SimulatorAnswer> items(RequestFields body) {
        if (body.objects("itemDetails").isEmpty()) {
            return Optional.empty();
        }
        long sum =
                body.objects("itemDetails").stream()
                        .mapToLong(item -> item.wholeNumber("price").orElse(0L))
                        .sum();
        return body.wholeNumber("paymentAmount").filter(amount -> amount == sum).isPresent()
                ? Optional.empty()
                : Optional.of(Answers.error(409, "Payment amount must be equal to all item price"));
    }
}
