package id.dompet.testkit.conformance;

/** NTF: what somebody else tells the merchant. */
abstract class ForgeryRules extends NotificationRules {}
