package id.dompet.testkit.scripted;

import id.dompet.model.Balance;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.BalancePort;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.TopUpPort;
import id.dompet.spi.UnbindPort;
import id.dompet.testkit.scripted.LinkBook.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links, and what linked wallets hold. */
final class ScriptedLinks implements BindPort, UnbindPort, BalancePort, TopUpPort {
    private final ProviderId id;
    private final Books books;
    private final AllScripts scripts;
    private final Credentials credentials;

    ScriptedLinks(ProviderId id, Books books, AllScripts scripts, Credentials credentials) {
        this.id = id;
        this.books = books;
        this.scripts = scripts;
        this.credentials = credentials;
    }

    @Override
    public BindOutcome start(Call call, BindAttempt attempt) {
        BindScript script = scripts.binds.take();
        script.mayFail(id);
        BindScript.Told told = script.told();
        Link link = books.at(now -> books.links.start(attempt, told));
        if (told.lost().isPresent()) {
            return new BindOutcome.Unknown(told.lost().get(), "scripted");
        }
        return switch (told.course()) {
            case BOUND_AT_ONCE -> bound(link);
            case REFUSED_AT_ONCE -> new BindOutcome.Refused(told.decline().orElseThrow());
            case CUSTOMER_AGREES, CUSTOMER_IS_AWAITED, REFUSED_IN_THE_END ->
                    new BindOutcome.AwaitingCustomer(attempt, link.page);
        };
    }

    @Override
    public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
        QuestionScript<BindOutcome> script = scripts.completions.take();
        script.mayFail(id);
        return script.told().orElseGet(() -> completed(attempt));
    }

    private BindOutcome completed(BindAttempt attempt) {
        Optional<Link> link = books.at(now -> books.links.of(attempt));
        if (link.isEmpty()) {
            return new BindOutcome.Refused(
                    new Decline(
                            Decline.Reason.NOT_THIS_ATTEMPT,
                            "scripted",
                            id + " has not begun this attempt"));
        }
        return switch (books.at(now -> link.get().course)) {
            case CUSTOMER_IS_AWAITED -> new BindOutcome.Processing(attempt);
            case REFUSED_AT_ONCE, REFUSED_IN_THE_END ->
                    new BindOutcome.Refused(link.get().decline.orElseThrow());
            case CUSTOMER_AGREES, BOUND_AT_ONCE -> bound(link.get());
        };
    }

    private BindOutcome bound(Link link) {
        Binding binding = books.at(now -> books.links.bound(link, now));
        // Only once, or completing again would bring back what unbinding has removed.
        if (credentials.find(binding.id()).isEmpty() && !link.ended) {
            credentials.put(
                    binding.id(), Credential.of(link.code, link.attempt.customer().reference()));
        }
        return new BindOutcome.Bound(binding);
    }

    @Override
    public UnbindOutcome unbind(Call call, Binding binding) {
        UnbindScript script = scripts.unbinds.take();
        script.mayFail(id);
        UnbindScript.Told told = script.told();
        if (told.arrives()) {
            books.at(
                    now -> {
                        books.links.of(binding).ifPresent(link -> link.ended = true);
                        return true;
                    });
        }
        return told.lost()
                .<UnbindOutcome>map(cause -> new UnbindOutcome.Unknown(cause, "scripted"))
                .orElseGet(UnbindOutcome.Unbound::new);
    }

    @Override
    public Balance balance(Call call, Binding binding) {
        QuestionScript<Balance> script = scripts.balances.take();
        script.mayFail(id);
        requireUsable(binding);
        return script.told()
                .orElseGet(() -> books.at(now -> new Balance(books.cash, books.points, now)));
    }

    @Override
    public List<TopUpInstruction> topUpInstructions(Call call, Binding binding) {
        QuestionScript<List<TopUpInstruction>> script = scripts.topUps.take();
        script.mayFail(id);
        requireUsable(binding);
        return script.told().orElseGet(() -> books.at(now -> books.topUps));
    }

    private void requireUsable(Binding binding) {
        if (!isAlive(binding)) {
            throw new DompetException.BindingUnusable(
                    id, "unlinked", "the link has ended, or was never made here");
        }
    }

    /**
     * Whether the link exists and this is its credential.
     *
     * @throws DompetException.BindingUnusable if the merchant's store has lost the credential
     */
    boolean isAlive(Binding binding) {
        Credential credential =
                credentials
                        .find(binding.id())
                        .orElseThrow(
                                () ->
                                        new DompetException.BindingUnusable(
                                                id,
                                                "",
                                                "the credential store has nothing for binding "
                                                        + binding.id()));
        return books.at(now -> books.links.of(binding))
                .filter(link -> !link.ended)
                .filter(link -> link.code.equals(credential.value()))
                .filter(
                        link ->
                                credential
                                        .owner()
                                        .filter(binding.customerReference()::equals)
                                        .isPresent())
                .isPresent();
    }
}
