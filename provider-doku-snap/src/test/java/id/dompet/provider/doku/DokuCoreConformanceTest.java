package id.dompet.provider.doku;

/** The module with the paths that are documented today. */
class DokuCoreConformanceTest extends DokuConformance {
    DokuCoreConformanceTest() {
        super(Generation.CORE_V1);
    }
}
