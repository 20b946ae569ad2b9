package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.form.AttemptForm;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.LinkStore.AttemptRow;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Notification.Event.BindFinished;
import id.dompet.model.UnbindOutcome;
import id.dompet.sign.Digest;
import id.dompet.spi.TimeSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links that survive a crash: the attempt is written down before the customer leaves. */
final class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);

    private final Dompet dompet;
    private final LinkStore store;
    private final Vault vault;
    private final TimeSource time;

    Links(Dompet dompet, LinkStore store, Vault vault, TimeSource time) {
        this.dompet = dompet;
        this.store = store;
        this.vault = vault;
        this.time = time;
    }

    BindOutcome bind(BindRequest request) {
        BindOutcome outcome = dompet.bind(request);
        if (outcome instanceof BindOutcome.AwaitingCustomer awaiting) {
            save(awaiting.attempt());
        } else if (outcome instanceof BindOutcome.Processing processing) {
            save(processing.attempt());
        } else if (outcome instanceof BindOutcome.Bound bound) {
            // The wallet is linked, and the caller has to hear of it whatever the database does.
            written(bound.binding(), "linked", () -> store.bound(bound.binding(), ""));
        }
        return outcome;
    }

    private void save(BindAttempt attempt) {
        String key = key(attempt.nonce());
        store.save(
                new AttemptRow(
                        key,
                        attempt.reference(),
                        attempt.provider(),
                        attempt.customer().reference(),
                        vault.seal(AttemptForm.write(attempt), "attempt\n" + key),
                        attempt.until()));
    }

    BindOutcome complete(String customerReference, String nonce, String returnedTo) {
        AttemptRow row =
                store.attempt(key(nonce))
                        .filter(found -> found.customerReference().equals(customerReference))
                        .orElseThrow(Links::noSuchAttempt);
        BindAttempt attempt = read(row);
        return settled(row, dompet.completeBind(attempt, returnedTo));
    }

    private static IllegalArgumentException noSuchAttempt() {
        return new IllegalArgumentException(
                "this customer has no open attempt to link with this nonce; take the nonce from the"
                        + " last segment of the path the browser came back to");
    }

    /** The customer finished, says the provider; whether that is safely dealt with. */
    boolean finished(BindFinished finished) {
        Optional<AttemptRow> row =
                finished.attemptReference()
                        .flatMap(store::attemptOf)
                        .filter(
                                found ->
                                        found.customerReference()
                                                .equals(finished.customerReference()));
        if (row.isEmpty()) {
            // Bound already, or begun before this ledger: nothing is left to be done.
            LOG.info("{}: a finished link without an open attempt", finished.provider());
            return true;
        }
        BindOutcome outcome = settled(row.get(), dompet.completeBind(read(row.get())));
        return outcome instanceof BindOutcome.Bound || outcome instanceof BindOutcome.Refused;
    }

    private BindAttempt read(AttemptRow row) {
        return AttemptForm.read(vault.open(row.content(), "attempt\n" + row.key()));
    }

    private BindOutcome settled(AttemptRow row, BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Bound bound) {
            writeDown(bound.binding(), row.key());
        } else if (outcome instanceof BindOutcome.Refused) {
            store.forget(row.key());
        }
        return outcome;
    }

    /** The attempt is used up by it: a caller who is told of a failure could not try again. */
    private void writeDown(Binding binding, String attemptKey) {
        try {
            store.bound(binding, attemptKey);
        } catch (StoreException e) {
            if (store.binding(binding.id()).isEmpty()) {
                throw e;
            }
            LOG.info("link {} is written down, only the answer was lost", binding.id());
        }
    }

    /**
     * Only of a link that is in the ledger, ended or not: with the wrong database, its credential
     * is missing as well, which looks like a link that was ended long ago.
     */
    UnbindOutcome unbind(Binding binding) {
        if (!store.knows(binding.id())) {
            throw new DompetException.InvalidRequest(
                    binding.provider(),
                    "link %s is not in the ledger, so nothing was asked; is this the database it was"
                                    .formatted(binding.id())
                            + " made with? End a link that was made without the ledger with"
                            + " Dompet.unbind");
        }
        UnbindOutcome outcome = dompet.unbind(binding);
        if (outcome instanceof UnbindOutcome.Unbound) {
            written(binding, "ended", () -> store.ended(binding.id(), time.now()));
        }
        return outcome;
    }

    private static void written(Binding binding, String what, Runnable write) {
        try {
            write.run();
        } catch (StoreException e) {
            LOG.error("link {} is {}, which could not be written down", binding.id(), what, e);
        }
    }

    /** A dead link is of no use to anybody: the customer has to link again. */
    <T> T using(Binding binding, java.util.function.Supplier<T> question) {
        try {
            return question.get();
        } catch (DompetException.BindingUnusable e) {
            written(binding, "dead", () -> store.ended(binding.id(), time.now()));
            throw e;
        }
    }

    private static String key(String nonce) {
        return Digest.SHA_256.hex(nonce.getBytes(StandardCharsets.UTF_8));
    }
}
