package org.sunmao.exchange.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.web.InputRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Takes a file in as it arrives: straight into the private folder, never whole into memory. */
@Component
class Uploads {

    private static final int MOST_PARTS = 10;
    private static final int LONGEST_FIELD = 100;

    private final Imports imports;

    Uploads(Imports imports) {
        this.imports = imports;
    }

    /** Reads a form with the parts {@code file} and {@code kind}, in whatever order they come. */
    ImportView take(SignedIn who, HttpServletRequest request) {
        var id = Imports.next();
        var taken = false;
        try {
            var upload = new JakartaServletFileUpload<>();
            upload.setMaxFileCount(MOST_PARTS);
            var parts = upload.getItemIterator(request);
            String kind = null;
            String name = null;
            var size = 0L;
            while (parts.hasNext()) {
                var part = parts.next();
                if ("kind".equals(part.getFieldName())) {
                    kind = text(part);
                } else if ("file".equals(part.getFieldName()) && name == null) {
                    name = part.getName() == null ? "" : part.getName();
                    try (var content = part.getInputStream()) {
                        size = imports.receive(id, content);
                    }
                }
            }
            var view = begin(who, id, kind, name, size);
            taken = true;
            return view;
        } catch (FileUploadException e) {
            throw new InputRefused("file", "上传的内容读不出来，请重新选择文件上传");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!taken) {
                imports.forget(id);
            }
        }
    }

    private ImportView begin(
            SignedIn who, UUID id, @Nullable String kind, @Nullable String name, long size) {
        if (name == null) {
            throw new InputRefused("file", "请选择要导入的文件");
        }
        if (kind == null) {
            throw new InputRefused("kind", "请选择要导入的是党组织、单位、党员还是任职");
        }
        return imports.begin(who, id, kind, name, size);
    }

    private static String text(FileItemInput part) throws IOException {
        try (var content = part.getInputStream()) {
            return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
        }
    }
}
