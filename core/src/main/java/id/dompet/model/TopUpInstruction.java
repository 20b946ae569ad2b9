package id.dompet.model;

import java.util.Optional;

/**
 * One way of putting money into a wallet, to show to the customer. The addresses are kept as the
 * provider wrote them, because some of them are not valid URLs.
 *
 * @param title e.g. {@code ATM}
 * @param icon address of a picture, if there is one
 * @param page address of a page that explains how
 */
public record TopUpInstruction(String title, Optional<String> icon, String page) {}
