module xmpcore {
    requires java.xml;
    exports com.adobe.internal.xmp;
    exports com.adobe.internal.xmp.impl;
    exports com.adobe.internal.xmp.impl.xpath;
    exports com.adobe.internal.xmp.options;
    exports com.adobe.internal.xmp.properties;
    exports com.adobe.internal.xmp.utils;
}
