package id.dompet.sandbox.shop;

import java.time.Instant;

/**
 * What a customer ordered.
 *
 * @param reference of the order and of its payment: one order is paid once
 * @param customer the reference of whoever ordered it
 * @param status how far the shop is with it
 */
record Order(String reference, String customer, Item item, Instant placedAt, Status status) {

    /** How far the shop is. Whether it is paid, only the ledger knows. */
    enum Status {
        /** Nothing is made before it is paid. */
        WAITING("waiting for the payment"),
        /** Paid. */
        IN_THE_MAKING("paid, in the making"),
        /** It will not be paid. */
        CANCELLED("cancelled"),
        /** Paid, and given back. */
        GIVEN_BACK("given back");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Something that happened to it.
     *
     * @param number counts the events of its payment
     */
    record Event(long number, Instant at, String words) {}
}
