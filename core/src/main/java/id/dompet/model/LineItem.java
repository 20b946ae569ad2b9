package id.dompet.model;

/**
 * One line of an order.
 *
 * @param name 1 to 255 characters
 * @param quantity at least 1
 * @param total the price of the whole line, quantity included; the lines of an order add up to the
 *     payment's amount
 */
public record LineItem(String name, int quantity, Money total) {

    /** Refuses empty names and quantities below one. */
    public LineItem {
        Texts.require("line item name", name, 255);
        if (quantity < 1) {
            throw new IllegalArgumentException("line item quantities start at 1: " + quantity);
        }
    }
}
