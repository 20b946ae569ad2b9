package id.dompet.provider.duitku;

import id.dompet.model.Binding;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.provider.duitku.AccountLinkReading.Coded;
import id.dompet.provider.duitku.AccountLinkReading.Open;
import id.dompet.provider.duitku.LinkedAccounts.Linked;
import id.dompet.spi.Call;
import id.dompet.spi.UnbindPort;
import java.util.List;
import java.util.Optional;

/** Ends links: Account Link V1.1, section 2. */
final class DuitkuUnbind implements UnbindPort {
    private static final String PATH = "disconnect";

    private final AccountLink accountLink;
    private final LinkedAccounts accounts;

    DuitkuUnbind(AccountLink accountLink, LinkedAccounts accounts) {
        this.accountLink = accountLink;
        this.accounts = accounts;
    }

    /**
     * A credential that is not in the store was removed by an earlier unbinding: core forgets it
     * only then. Ending what has ended is success, and without the code there is nothing left that
     * anybody could charge.
     */
    @Override
    public UnbindOutcome unbind(Call call, Binding binding) {
        Optional<Linked> linked = accounts.find(binding);
        if (linked.isEmpty()) {
            return new UnbindOutcome.Unbound();
        }
        String code = linked.get().code().reveal();
        AccountLinkReading reading =
                accountLink.change(
                        call,
                        PATH,
                        accountLink.linked(linked.get().channel(), code),
                        List.of(code));
        if (reading instanceof Coded coded) {
            return switch (coded.result().binding()) {
                case ACCEPTED, BINDING_ENDED -> new UnbindOutcome.Unbound();
                case INVALID, CREDENTIALS, UNSUPPORTED -> throw accountLink.refusal(PATH, coded);
                case REFUSED, UNKNOWN ->
                        new UnbindOutcome.Unknown(
                                UnknownCause.SERVER_ERROR, AccountLink.describe(PATH, coded));
            };
        }
        Open open = (Open) reading;
        return new UnbindOutcome.Unknown(open.cause(), open.detail());
    }
}
