package id.dompet.testkit.doku;

import com.google.common.collect.MapMaker;
import id.dompet.testkit.Delivery;
import id.dompet.testkit.FaultContent;
import id.dompet.testkit.FaultDelivery;
import id.dompet.testkit.FaultScript;
import id.dompet.testkit.RequestJournal;
import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.doku.Routes.Route;
import id.dompet.testkit.page.WalletPage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Leads each request to the part that answers it, and keeps the journal. */
final class DokuDispatcher {

    private final Clock clock;
    private final FaultScript<DokuOperation> faults;
    private final RequestJournal<DokuOperation> journal;
    private final SignatureCheck signatures;
    private final SnapAnswers answers;
    private final Endpoints endpoints;

    /** Forgotten together with the request, which the journal may keep or not. */
    private final Map<SimulatorRequest, String> objections = new MapMaker().weakKeys().makeMap();

    /** The parts that answer. */
    record Endpoints(
            SnapGate gate,
            TokenApi tokens,
            BindingApi bindings,
            BalanceApi balance,
            PaymentApi payments,
            RefundApi refunds,
            StatusApi status,
            BindingPage bindingPage,
            PaymentPage paymentPage) {}

    DokuDispatcher(
            DokuSettings settings,
            FaultScript<DokuOperation> faults,
            RequestJournal<DokuOperation> journal,
            Endpoints endpoints) {
        this.clock = settings.clock();
        this.faults = faults;
        this.journal = journal;
        this.signatures = new SignatureCheck(settings);
        this.answers = new SnapAnswers(settings);
        this.endpoints = endpoints;
    }

    /** Why a request was not carried out whatever it asked for: signature, token, header, form. */
    Optional<String> objection(SimulatorRequest request) {
        return Optional.ofNullable(objections.get(request));
    }

    Delivery handle(SimulatorRequest request) {
        Route route = Routes.of(request.path());
        DokuOperation operation = route.operation();
        SignatureVerdict signature = signatures.check(operation, request);
        Delivery delivery =
                faults.take(operation)
                        .map(
                                fault ->
                                        FaultDelivery.of(
                                                fault,
                                                operation.isReadOnly(),
                                                () -> answer(route, request, signature),
                                                answers.answer(
                                                        operation, "", "", SnapAnswers.object()),
                                                (code, genuine) -> coded(operation, code)))
                        .orElseGet(() -> Delivery.of(answer(route, request, signature)));
        journal.add(clock.instant(), operation, request, signature, delivery);
        return delivery;
    }

    /** Five digits stand for status and case; the service code is put between. */
    private SimulatorAnswer coded(DokuOperation operation, FaultContent.ProviderCode code) {
        if (operation.serviceCode().isEmpty()) {
            throw new IllegalArgumentException(operation + " answers with pages, not with codes");
        }
        String full =
                code.code().matches("\\d{5}")
                        ? code.code().substring(0, 3)
                                + operation.serviceCode()
                                + code.code().substring(3)
                        : code.code();
        return answers.answer(operation, full, code.message(), SnapAnswers.object());
    }

    private SimulatorAnswer answer(
            Route route, SimulatorRequest request, SignatureVerdict signature) {
        DokuOperation operation = route.operation();
        switch (operation) {
            case BINDING_PAGE -> {
                return endpoints.bindingPage().answer(request);
            }
            case PAYMENT_PAGE -> {
                return endpoints.paymentPage().answer(request);
            }
            case UNKNOWN -> {
                return WalletPage.missing(404, request);
            }
            default -> {}
        }
        try {
            if (!request.method().equals("POST")) {
                throw new Refusal(SnapCase.FUNCTION_NOT_SUPPORTED);
            }
            if (operation.isToken()) {
                return endpoints.tokens().answer(operation, request, signature);
            }
            return endpoints
                    .gate()
                    .pass(
                            route,
                            request,
                            signature,
                            this::carryOut,
                            refusal -> refused(operation, request, refusal));
        } catch (Refusal refusal) {
            return refused(operation, request, refusal);
        }
    }

    private SimulatorAnswer refused(
            DokuOperation operation, SimulatorRequest request, Refusal refusal) {
        if (refusal.isAboutForm()) {
            objections.put(request, refusal.text());
        }
        return answers.refusal(operation, refusal);
    }

    private SimulatorAnswer carryOut(SnapCall call) {
        return switch (call.operation()) {
            case ACCOUNT_BINDING -> endpoints.bindings().bind(call);
            case ACCOUNT_UNBINDING -> endpoints.bindings().unbind(call);
            case BALANCE_INQUIRY -> endpoints.balance().answer(call);
            case PAYMENT -> endpoints.payments().answer(call);
            case REFUND -> endpoints.refunds().answer(call);
            case CHECK_STATUS -> endpoints.status().answer(call);
            default -> throw new Refusal(SnapCase.FUNCTION_NOT_SUPPORTED);
        };
    }
}
