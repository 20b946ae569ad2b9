package id.dompet.testkit.doku;

import id.dompet.testkit.FormText;
import id.dompet.testkit.Masking;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.page.Field;
import id.dompet.testkit.page.Text;
import id.dompet.testkit.page.WalletPage;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The page behind {@code redirectUrl}: the OTP first, then the PIN (OVO Open API, section 1). */
final class BindingPage {

    private final Clock clock;
    private final BindingBook bindings;
    private final DokuNotifications notifications;

    BindingPage(Clock clock, BindingBook bindings, DokuNotifications notifications) {
        this.clock = clock;
        this.bindings = bindings;
        this.notifications = notifications;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = ticket(request);
        return bindings.withOpen(ticket, binding -> answer(request, binding))
                .or(() -> bindings.ofPage(ticket).map(closed -> closed(request, closed)))
                .orElseGet(() -> WalletPage.missing(410, request));
    }

    static String ticket(SimulatorRequest request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    /** The merchant's address as given; header values are ASCII, addresses need not be. */
    static String ascii(String address) {
        boolean plain = address.chars().allMatch(character -> character < 128);
        return plain ? address : URI.create(address).toASCIIString();
    }

    private SimulatorAnswer answer(SimulatorRequest request, Binding binding) {
        if (!request.method().equals("POST")) {
            return form(binding).answer(request);
        }
        Map<String, String> fields = FormText.read(request.text());
        if (fields.getOrDefault("action", "").equals("decline")) {
            return failed(request, binding);
        }
        if (!binding.otpEntered()) {
            return otp(request, binding, fields.getOrDefault("otp", ""));
        }
        boolean firstFormAgain = fields.containsKey("otp") && !fields.containsKey("pin");
        return firstFormAgain
                ? form(binding).answer(request)
                : pin(request, binding, fields.getOrDefault("pin", ""));
    }

    private SimulatorAnswer otp(SimulatorRequest request, Binding binding, String otp) {
        if (otp.equals(DokuCustomer.RIGHT_OTP)) {
            binding.enterOtp();
            return form(binding).answer(request);
        }
        int left = binding.wrongOtp();
        return left > 0
                ? form(binding).mistake("otp", Text.WRONG_OTP, left).answer(request)
                : failed(request, binding);
    }

    private SimulatorAnswer pin(SimulatorRequest request, Binding binding, String pin) {
        return switch (binding.pins().enter(pin)) {
            case RIGHT -> confirmed(request, binding);
            case WRONG ->
                    form(binding)
                            .mistake("pin", Text.WRONG_PIN, binding.pins().left())
                            .answer(request);
            case EXHAUSTED -> failed(request, binding);
        };
    }

    private SimulatorAnswer confirmed(SimulatorRequest request, Binding binding) {
        bindings.complete(binding);
        notifications.enqueue(binding);
        return WalletPage.redirect(request, back(binding));
    }

    private SimulatorAnswer failed(SimulatorRequest request, Binding binding) {
        bindings.fail(binding);
        notifications.enqueue(binding);
        return WalletPage.redirect(request, back(binding));
    }

    private WalletPage form(Binding binding) {
        WalletPage page =
                WalletPage.titled(Text.LINK_TITLE, binding.wallet().channel().displayName())
                        .fact(Text.NUMBER, Masking.phone(binding.wallet().phoneNumber()))
                        .note(Text.LINK_ALLOWS)
                        .window(clock.instant(), binding.pageExpiresAt());
        return binding.otpEntered()
                ? page.step(2, 2).field(Field.pin()).confirm(Text.LINK)
                : page.step(1, 2).field(Field.otp(DokuCustomer.RIGHT_OTP)).confirm(Text.CONTINUE);
    }

    /** Too late, or a second time: what was decided stays decided. */
    private static SimulatorAnswer closed(SimulatorRequest request, Binding binding) {
        return binding.state() == Binding.State.PENDING
                ? WalletPage.expired(request, back(binding))
                : WalletPage.finished(request, back(binding));
    }

    private static String back(Binding binding) {
        return ascii(
                switch (binding.state()) {
                    case ACTIVE, ENDED -> binding.request().successUrl();
                    case PENDING, FAILED -> binding.request().failedUrl();
                });
    }
}
