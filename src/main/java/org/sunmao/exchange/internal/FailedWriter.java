package org.sunmao.exchange.internal;

/** Placeholder while the readers are built. */
final class FailedWriter {

    static final String HEADING = "错误";

    private FailedWriter() {}
}
