module javax.jmdns {
    requires org.slf4j;
    exports javax.jmdns;
    // Server and client change the pace of some of its tasks.
    exports javax.jmdns.impl to org.wirephoto.client, org.wirephoto.server;
    exports javax.jmdns.impl.tasks to org.wirephoto.client;
    exports javax.jmdns.impl.tasks.state to org.wirephoto.server;
}
