package id.dompet.testkit.conformance;

/** RFD: giving money back. */
abstract class RefundRules extends RefundFaultRules {}
