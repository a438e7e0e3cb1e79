module javax.jmdns {
    requires org.slf4j;
    exports javax.jmdns;
    // Changes the pace of some of its tasks, and what it hears and says.
    exports javax.jmdns.impl to org.wirephoto.mdns;
    exports javax.jmdns.impl.constants to org.wirephoto.mdns;
    exports javax.jmdns.impl.tasks to org.wirephoto.mdns;
    exports javax.jmdns.impl.tasks.state to org.wirephoto.mdns;
}
