package id.dompet.testkit.conformance;

/** SEC: what must never be printed. */
abstract class SecrecyRules extends WireRules {}
