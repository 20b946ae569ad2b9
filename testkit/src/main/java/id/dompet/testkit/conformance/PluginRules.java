package id.dompet.testkit.conformance;

/** PLG: how a module is found, configured and described. */
abstract class PluginRules extends Rules {}
