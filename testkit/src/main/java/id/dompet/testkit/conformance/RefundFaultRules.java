package id.dompet.testkit.conformance;

/** RFD: refunds whose answer is lost or cannot be believed. */
abstract class RefundFaultRules extends StatusRules {}
