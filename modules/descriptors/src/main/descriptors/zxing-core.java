// Exports no more than QR codes: the other kinds are not used.
module com.google.zxing {
    exports com.google.zxing;
    exports com.google.zxing.common;
    exports com.google.zxing.qrcode;
    exports com.google.zxing.qrcode.decoder;
}
