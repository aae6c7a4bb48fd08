package np.saathi.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/** From where a request comes, as far as rate limits care. It is not kept: they hash it. */
final class ClientAddress {
    /** Of an IPv6 address: whoever has one has all that begin so. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(request.getRemoteAddr());
        } catch (IllegalArgumentException notAnAddress) {
            return request.getRemoteAddr(); // what a proxy wrote, such as "unknown": all those are one
        }
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
