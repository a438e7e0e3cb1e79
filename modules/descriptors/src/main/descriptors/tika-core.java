// Open: it reads its own type tables as resources.
open module org.apache.tika.core {
    requires org.slf4j;
    requires transitive java.sql;
    requires transitive java.xml;
    requires org.apache.commons.io;
    exports org.apache.tika;
    exports org.apache.tika.config;
    exports org.apache.tika.detect;
    exports org.apache.tika.exception;
    exports org.apache.tika.extractor;
    exports org.apache.tika.io;
    exports org.apache.tika.language.detect;
    exports org.apache.tika.language.translate;
    exports org.apache.tika.metadata;
    exports org.apache.tika.metadata.filter;
    exports org.apache.tika.metadata.listfilter;
    exports org.apache.tika.metadata.writefilter;
    exports org.apache.tika.mime;
    exports org.apache.tika.parser;
    exports org.apache.tika.parser.digest;
    exports org.apache.tika.parser.multiple;
    exports org.apache.tika.sax;
    exports org.apache.tika.sax.xpath;
    exports org.apache.tika.utils;
    provides org.apache.tika.metadata.filter.MetadataFilter with
        org.apache.tika.metadata.filter.NoOpFilter;
}
