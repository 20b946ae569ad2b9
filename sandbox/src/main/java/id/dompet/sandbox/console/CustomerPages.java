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

    /**
     * Those of pending charges, and of links that nobody has confirmed, newest first. Whoever is
     * done with a page is redirected away from it.
     */
    List<Views.CustomerPage> latest() {
        List<Views.CustomerPage> pages = new ArrayList<>();
        for (Provider provider : sandbox.providers()) {
            List<String> pending =
                    provider.charges().stream()
                            .filter(Views.Charge::pending)
                            .map(Views.Charge::reference)
                            .toList();
            List<String> left = new ArrayList<>();
            for (RecordedRequest<?> entry : provider.wire().entries()) {
                if (entry.answeredStatus() / 100 == 3) {
                    left.add(entry.request().path() + "?" + entry.request().query());
                }
                page(provider, entry, pending)
                        .filter(page -> left.stream().noneMatch(at -> at.contains(ticket(page))))
                        .ifPresent(pages::add);
            }
        }
        return pages.stream().limit(MOST).toList();
    }

    /** What the address of a page ends with. */
    private static String ticket(Views.CustomerPage page) {
        return page.url().replaceAll("^.*[/=]", "");
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
