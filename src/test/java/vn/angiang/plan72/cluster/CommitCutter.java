package vn.angiang.plan72.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a node and the database and cuts the connection at every so-manieth commit: by turns before the
 * database hears of it and after, when only the answer is lost. The node cannot tell which.
 */
final class CommitCutter implements AutoCloseable {

    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int database;
    private final int every;
    private final AtomicInteger commits = new AtomicInteger();
    final AtomicInteger before = new AtomicInteger();
    final AtomicInteger after = new AtomicInteger();
    volatile boolean cutting;

    CommitCutter(int database, int every) throws IOException {
        this.database = database;
        this.every = every;
        threads.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var node = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), database);
                threads.execute(() -> forward(node, server, true));
                threads.execute(() -> forward(server, node, false));
            } catch (IOException e) {
                // the door was closed, or the database is away: the node will try again
            }
        }
    }

    private void forward(Socket from, Socket to, boolean fromNode) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                boolean cut = fromNode && cutting && isCommit(buffer, n) && commits.incrementAndGet() % every == 0;
                if (cut && (before.get() + after.get()) % 2 == 0) {
                    before.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
                if (cut) {
                    after.incrementAndGet();
                    // The database has it; the answer never arrives
                    to.shutdownOutput();
                    return;
                }
            }
        } catch (IOException e) {
            // one side is gone; closing the other is all there is to do
        }
    }

    private static boolean isCommit(byte[] bytes, int length) {
        for (int i = 0; i + COMMIT.length <= length; i++) {
            int k = 0;
            while (k < COMMIT.length && bytes[i + k] == COMMIT[k]) {
                k++;
            }
            if (k == COMMIT.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
