package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;

import java.util.UUID;

/** All that is kept of the rows of an import: forgotten together, as soon as nobody needs them. */
@Component
class KeptRows {

    private final StagedStore staged;
    private final VerdictStore verdicts;
    private final WrittenStore written;

    KeptRows(StagedStore staged, VerdictStore verdicts, WrittenStore written) {
        this.staged = staged;
        this.verdicts = verdicts;
        this.written = written;
    }

    void forget(UUID id) {
        staged.forget(id);
        verdicts.forget(id);
        written.forget(id);
    }
}
