package org.sunmao.journal.internal;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.internal.Evidence.Detail;
import org.sunmao.journal.internal.Evidence.Erased;
import org.sunmao.journal.internal.Evidence.Loose;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.vault.Vault;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;
import java.util.Set;

/** Whether details are those that their entries were committed to, or were erased in order. */
final class Details {

    private static final JsonMapper JSON = new JsonMapper();

    private final Vault vault;
    private final Findings findings;
    private long erased;

    Details(Vault vault, Findings findings) {
        this.vault = vault;
        this.findings = findings;
    }

    long erased() {
        return erased;
    }

    void check(Loose of, @Nullable Long number) {
        var detail = of.detail();
        var entry = of.entry();
        if (detail == null && of.erasure() == null) {
            findings.add(Finding.of(Kind.REMOVED_DETAIL, number, entry, "没有清除记录提到它"));
        } else if (detail == null) {
            erased++;
        } else if (!Objects.equals(detail.organization(), entry.organization())
                || !Objects.equals(detail.subject(), entry.subject())) {
            findings.add(Finding.of(Kind.ALTERED_DETAIL, number, entry, "明细的归属与条目不同"));
        } else if (!fits(entry.commitment(), detail)) {
            findings.add(Finding.of(Kind.ALTERED_DETAIL, number, entry, "内容与加盐承诺不符"));
        }
    }

    /** Each erased entry is named by the entry that tells of the erasure. */
    void check(Erased erasure) {
        var named = named(erasure);
        for (var entry : erasure.entries()) {
            if (!named.contains(entry.toString())) {
                findings.add(
                        new Finding(
                                Kind.FALSE_ERASURE,
                                entry,
                                null,
                                null,
                                erasure.action(),
                                "清除记录 %s 没有提到它".formatted(erasure.erasure())));
            }
        }
    }

    private static boolean isErasure(Erased erasure) {
        return Eraser.ACTION.equals(erasure.action()) && erasure.detail() != null;
    }

    private Set<String> named(Erased erasure) {
        var text = isErasure(erasure) ? open(Objects.requireNonNull(erasure.detail())) : null;
        try {
            return text == null
                    ? Set.of()
                    : JSON.readTree(text)
                            .path(Eraser.ENTRIES)
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(toSet());
        } catch (JacksonException e) {
            return Set.of();
        }
    }

    private boolean fits(byte[] commitment, Detail detail) {
        var text = open(detail);
        return text != null && Commitment.fits(commitment, detail.salt(), text);
    }

    /** Null where it does not open: it was altered, or not sealed by us. */
    private @Nullable String open(Detail detail) {
        try {
            return vault.open(Commitment.FIELD, detail.payload());
        } catch (IllegalStateException e) {
            return null;
        }
    }
}
