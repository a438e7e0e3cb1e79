module com.twelvemonkeys.common.lang {
    requires transitive java.desktop;
    requires transitive java.sql;
    exports com.twelvemonkeys.lang;
    exports com.twelvemonkeys.util;
    exports com.twelvemonkeys.util.convert;
    exports com.twelvemonkeys.util.regex;
    exports com.twelvemonkeys.util.service;
}
