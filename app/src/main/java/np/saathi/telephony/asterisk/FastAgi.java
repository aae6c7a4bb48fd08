package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.MappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.internal.ServerSocketFacadeImpl;

/**
 * asterisk-java's FastAGI server, three of its habits changed: a bind failure is thrown where the app starts, each
 * call has a virtual thread of its own and no pool limit (calls are counted in {@link AgiCall}, so that one too many
 * hears why), and a read never times out: a person may stay in a room for two hours.
 */
class FastAgi extends DefaultAgiServer {
    private static final int BACKLOG = 200;
    private static final int NEVER = 0;
    private final ServerSocketFacade socket;

    FastAgi(MappingStrategy scripts, String bind, int port) {
        super(scripts);
        try {
            socket = new ServerSocketFacadeImpl(port, BACKLOG, InetAddress.getByName(bind));
            socket.setSocketReadTimeout(NEVER);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't take calls on " + bind + ":" + port
                    + " (saathi.asterisk.agi-bind, saathi.asterisk.agi-port): " + e.getMessage(), e);
        }
    }

    @Override
    protected ServerSocketFacade createServerSocket() {
        return socket;
    }

    @Override
    protected ThreadPoolExecutor createPool() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new SynchronousQueue<>(),
                Thread.ofVirtual().name("call-", 1).factory());
    }
}
