package id.dompet.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a host name; may take as long as it likes. */
@FunctionalInterface
interface NameLookup {
    InetAddress[] lookUp(String host) throws UnknownHostException;
}
