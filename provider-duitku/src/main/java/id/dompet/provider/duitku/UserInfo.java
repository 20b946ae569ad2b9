package id.dompet.provider.duitku;

import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.ProviderId;
import id.dompet.spi.Call;
import java.util.Locale;
import java.util.Optional;

/** Asks whether a credential code is linked: Account Link V1.1, section 3. */
final class UserInfo {
    static final String PATH = "user/info";

    private final ProviderId id;
    private final AccountLink accountLink;

    UserInfo(ProviderId id, AccountLink accountLink) {
        this.id = id;
        this.accountLink = accountLink;
    }

    /**
     * The answer for a linked wallet of this channel; empty if it is unlinked, or the code not
     * valid.
     *
     * @throws Unavailable if the answer says neither
     */
    Optional<JsonObject> linked(Call call, DuitkuChannel channel, String credential) {
        Optional<JsonObject> answer = accountLink.ask(call, PATH, channel, credential);
        if (answer.isEmpty()) {
            return answer;
        }
        Optional<String> about = answer.get().text("channel");
        if (about.isPresent() && !about.get().equalsIgnoreCase(channel.code())) {
            throw new Unavailable(
                    id,
                    PATH + ": the answer is about another channel than " + channel.code(),
                    null);
        }
        String status = answer.get().text("accountStatus").orElse("").toUpperCase(Locale.ROOT);
        return switch (status) {
            case "LINKED" -> answer;
            case "UNLINKED" -> Optional.empty();
            default ->
                    throw new Unavailable(
                            id, PATH + ": accountStatus is neither LINKED nor UNLINKED", null);
        };
    }
}
