package id.dompet.provider.doku;

/** The module with the paths of the archived integration. */
class DokuOvoConformanceTest extends DokuConformance {
    DokuOvoConformanceTest() {
        super(Generation.OVO_V1);
    }
}
