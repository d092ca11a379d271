package vn.angiang.plan72.cluster;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/** Clients that begin a request and never finish it, a byte a second. */
final class SlowClients implements AutoCloseable {

    private static final String BEGIN =
            "POST /viec HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private final List<Socket> sockets = new ArrayList<>();
    private final Thread drip = new Thread(this::drip);
    private volatile boolean going = true;

    /** Half of them stop within the headers, half within the body. */
    SlowClients(SocketFactory factory, int port, int howMany) throws IOException {
        for (int i = 0; i < howMany; i++) {
            var socket = factory.createSocket("localhost", port);
            String begin = i % 2 == 0 ? BEGIN + "X-A: " : BEGIN + "Content-Length: 1000\r\n\r\na=";
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        drip.setDaemon(true);
        drip.start();
    }

    private void drip() {
        while (going) {
            for (Socket socket : List.copyOf(sockets)) {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException e) {
                    // the server has had enough of this one
                }
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** How many the server has not thrown out yet. */
    int stillThere() throws IOException {
        int there = 0;
        for (Socket socket : sockets) {
            socket.setSoTimeout(1);
            try {
                there += socket.getInputStream().read() >= 0 ? 1 : 0;
            } catch (java.net.SocketTimeoutException e) {
                there++;
            } catch (IOException e) {
                // gone
            }
        }
        return there;
    }

    @Override
    public void close() throws IOException {
        going = false;
        drip.interrupt();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
