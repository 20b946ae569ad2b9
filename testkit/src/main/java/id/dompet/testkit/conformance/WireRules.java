package id.dompet.testkit.conformance;

/** WIRE: what leaves the module. */
abstract class WireRules extends ForgeryRules {}
