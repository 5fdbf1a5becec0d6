package org.sunmao.access.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import java.util.Map;

/** Draws a QR code as SVG: the page needs no script for it, and nothing from elsewhere. */
final class QrPicture {

    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8",
                    EncodeHintType.MARGIN,
                    4);

    private QrPicture() {}

    static String svg(String text) {
        try {
            // Of no size of its own: one unit is one module.
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, HINTS);
            var path = new StringBuilder();
            for (var y = 0; y < matrix.getHeight(); y++) {
                for (var x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d"\
             shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/>\
            <path d="%2$s"/></svg>"""
                    .formatted(matrix.getWidth(), path);
        } catch (WriterException e) {
            throw new IllegalStateException("the text is too long for a QR code", e);
        }
    }
}
