package id.dompet.testkit.reference;

/** The reference module keeps every rule. */
class ContohConformanceTest extends ContohConformance {}
