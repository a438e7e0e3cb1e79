package org.wirephoto.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.ServerAddress;

/** What the doctor found, in English sentences; safe to show. */
final class DoctorWords {
    private static final String WHICH_PORT =
            ". Another port is given with HOST:PORT; the server says its own when it starts.";

    private DoctorWords() {}

    static String title(DoctorCheck check) {
        return switch (check) {
            case INTERFACES -> "Network interfaces";
            case MULTICAST -> "Multicast";
            case SERVERS_FOUND -> "Servers found";
            case NAME -> "Name";
            case TCP -> "Connection";
            case TLS -> "TLS";
            case FINGERPRINT -> "Fingerprint";
            case KEY -> "Key";
            case ROUND_TRIP -> "Round trip";
        };
    }

    static String sentence(DoctorFinding finding) {
        Object[] values = finding.values().stream()
                .map(value -> value instanceof Duration time ? Wording.took(time) : value)
                .toArray();
        return Wording.safe(String.format(Locale.ROOT, pattern(finding), values));
    }

    private static String pattern(DoctorFinding finding) {
        return switch (finding.seen()) {
            case NOT_WANTED -> "The network is not looked at, as was asked.";
            case INTERFACES_UNREADABLE -> "This machine does not tell its interfaces: %s.";
            case ON_NO_NETWORK -> "This machine is on no network.";
            case ON_NETWORKS -> "This machine is on %s.";
            case NO_NETWORK_TO_TRY -> "There is no network to try it on.";
            case MULTICAST_LOST ->
                "What is sent to all on the network does not come back on %s"
                        + (finding.values().getLast().equals("") ? "." : " (%s).");
            case MULTICAST_ALONE -> "Sent and received on %s; nobody else answers.";
            case MULTICAST_ANSWERED -> "Sent and received on %s; other machines answer, too.";
            case MULTICAST_PARTLY -> "Sent and received on %s, not on %s.";
            case NO_SERVERS -> "No server announces itself on the network.";
            case SERVERS -> "%s.";
            case NAME_UNKNOWN -> "No host is known as %s.";
            case NO_NAME_SERVER -> "No name server answers when asked for %s.";
            case NAME_IS_ADDRESS -> "%s is an address: there is no name to look up.";
            case NAME_RESOLVED -> "%s is %s.";
            case CONNECTED -> "%s takes connections (after %s).";
            case CONNECTION_REFUSED -> "%s: the machine answers that nothing listens at that port.";
            case CONNECTION_SILENT -> "%s: no answer within %s.";
            case NO_WAY -> "%s: there is no way to that machine.";
            case PLAIN_WANTED -> "Spoken to in plain, as was asked.";
            case SPEAKS_TLS -> "It speaks TLS as a Wirephoto server does.";
            case NO_TLS, NOT_LET_IN, ANSWERS_NO_MORE -> "%s";
            case NOBODY_PROVEN -> "Without TLS nothing shows who answers.";
            case FINGERPRINT_NEW -> "It is %s; none is known here to compare it with.";
            case FINGERPRINT_KNOWN -> "It is the one that is trusted.";
            case FINGERPRINT_OTHER -> "Expected %s, but it is %s.";
            case KEY_TAKEN -> "%s lets this key in as %s.";
            case KEY_NOT_NEEDED -> "%s asks for no key: everyone is %s.";
            case ANSWERS -> "An answer takes %s.";
            case OUT_OF_REACH -> "Not looked at: what comes before it does not work.";
        };
    }

