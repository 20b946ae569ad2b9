package id.dompet.sandbox.console;

import id.dompet.testkit.RecordedRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the addresses of customers' pages in the answers that gave them out. */
final class CustomerPages {
    private static final int MOST = 8;
    private static final Pattern PAGE =
            Pattern.compile("\"(http://[^\"\\s]*(?:/wallet/|/direct-debit/ui/)[^\"\\s]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("\"(?:merchantOrderId|partnerReferenceNo)\"\\s*:\\s*\"([^\"]*)\"");

    private final Sandbox sandbox;

    CustomerPages(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Those of pending charges and of the last links, newest first. */
    List<Views.CustomerPage> latest() {
        List<Views.CustomerPage> pages = new ArrayList<>();
        for (Provider provider : sandbox.providers()) {
            List<String> pending =
                    provider.charges().stream()
                            .filter(Views.Charge::pending)
                            .map(Views.Charge::reference)
                            .toList();
            for (RecordedRequest<?> entry : provider.wire().entries()) {
                page(provider, entry, pending).ifPresent(pages::add);
            }
        }
        return pages.stream().limit(MOST).toList();
    }

    private static Optional<Views.CustomerPage> page(
            Provider provider, RecordedRequest<?> entry, List<String> pending) {
        Matcher found = PAGE.matcher(entry.delivery().answer().text());
        if (entry.answeredStatus() / 100 != 2 || !found.find()) {
            return Optional.empty();
        }
        Matcher reference = REFERENCE.matcher(entry.request().text());
        boolean isCharge =
                !entry.operation().name().equals("ACCOUNT_BINDING")
                        && !entry.operation().name().equals("CONNECT");
        String about = isCharge && reference.find() ? reference.group(1) : "";
        if (isCharge && !pending.contains(about)) {
            return Optional.empty();
        }
        String what = isCharge ? "Pay " + about : "Link a wallet";
        return Optional.of(
                new Views.CustomerPage(provider.title(), what, found.group(1).replace("\\/", "/")));
    }
}
