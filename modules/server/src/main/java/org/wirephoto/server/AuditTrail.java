package org.wirephoto.server;

import java.net.InetAddress;
import org.wirephoto.library.Audit;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Reply;

/** The server's own lines of the audit log: who came, what they were refused, which keys came and went. */
final class AuditTrail {
    private static final int AGENT_CHARS = 80;

    private AuditTrail() {}

    /** Somebody was let in. */
    static void hello(Caller caller, Command.Hello hello) {
        Audit line = Audit.of("hello").with("role", caller.role().wire());
        hello.agent().ifPresent(agent -> line.with("agent", agent.substring(0, Math.min(AGENT_CHARS, agent.length()))));
        line.by(caller);
    }

    /** Somebody was not let in. */
    static void helloRefused(InetAddress from, ErrorCode code) {
        Audit.of("hello refused").with("code", code.wire()).from(from.getHostAddress());
    }

    /** Somebody was refused what they asked for. */
    static void refused(Caller caller, Command command, Reply reply) {
        if (reply instanceof Reply.Refusal refusal) {
            Audit line = Audit.of("refused").with("command", command.toLine().command());
            refusal.name().filter(name -> !name.isEmpty()).ifPresent(name -> line.with("name", name));
            line.with("code", refusal.code()).by(caller);
        }
    }

    /** A key was made for somebody. */
    static void invited(Caller caller, KeyEntry made) {
        about("invited", made).by(caller);
    }

    /** A key is among the server's from now on, or is there no longer; whoever changed the file. */
    static void changed(KeyList before, KeyList now) {
        before.entries().stream().filter(entry -> !now.contains(entry)).forEach(AuditTrail::gone);
        now.entries().stream().filter(entry -> !before.contains(entry)).forEach(AuditTrail::added);
    }

    /** A key is among the server's from now on. */
    static void added(KeyEntry entry) {
        about("key added", entry).write();
    }

    /** A key is among the server's no longer. */
    static void gone(KeyEntry entry) {
        about("key gone", entry).write();
    }

    private static Audit about(String what, KeyEntry entry) {
        return Audit.of(what)
                .with("label", entry.label())
                .with("role", entry.role().wire())
                .with("id", Audit.shortId(entry.id()));
    }
}
