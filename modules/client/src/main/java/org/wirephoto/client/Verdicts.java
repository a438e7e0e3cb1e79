package org.wirephoto.client;

import org.wirephoto.client.Diagnosis.Cause;
import org.wirephoto.client.Diagnosis.Verdict;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.ServerAddress;

/** What a doctor says in the end: the cause in the case's own values, and what to do about it. */
final class Verdicts {
    private static final String WHICH_PORT =
            ". Another port is given with HOST:PORT; the server says its own when it starts.";

    private Verdicts() {}

    static Verdict noNetwork() {
        return new Verdict(
                Cause.NO_NETWORK,
                "This machine is on no network.",
                "Connect it to the network that the server is on, by cable or wireless, then try again.");
    }

    static Verdict multicastBlocked() {
        return new Verdict(
                Cause.FIREWALL,
                "A firewall on this machine stops multicast DNS, by which servers are found.",
                "Allow UDP port 5353 in and out in this machine's firewall, or give the server's address: wirephoto doctor"
                        + " HOST.");
    }

    static Verdict notNamed() {
        return new Verdict(
                Cause.NO_SERVER,
                "No server was named, and the network was not looked at.",
                "Give the server's address: wirephoto doctor HOST.");
    }

    static Verdict noServer(boolean othersAnswer) {
        return othersAnswer
                ? new Verdict(
                        Cause.NO_SERVER,
                        "Other machines answer on this network, and none of them is a Wirephoto server.",
                        "Start a server, or give its address if it is on another network: wirephoto doctor HOST.")
                : new Verdict(
                        Cause.NO_SERVER,
                        "Nobody answers on this network: no server runs there, or the network keeps multicast from"
                                + " this machine, as other subnets and guest networks do.",
                        "Start a server on this network, or give its address: wirephoto doctor HOST.");
    }

    static Verdict isolation() {
        return new Verdict(
                Cause.CLIENT_ISOLATION,
                "Nobody answers on this wireless network, which may keep its clients from each other (client"
                        + " isolation, as in guest networks).",
                "Switch client isolation off at the access point, use the network that is not for guests, or connect"
                        + " one of the two machines by cable. If no server runs yet, start one.");
    }

    static Verdict unknownName(String host) {
        return new Verdict(
                Cause.UNKNOWN_NAME,
                "No host is known as " + host + ".",
                "Check how it is spelled, or give the server's address in numbers; the server says it when it starts.");
    }

    static Verdict wrongPort(ServerAddress address) {
        return new Verdict(
                Cause.WRONG_PORT,
                address.host() + " is there, but nothing listens at port " + address.port() + ".",
                "Check that the server runs, and its port (" + Limits.PORT + " unless it was told another)"
                        + WHICH_PORT);
    }

    static Verdict firewall(ServerAddress address) {
        return new Verdict(
                Cause.FIREWALL,
                "Something drops what is sent to " + address + ", most likely a firewall on that machine.",
                "Allow TCP port " + address.port() + " in the firewall of the server's machine.");
    }

    static Verdict otherSubnet(ServerAddress address) {
        return new Verdict(
                Cause.OTHER_SUBNET,
                address.host() + " is on another network than this machine, and no answer comes from there.",
                "Check the address. If it is right, the router between the two networks, or a firewall, has to let TCP"
                        + " port " + address.port() + " through; or bring both machines to one network.");
    }

    static Verdict isolated(ServerAddress address) {
        return new Verdict(
                Cause.CLIENT_ISOLATION,
                address.host() + " should be on this wireless network, which may keep its clients from each other"
                        + " (client isolation, as in guest networks).",
                "Switch client isolation off at the access point, or connect one of the two machines by cable. Check"
                        + " the address, too.");
    }

    static Verdict noAnswer(ServerAddress address) {
        return new Verdict(
                Cause.NO_ANSWER,
                "No machine answers at " + address.host() + ".",
                "Check the address, and that the server's machine is on and on the network; its address may have"
                        + " changed.");
    }

    static Verdict plainServer(ServerAddress address) {
        return new Verdict(
                Cause.PLAIN_SERVER,
                "The server at " + address + " does not encrypt.",
                "Have it started without --plain; or give --plain here too, if all who can listen may know what is"
                        + " sent.");
    }

    static Verdict tlsServer(ServerAddress address) {
        return new Verdict(
                Cause.TLS_SERVER,
                "The server at " + address + " encrypts, and this client was told not to.",
                "Leave --plain out.");
    }

    static Verdict webServer(ServerAddress address) {
        return new Verdict(
                Cause.WEB_SERVER,
                "A web server is at " + address + ".",
                "Check the port of the Wirephoto server" + WHICH_PORT);
    }

    static Verdict otherProgram(ServerAddress address) {
        return new Verdict(
                Cause.OTHER_PROGRAM,
                "What listens at " + address + " does not answer as a Wirephoto server does.",
                "Check the address and the port; if they are right, the server may be too busy to answer, or of"
                        + " another version.");
    }

    static Verdict changed(ServerAddress address) {
        return new Verdict(
                Cause.FINGERPRINT_CHANGED,
                "The server at " + address + " is not the one that is trusted.",
                "Ask its owner whether it was set up anew, and compare the fingerprints with them. If they are the"
                        + " owner's, join it again with a new invite; if not, something else answers in its place.");
    }

    static Verdict keyMissing() {
        return new Verdict(
                Cause.KEY_MISSING,
                "The server asks for a key, and there is none here.",
                "Ask its owner for an invite, then: wirephoto join.");
    }

    static Verdict keyRefused() {
        return new Verdict(
                Cause.KEY_REFUSED,
                "The server does not know the key: it may have been taken back.",
                "Ask its owner for a new invite, then: wirephoto join.");
    }

    static Verdict busy() {
        return new Verdict(
                Cause.SERVER_BUSY,
                "The server has no room for another connection at the moment.",
                "Try again in a minute.");
    }
}
