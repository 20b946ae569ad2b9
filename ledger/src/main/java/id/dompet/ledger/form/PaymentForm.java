package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.LineItem;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Points;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payments in their stored form. */
public final class PaymentForm {
    private static final int VERSION = 1;

    private PaymentForm() {}

    /** Everything about it. */
    public static String write(Payment payment) {
        ObjectNode form = content(payment);
        form.put("createdAt", payment.createdAt().toString());
        return Json.write(form);
    }

    /**
     * What makes it this payment: equal for two that a merchant made for one order, whenever they
     * were made.
     */
    public static byte[] identity(Payment payment) {
        return Json.write(content(payment)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode content(Payment payment) {
        ObjectNode form = Json.object();
        form.put("v", VERSION);
        form.put("reference", payment.reference());
        form.put("provider", payment.provider().value());
        form.put("wallet", payment.wallet().code());
        form.put("kind", payment.kind().name());
        form.set("amount", Json.of(payment.amount()));
        form.put("description", payment.description());
        form.set("customer", CustomerForm.of(payment.customer()));
        payment.binding().ifPresent(binding -> form.set("binding", BindingForm.of(binding)));
        form.put("returnUrl", payment.returnUrl().toString());
        Json.put(form, "failureUrl", payment.failureUrl());
        ArrayNode items = form.putArray("items");
        for (LineItem item : payment.items()) {
            ObjectNode line = items.addObject();
            line.put("name", item.name()).put("quantity", item.quantity());
            line.set("total", Json.of(item.total()));
        }
        payment.points()
                .ifPresent(
                        points -> {
                            ObjectNode part = form.putObject("points");
                            points.part().ifPresent(exact -> part.set("part", Json.of(exact)));
                        });
        Json.put(form, "voucher", payment.voucher());
        return form;
    }

    /** The payment that was written. */
    public static Payment read(String text) {
        JsonNode form = Json.read(text, VERSION);
        return new Payment(
                Json.text(form, "reference"),
                new ProviderId(Json.text(form, "provider")),
                new Wallet(Json.text(form, "wallet")),
                Payment.Kind.valueOf(Json.text(form, "kind")),
                Json.money(form, "amount"),
                Json.text(form, "description"),
                CustomerForm.read(form.path("customer")),
                binding(form),
                URI.create(Json.text(form, "returnUrl")),
                Json.optionalUri(form, "failureUrl"),
                items(form),
                points(form),
                Json.optional(form, "voucher"),
                Instant.parse(Json.text(form, "createdAt")));
    }

    private static Optional<Binding> binding(JsonNode form) {
        return form.has("binding")
                ? Optional.of(BindingForm.read(form.path("binding")))
                : Optional.empty();
    }

    private static List<LineItem> items(JsonNode form) {
        List<LineItem> items = new ArrayList<>();
        for (JsonNode line : form.path("items")) {
            items.add(
                    new LineItem(
                            Json.text(line, "name"),
                            line.path("quantity").intValue(),
                            Json.money(line, "total")));
        }
        return items;
    }

    private static Optional<Points> points(JsonNode form) {
        if (!form.has("points")) {
            return Optional.empty();
        }
        JsonNode part = form.path("points");
        return Optional.of(
                part.has("part")
                        ? Points.exactly(Json.money(part, "part"))
                        : Points.asManyAsPossible());
    }

    /** Customers, who are part of payments and of attempts to link. */
    static final class CustomerForm {
        private CustomerForm() {}

        static ObjectNode of(Customer customer) {
            ObjectNode form = Json.object();
            form.put("reference", customer.reference());
            form.put("name", customer.name());
            form.put("email", customer.email());
            form.put("phone", customer.phone().international());
            customer.device()
                    .ifPresent(
                            device ->
                                    form.putObject("device")
                                            .put("id", device.id())
                                            .put("ipAddress", device.ipAddress())
                                            .put("channel", device.channel())
                                            .put("model", device.model())
                                            .put("operatingSystem", device.operatingSystem()));
            return form;
        }

        static Customer read(JsonNode form) {
            Customer customer =
                    Customer.of(
                            Json.text(form, "reference"),
                            Json.text(form, "name"),
                            Json.text(form, "email"),
                            new PhoneNumber(Json.text(form, "phone")));
            if (!form.has("device")) {
                return customer;
            }
            JsonNode device = form.path("device");
            return customer.on(
                    new Customer.Device(
                            Json.text(device, "id"),
                            Json.text(device, "ipAddress"),
                            Json.text(device, "channel"),
                            Json.text(device, "model"),
                            Json.text(device, "operatingSystem")));
        }
    }
}
