package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.register.Column;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Stub. */
@Component
class RosterWriter {
    void template(String kindLabel, List<Column> columns, OutputStream out) throws IOException {}
}
