module javax.jmdns {
    requires org.slf4j;
    exports javax.jmdns;
    // The server changes the pace of its tasks.
    exports javax.jmdns.impl to org.wirephoto.server;
    exports javax.jmdns.impl.tasks.state to org.wirephoto.server;
}
