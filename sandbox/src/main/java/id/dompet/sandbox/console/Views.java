package id.dompet.sandbox.console;

import id.dompet.testkit.diagnosis.Mistake;
import java.util.List;

/** What the console shows; the components are the fields of its JSON. */
final class Views {
    private Views() {}

    /**
     * A wallet.
     *
     * @param provider the simulator's name
     * @param wallet which wallet, e.g. {@code OVO}
     * @param phone the number, {@code 08...}
     * @param cash whole rupiah
     * @param points worth one rupiah each
     */
    record Wallet(String provider, String wallet, String phone, long cash, long points) {}

    /**
     * A binding.
     *
     * @param provider the simulator's name
     * @param wallet which wallet
     * @param phone the number
     * @param customer the merchant's name for the customer
     * @param state LINKED, PENDING, FAILED or ENDED
     * @param linked whether it can be used
     */
    record Link(
            String provider,
            String wallet,
            String phone,
            String customer,
            String state,
            boolean linked) {}

    /**
     * A charge.
     *
     * @param provider the simulator's name
     * @param reference the merchant's
     * @param wallet which wallet
     * @param amount whole rupiah
     * @param state the provider's word for where it stands
     * @param refunded whole rupiah that were given back
     * @param expiresAt when the time to pay is over, by the sandbox's clock
     * @param pending whether nobody has decided
     * @param expired whether it can still be charged late
     * @param refundable whole rupiah that can be given back here
     */
    record Charge(
            String provider,
            String reference,
            String wallet,
            long amount,
            String state,
            long refunded,
            String expiresAt,
            boolean pending,
            boolean expired,
            long refundable) {}

    /**
     * A notification in the outbox.
     *
     * @param provider the simulator's name
     * @param number in this outbox, from 1
     * @param about the reference it tells of
     * @param says what it says, in the provider's words
     * @param delivered whether the merchant took one delivery
     * @param waiting whether more deliveries come without being asked for
     * @param deliveries what became of each, oldest first
     */
    record Message(
            String provider,
            int number,
            String about,
            String says,
            boolean delivered,
            boolean waiting,
            List<String> deliveries) {}

    /**
     * The faults that wait for requests of one operation.
     *
     * @param provider the simulator's name
     * @param operation what is asked for
     * @param waiting how many requests will meet a fault
     * @param next what the next one meets, or empty text
     */
    record Faults(String provider, String operation, int waiting, String next) {}

    /**
     * One request and its answer, in short.
     *
     * @param provider the simulator's name
     * @param number in its log
     * @param at when, by the sandbox's clock
     * @param operation what was asked for
     * @param method the HTTP method
     * @param path without the query; one-time tickets are masked
     * @param signature what the check found
     * @param wrong whether the signature is wrong or missing
     * @param status the HTTP status, or 0 when no answer went out
     */
    record Exchange(
            String provider,
            long number,
            String at,
            String operation,
            String method,
            String path,
            String signature,
            boolean wrong,
            int status) {}

    /**
     * The whole of one, without secrets.
     *
     * @param summary the short form
     * @param request headers and body as they arrived
     * @param response headers and body as they were sent
     * @param curl the request as a command
     * @param travel what a fault did to the answer, or empty text
     * @param diagnosis why the signature is wrong
     */
    record Detail(
            Exchange summary,
            String request,
            String response,
            String curl,
            String travel,
            Diagnosis diagnosis) {}

    /**
     * Why a signature is wrong.
     *
     * @param wrong whether there is anything to say
     * @param mistakes what the client did, and what to do
     * @param toSign the text to sign, with placeholders for keys and tokens; empty when the
     *     operation is not signed
     * @param method how that becomes the signature
     */
    record Diagnosis(boolean wrong, List<Mistake> mistakes, String toSign, String method) {}

    /**
     * A page of the provider on which a customer decides.
     *
     * @param provider the simulator's name
     * @param what what it is about
     * @param url where it is; good for one use
     */
    record CustomerPage(String provider, String what, String url) {
        /** Without the address. */
        @Override
        public String toString() {
            return "CustomerPage[" + provider + ", " + what + "]";
        }
    }
}
