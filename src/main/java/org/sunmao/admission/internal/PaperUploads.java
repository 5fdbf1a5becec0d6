package org.sunmao.admission.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.stereotype.Component;
import org.sunmao.web.InputRefused;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes a paper in as it arrives, before any transaction: somebody on a slow line holds none. */
@Component
class PaperUploads {

    private static final int MOST_PARTS = 5;

    /** A file as it was sent. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Sent(String name, byte[] content) {}

    Sent read(HttpServletRequest request) {
        try {
            var upload = new JakartaServletFileUpload<>();
            upload.setMaxFileCount(MOST_PARTS);
            var parts = upload.getItemIterator(request);
            while (parts.hasNext()) {
                var part = parts.next();
                if ("file".equals(part.getFieldName())) {
                    try (var content = part.getInputStream()) {
                        var bytes = content.readNBytes(Papers.LARGEST + 1);
                        if (bytes.length > Papers.LARGEST) {
                            throw new InputRefused("file", "文件超过 10 MB，请压缩或者分页后再传");
                        }
                        return new Sent(part.getName() == null ? "" : part.getName(), bytes);
                    }
                }
            }
        } catch (FileUploadException e) {
            throw new InputRefused("file", "上传的内容读不出来，请重新选择文件上传");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new InputRefused("file", "请选择要上传的文件");
    }
}
