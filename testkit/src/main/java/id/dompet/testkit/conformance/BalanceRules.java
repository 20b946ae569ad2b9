package id.dompet.testkit.conformance;

/** BAL and TOP: what a wallet holds, and how it is filled. */
abstract class BalanceRules extends BindingSafetyRules {}
