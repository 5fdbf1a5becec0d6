package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.vault.Vault;

import java.util.Iterator;

/** The sound lines of the file of heads, in order; what is wrong with the others is told. */
final class FileLines {

    private final @Nullable Iterator<String> lines;
    private final Vault vault;
    private final Findings findings;
    private long number;
    private long size;

    FileLines(@Nullable Iterator<String> lines, Vault vault, Findings findings) {
        this.lines = lines;
        this.vault = vault;
        this.findings = findings;
    }

    /** The next sound line with a head; null at the end. */
    @Nullable HeadLine next() {
        while (lines != null && lines.hasNext()) {
            number++;
            var line = HeadLine.read(lines.next());
            var head = line == null ? null : line.head();
            if (line == null) {
                altered("读不懂");
            } else if (head == null) {
                begun(line);
            } else if (!vault.signed(Head.PURPOSE, head.message(), head.signature())) {
                altered("签名不符");
            } else if (isInOrder(line, head)) {
                size = head.size();
                return line;
            }
        }
        return null;
    }

    private boolean isInOrder(HeadLine line, Head head) {
        if (head.previous() > size) {
            altered("它前面缺少第 %d 条至第 %d 条的行".formatted(size + 1, head.previous()));
        }
        if (head.previous() < size) {
            altered("次序不对或重复");
            return false;
        }
        if (line.leaves().length != HeadLine.PREFIX * (head.size() - head.previous())) {
            altered("叶的散列缺少或多余");
            size = head.size();
            return false;
        }
        return true;
    }

    private void begun(HeadLine line) {
        if (number > 1) {
            altered("文件中途重新开始");
        }
        findings.notice(
                "封存头文件于 %s 重新建立，当时已封存到第 %d 条；那以前的封存头只由数据库自己作证。"
                        .formatted(line.begunAt(), line.begun()));
    }

    private void altered(String how) {
        findings.add(Finding.of(Kind.ALTERED_FILE, null, "文件第 %d 行%s".formatted(number, how)));
    }
}
