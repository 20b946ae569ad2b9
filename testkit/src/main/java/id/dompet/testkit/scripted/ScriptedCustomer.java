package id.dompet.testkit.scripted;

import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.testkit.scripted.LinkBook.Link;
import id.dompet.testkit.scripted.PaymentScript.Stage;
import java.net.URI;
import java.util.Optional;

/** The customer, at the pages that AWAITING_CUSTOMER leads to and in the wallet's app. */
public final class ScriptedCustomer {
    private final Books books;

    ScriptedCustomer(Books books) {
        this.books = books;
    }

    /**
     * Enters the PIN: the wallet is linked, or the payment is paid.
     *
     * @param page from {@code AwaitingCustomer.action()}
     * @return where the browser goes then: the merchant's return URL, with what the provider adds
     * @throws IllegalArgumentException if this provider has no such page
     * @throws IllegalStateException if the payment has ended already
     */
    public URI confirm(URI page) {
        return act(page, true);
    }

    /** Presses "cancel". The rest is as in {@link #confirm}. */
    public URI cancel(URI page) {
        return act(page, false);
    }

    /** Ends the link in the wallet's app, where the merchant does not see it. */
    public void unlinkInApp(Binding binding) {
        books.at(
                now -> {
                    Link link =
                            books.links
                                    .of(binding)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "there is no link " + binding.id()));
                    link.ended = true;
                    return true;
                });
    }

    private URI act(URI page, boolean agrees) {
        return books.at(
                now -> {
                    Optional<Link> link = books.links.on(page);
                    if (link.isPresent()) {
                        return linking(link.get(), agrees);
                    }
                    Course course =
                            books.payments
                                    .on(page)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "this provider has no such page"));
                    course.become(
                            agrees ? Stage.PAID : Stage.DECLINED,
                            agrees
                                    ? Optional.empty()
                                    : Optional.of(
                                            PaymentScript.decline(
                                                    Decline.Reason.CUSTOMER_CANCELLED)),
                            now);
                    return back(course.returnUrl(), agrees, course.reference());
                });
    }

    private static URI linking(Link link, boolean agrees) {
        if (agrees) {
            link.confirm();
        } else {
            link.cancel();
        }
        return back(link.attempt.returnUrl(), agrees, link.attempt.reference());
    }

    private static URI back(URI returnUrl, boolean agrees, String order) {
        String result = agrees ? "success" : "failed";
        return URI.create(returnUrl + "?result=" + result + "&order=" + order);
    }
}
