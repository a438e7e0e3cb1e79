import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Opens connections to a server of this machine, says hello on each, prints a line and holds them until standard input
 * ends: {@code java IdleConnections.java tls|plain PORT COUNT}. Trusts whoever listens there.
 */
public final class IdleConnections {
    private IdleConnections() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        boolean tls = args[0].equals("tls");
        int port = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, new TrustManager[] {new Anyone()}, new SecureRandom());
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            Socket wire = tls ? context.getSocketFactory().createSocket(socket, "localhost", port, true) : socket;
            wire.setSoTimeout(30_000);
            hello(wire);
            open.add(wire);
        }
        System.out.println(open.size() + " connections");
        while (System.in.read() >= 0) {
            // whoever measures says when it is over
        }
    }

    private static void hello(Socket wire) throws IOException {
        wire.getOutputStream().write("hello,N/A,N/A,version=1\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        for (int b = wire.getInputStream().read(); b != '\n'; b = wire.getInputStream().read()) {
            if (b < 0) {
                throw new IOException("the server ended it after " + answer);
            }
            answer.append((char) b);
        }
        if (answer.indexOf("ok,") != 0) {
            throw new IOException("the server answered " + answer);
        }
    }

    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
