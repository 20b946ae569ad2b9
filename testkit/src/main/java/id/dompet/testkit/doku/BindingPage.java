package id.dompet.testkit.doku;

import id.dompet.testkit.FormText;
import id.dompet.testkit.Masking;
import id.dompet.testkit.PageHtml;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The page behind {@code redirectUrl}: the OTP first, then the PIN (OVO Open API, section 1). */
final class BindingPage {

    private final BindingBook bindings;
    private final DokuNotifications notifications;

    BindingPage(BindingBook bindings, DokuNotifications notifications) {
        this.bindings = bindings;
        this.notifications = notifications;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        return bindings.withOpen(ticket(request), binding -> answer(request, binding))
                .orElseGet(BindingPage::expired);
    }

    static String ticket(SimulatorRequest request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    static SimulatorAnswer expired() {
        return PageHtml.notice(410, "Page expired", "This page can no longer be used.");
    }

    /** The merchant's address as given; header values are ASCII, addresses need not be. */
    static SimulatorAnswer redirect(String address) {
        boolean plain = address.chars().allMatch(character -> character < 128);
        return PageHtml.redirect(plain ? address : URI.create(address).toASCIIString());
    }

    private SimulatorAnswer answer(SimulatorRequest request, Binding binding) {
        if (!request.method().equals("POST")) {
            return form(binding, "");
        }
        Map<String, String> fields = FormText.read(request.text());
        if (fields.getOrDefault("action", "").equals("decline")) {
            return failed(binding);
        }
        return binding.otpEntered()
                ? pin(binding, fields.getOrDefault("pin", ""))
                : otp(binding, fields.getOrDefault("otp", ""));
    }

    private SimulatorAnswer otp(Binding binding, String otp) {
        if (otp.equals(DokuCustomer.RIGHT_OTP)) {
            binding.enterOtp();
            return form(binding, "");
        }
        return binding.wrongOtp()
                ? form(binding, "Wrong code. Please try again.")
                : failed(binding);
    }

    private SimulatorAnswer pin(Binding binding, String pin) {
        return switch (binding.pins().enter(pin)) {
            case RIGHT -> confirmed(binding);
            case WRONG -> form(binding, "Wrong PIN. Please try again.");
            case EXHAUSTED -> failed(binding);
        };
    }

    private SimulatorAnswer confirmed(Binding binding) {
        boolean linked = bindings.complete(binding);
        notifications.enqueue(binding);
        return redirect(linked ? binding.request().successUrl() : binding.request().failedUrl());
    }

    private SimulatorAnswer failed(Binding binding) {
        bindings.fail(binding);
        notifications.enqueue(binding);
        return redirect(binding.request().failedUrl());
    }

    private static SimulatorAnswer form(Binding binding, String error) {
        String title = "Link your " + binding.wallet().channel().displayName() + " account";
        String number = "Number " + Masking.phone(binding.wallet().phoneNumber());
        if (binding.otpEntered()) {
            return PageHtml.pin(
                    title,
                    List.of(
                            number,
                            "The merchant will be able to ask for payments from this account."),
                    error);
        }
        return PageHtml.form(
                title,
                List.of(
                        number,
                        "Enter the code we sent you (simulated: " + DokuCustomer.RIGHT_OTP + ")."),
                error,
                List.of(new PageHtml.Field("otp", "Code", "text", 6, "")));
    }
}
