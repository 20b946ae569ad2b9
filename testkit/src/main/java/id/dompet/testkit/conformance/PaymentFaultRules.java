package id.dompet.testkit.conformance;

/** PAY: charges whose answer is lost or cannot be believed. */
abstract class PaymentFaultRules extends PaymentRules {}
