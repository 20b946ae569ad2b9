package id.dompet;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Balance;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindNotice;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.ExchangeListener;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProviderPlugin;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * Links wallets and charges them, through whichever provider is configured. Thread-safe; make one
 * and keep it.
 *
 * <p><b>An exception means nothing happened</b> at the provider ({@link DompetException}); whatever
 * might have happened is an outcome with the state UNKNOWN. Requests that change something are sent
 * exactly once. Questions ({@code status}, {@code balance}, {@code topUpInstructions}, {@code
 * refundStatus}) may be asked again by the library within the call's time.
 */
public interface Dompet extends AutoCloseable {

    /**
     * Asks to link a customer's wallet, at the provider that {@link #route} names today.
     *
     * @throws DompetException.Unsupported if that provider does not link this wallet
     */
    BindOutcome bind(BindRequest request);

    /**
     * The customer's browser is back: finds out from the provider whether the wallet is linked. May
     * be called again while the outcome is PROCESSING, and harmlessly after it was BOUND.
     *
     * @param attempt that of the customer who is logged in, found by its nonce
     * @param returnedTo the address the browser came back to, as it stood in the request: a URL, or
     *     path and query
     * @throws DompetException.InvalidRequest if it cannot be read or has another nonce
     */
    BindOutcome completeBind(BindAttempt attempt, String returnedTo);

    /**
     * The same when a notification, not a browser, told that the customer finished. PROCESSING for
     * a provider that tells it to the browser only.
     */
    BindOutcome completeBind(BindAttempt attempt);

    /**
     * What the wallet obliges the merchant to show before {@link #unbind}, if it obliges to
     * anything.
     *
     * @param partnerName the name of the merchant's app, as customers know it
     */
    Optional<UnbindNotice> unbindNotice(Binding binding, Locale language, String partnerName);

    /** Ends a link. Ending what has ended already is success. */
    UnbindOutcome unbind(Binding binding);

    /**
     * Asks what a linked wallet holds.
     *
     * @throws DompetException.BindingUnusable if the customer unlinked it elsewhere
     */
    Balance balance(Binding binding);

    /** How the customer can put money into the wallet, where the provider tells. */
    List<TopUpInstruction> topUpInstructions(Binding binding);

    /**
     * Charges, once. Store the payment before you call, and call soon after you made it. Call it
     * again with the same payment only after an exception (nothing happened); otherwise ask {@link
     * #status}.
     *
     * @throws DompetException.InvalidRequest if the payment was made so long ago that "not found"
     *     could be taken for final before this charge is; make it anew, with the same reference
     */
    default PaymentOutcome pay(Payment payment) {
        return pay(payment, List.of());
    }

    /**
     * The same with options that only one kind of provider knows.
     *
     * @throws DompetException.InvalidRequest if an option belongs to another kind of provider
     */
    PaymentOutcome pay(Payment payment, List<? extends PaymentOption> options);

    /** Asks what became of a payment; changes nothing. */
    PaymentOutcome status(Payment payment);

    /** Reads what a browser brought back from paying: to show, never to book. */
    ReturnHint returnHint(Payment payment, String returnedTo);

    /** Gives money back, once. The rules of {@link #pay} hold. */
    RefundOutcome refund(Refund refund);

    /** Asks what became of a refund; changes nothing. */
    RefundOutcome refundStatus(Refund refund);

    /**
     * Verify, compare, confirm, hand over, acknowledge: everything a notification needs. The answer
     * accepts only after the handler returned, and asks for another delivery if it threw.
     *
     * @param provider from the address the request came to, e.g. {@code /notify/duitku}
     * @return what to answer to the provider, byte for byte
     * @throws DompetException.Misconfigured if no such provider is configured: answer 404
     */
    HttpResponse receive(ProviderId provider, InboundRequest inbound, NotificationHandler handler);

    /** The first step of {@link #receive}, for those who store before they acknowledge. */
    Notification read(ProviderId provider, InboundRequest inbound);

    /**
     * What a reported payment is worth: compares provider, reference and amount with the payment's,
     * and asks the provider where the notification's signature leaves the result uncovered.
     *
     * @throws DompetException.InvalidRequest if it is about another payment
     * @throws DompetException.Unavailable if the provider cannot be asked now; believe nothing and
     *     have the notification delivered again
     */
    PaymentOutcome confirm(Payment payment, Notification.Event.PaymentReported reported);

    /**
     * Which provider a new binding or redirect payment goes to today.
     *
     * @throws DompetException.Unsupported if that provider does not declare it for this wallet
     */
    ProviderId route(Wallet wallet, Capability capability);

    /** The configured providers and what they can do. */
    Map<ProviderId, ProviderProfile> providers();

    /** Closes the connections. Operations in flight end with "not sent" or "no answer". */
    @Override
    void close();

    /** Starts opening one. */
    static Builder builder(DompetConfig config) {
        return new DompetBuilder(config);
    }

    /** Collects what configuration cannot say. Not thread-safe. */
    interface Builder {
        /** Where credentials live. Required as soon as a configured provider can link wallets. */
        Builder credentials(CredentialStore store);

        /**
         * Fails at start, not at the first charge, when a provider that still has bindings or open
         * payments is not configured.
         */
        Builder mustServe(Collection<ProviderId> inUse);

        /** A provider module besides those that the ServiceLoader finds. */
        Builder plugin(WalletProviderPlugin plugin);

        /** Hears of every HTTP exchange. */
        Builder listener(ExchangeListener listener);

        /** Clocks and waiting other than the machine's. */
        Builder time(TimeSource time);

        /**
         * Randomness for identifiers and jitter; by default a {@code SecureRandom}. It must be
         * thread-safe, and outside of tests nobody must be able to predict it.
         */
        Builder random(RandomGenerator random);

        /** Trust and keys for TLS other than the JVM's; host names are verified all the same. */
        Builder ssl(SSLContext context);

        /**
         * Checks everything, reports every problem of the configuration at once, connects to
         * nothing.
         *
         * @throws DompetException.Misconfigured with every problem
         */
        Dompet open();
    }
}
