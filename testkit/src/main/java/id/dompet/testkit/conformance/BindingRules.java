package id.dompet.testkit.conformance;

/** BND: linking wallets and ending links. */
abstract class BindingRules extends PluginUseRules {}
