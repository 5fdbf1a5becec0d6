package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.internal.ActivationCodes.Batch;
import org.sunmao.access.internal.ActivationCodes.Slip;
import org.sunmao.document.Documents;
import org.sunmao.document.Paper;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Prints codes as strips to be cut apart, ten a page. */
@Component
class CodeStrips {

    private static final int BESIDE = 2;

    record Strip(String name, String branch, String code, LocalDate until) {}

    record Line(List<Strip> strips) {}

    /**
     * The strips of one branch.
     *
     * @param address where a member opens the page
     */
    record Strips(
            String id, String branch, String address, int count, String told, List<Line> lines)
            implements Paper {

        @Override
        public @Nullable String reference() {
            return null;
        }

        @Override
        public boolean draft() {
            return false;
        }
    }

    private final Documents documents;

    CodeStrips(Documents documents) {
        this.documents = documents;
    }

    byte[] print(Batch batch, String address, String told) {
        var strips = batch.slips().stream().map(CodeStrips::strip).toList();
        var lines =
                IntStream.iterate(0, i -> i < strips.size(), i -> i + BESIDE)
                        .mapToObj(i -> strips.subList(i, Math.min(i + BESIDE, strips.size())))
                        .map(Line::new)
                        .toList();
        return documents.pdf(
                "access/strips",
                new Strips(
                        batch.organization().toString(),
                        batch.name(),
                        address,
                        strips.size(),
                        told,
                        lines));
    }

    private static Strip strip(Slip slip) {
        return new Strip(slip.name(), slip.organization(), slip.code(), slip.until());
    }
}