    /** The likely cause, in the case's own values. */
    static String cause(Diagnosis.Verdict verdict) {
        String address = verdict.server().map(ServerAddress::toString).orElse("");
        String host = verdict.server().map(ServerAddress::host).orElse("");
        boolean named = verdict.server().isPresent();
        return Wording.safe(
                switch (verdict.cause()) {
                    case NO_NETWORK -> "This machine is on no network.";
                    case FIREWALL ->
                        named
                                ? "Something drops what is sent to " + address
                                        + ", most likely a firewall on that machine."
                                : "A firewall on this machine stops multicast DNS, by which servers are found.";
                    case OTHER_SUBNET ->
                        host + " is on another network than this machine, and no answer comes from there.";
                    case CLIENT_ISOLATION ->
                        (named
                                        ? host + " should be on this wireless network"
                                        : "Nobody answers on this wireless network")
                                + ", which may keep its clients from each other (client isolation, as in guest"
                                + " networks).";
                    case UNKNOWN_NAME -> "No host is known as " + host + ".";
                    case WRONG_PORT -> "The machine at " + address + " is there, but nothing listens at that port.";
                    case NO_ANSWER -> "No machine answers at " + host + ".";
                    case NO_SERVER -> "Other machines answer on this network, and none of them is a Wirephoto server.";
                    case NOBODY_ANSWERS ->
                        "Nobody answers on this network: no server runs there, or the network keeps multicast from"
                                + " this machine, as other subnets and guest networks do.";
                    case NOT_NAMED -> "No server was named, and the network was not looked at.";
                    case PLAIN_SERVER -> "The server at " + address + " does not encrypt.";
                    case TLS_SERVER -> "The server at " + address + " encrypts, and this client was told not to.";
                    case WEB_SERVER -> "A web server is at " + address + ".";
                    case OTHER_PROGRAM -> "What listens at " + address + " does not answer as a Wirephoto server does.";
                    case FINGERPRINT_CHANGED -> "The server at " + address + " is not the one that is trusted.";
                    case KEY_MISSING -> "The server asks for a key, and there is none here.";
                    case KEY_REFUSED -> "The server does not know the key: it may have been taken back.";
                    case SERVER_BUSY -> "The server has no room for another connection at the moment.";
                });
    }

    /** What to do about it. */
    static String remedy(Diagnosis.Verdict verdict) {
        Optional<ServerAddress> server = verdict.server();
        String port = server.map(address -> "TCP port " + address.port()).orElse("");
        return switch (verdict.cause()) {
            case NO_NETWORK -> "Connect it to the network that the server is on, by cable or wireless, then try again.";
            case FIREWALL ->
                server.isPresent()
                        ? "Allow " + port + " in the firewall of the server's machine."
                        : "Allow UDP port 5353 in and out in this machine's firewall, or give the server's address:"
                                + " wirephoto doctor HOST.";
            case OTHER_SUBNET ->
                "Check the address. If it is right, the router between the two networks, or a firewall, has to let "
                        + port + " through; or bring both machines to one network.";
            case CLIENT_ISOLATION ->
                "Switch client isolation off at the access point, use a network that is not for guests, or connect one"
                        + " of the two machines by cable. "
                        + (server.isPresent() ? "Check the address, too." : "If no server runs yet, start one.");
            case UNKNOWN_NAME ->
                "Check how it is spelled, or give the server's address in numbers; the server says it when it starts.";
            case WRONG_PORT ->
                "Check that the server runs, and its port (" + Limits.PORT + " unless it was told another)"
                        + WHICH_PORT;
            case NO_ANSWER ->
                "Check the address, and that the server's machine is on and on the network; its address may have"
                        + " changed.";
            case NO_SERVER -> "Start a server, or give its address if it is on another network: wirephoto doctor HOST.";
            case NOBODY_ANSWERS -> "Start a server on this network, or give its address: wirephoto doctor HOST.";
            case NOT_NAMED -> "Give the server's address: wirephoto doctor HOST.";
            case PLAIN_SERVER ->
                "Have it started without --plain; or give --plain here too, if all who can listen may know what is"
                        + " sent.";
            case TLS_SERVER -> "Leave --plain out.";
            case WEB_SERVER -> "Check the port of the Wirephoto server" + WHICH_PORT;
            case OTHER_PROGRAM ->
                "Check the address and the port; if they are right, the server may be too busy to answer, or of"
                        + " another version.";
            case FINGERPRINT_CHANGED ->
                "Ask its owner whether it was set up anew, and compare the fingerprints with them. If they are the"
                        + " owner's, join it again with a new invite; if not, something else answers in its place.";
            case KEY_MISSING -> "Ask its owner for an invite, then: wirephoto join.";
            case KEY_REFUSED -> "Ask its owner for a new invite, then: wirephoto join.";
            case SERVER_BUSY -> "Try again in a minute.";
        };
    }
}
