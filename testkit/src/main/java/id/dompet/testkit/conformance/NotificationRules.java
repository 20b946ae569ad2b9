package id.dompet.testkit.conformance;

/** NTF: what the provider tells the merchant. */
abstract class NotificationRules extends RefundRules {}
