package id.dompet.testkit.conformance;

/** STA: asking what became of a payment. */
abstract class StatusRules extends PaymentFaultRules {}
