package id.dompet.testkit.conformance;

/** PAY: charges. */
abstract class PaymentRules extends BalanceRules {}
