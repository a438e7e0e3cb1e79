package org.wirephoto.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Lets the program end in its own way, and with its own exit code, when it is told to by Ctrl+C or {@code kill}.
 *
 * <p>A shutdown hook can do neither of the two things that are wanted here, an exit code of 0 and a second signal that
 * ends the program at once. The class that can is {@code sun.misc.Signal} of the module jdk.unsupported, which the
 * compiler warns of in a way that can't be silenced: hence the reflection.
 */
final class Signals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    private static final int SIGNALLED = 128;

    private Signals() {}

    /**
     * From now on the first signal runs {@code stop}, and a second ends the program at once.
     *
     * @param stop begins to stop; must not block
     */
    static void onFirst(Runnable stop) {
        AtomicBoolean asked = new AtomicBoolean();
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method number = signal.getMethod("getNumber");
            InvocationHandler receiver = (_, method, arguments) -> {
                if (!method.getName().equals("handle")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                receive(asked, stop, (int) number.invoke(arguments[0]));
                return null;
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, receiver);
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : NAMES) {
                install(signal, handle, name, proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no sun.misc.Signal", e);
        }
    }

    private static void install(Class<?> signal, Method handle, String name, Object receiver)
            throws ReflectiveOperationException {
        try {
            handle.invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
        } catch (InvocationTargetException e) {
            // Windows has no HUP, and -Xrs leaves all of them to the system.
            logger().debug("The signal {} is not handled", name, e);
        }
    }

    private static void receive(AtomicBoolean asked, Runnable stop, int number) {
        if (asked.compareAndSet(false, true)) {
            stop.run();
        } else {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
    }

    private static Logger logger() {
        return LogManager.getLogger(Signals.class);
    }
}
