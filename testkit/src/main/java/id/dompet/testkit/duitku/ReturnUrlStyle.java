package id.dompet.testkit.duitku;

/** How parameters are added to a return URL that already has a query. */
public enum ReturnUrlStyle {
    /** With {@code &}. */
    AMPERSAND,
    /** With a second {@code ?}, as a server does that appends {@code ?...} without looking. */
    SECOND_QUESTION_MARK
}
