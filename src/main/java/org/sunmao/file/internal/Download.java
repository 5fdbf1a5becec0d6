package org.sunmao.file.internal;

import org.springframework.core.io.AbstractResource;
import org.sunmao.file.KeptFile;

import java.io.InputStream;
import java.util.function.Supplier;

/** A kept file as Spring sends it, whole or in the ranges that were asked for. */
class Download extends AbstractResource {

    private final KeptFile file;
    private final Supplier<InputStream> content;

    Download(KeptFile file, Supplier<InputStream> content) {
        this.file = file;
        this.content = content;
    }

    @Override
    public String getDescription() {
        return "file " + file.id().value();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public InputStream getInputStream() {
        return content.get();
    }
}
