package org.sunmao.journal.internal;

import org.sunmao.journal.internal.Verification.Report;
import org.sunmao.vault.Vault;

import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/** The report of a verification, as it is printed. */
record Told(Report report, Vault vault, ZoneId zone) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    void to(PrintStream out) {
        var findings = report.findings();
        out.printf("已封存 %,d 条，其中明细已依规清除 %,d 条。%n", report.sealed(), report.erased());
        out.printf("尚未封存 %,d 条：未封存的条目无法证明。%n", report.unsealed());
        head(out);
        findings.notices().forEach(notice -> out.println("注意：" + notice));
        if (findings.total() == 0) {
            out.println("日志完整：没有发现改动、删除、调换、倒填或缺失。");
        } else {
            out.printf("发现 %,d 处问题：%n", findings.total());
            findings.counts()
                    .forEach((kind, count) -> out.printf("  %s %,d 处%n", kind.chinese, count));
            findings.kept().forEach(finding -> out.println(line(finding)));
            if (findings.total() > findings.kept().size()) {
                out.printf("  …… 另有 %,d 处未列出%n", findings.total() - findings.kept().size());
            }
        }
        out.printf(
                "%s: %,d sealed, %,d not sealed yet (cannot be proved), %,d findings.%n",
                findings.total() == 0 ? "The journal is whole" : "The journal is NOT whole",
                report.sealed(),
                report.unsealed(),
                findings.total());
    }

    private void head(PrintStream out) {
        var head = report.head();
        if (head != null) {
            out.printf(
                    "最后的封存头：第 %,d 条，%s，根 %s%n",
                    head.size(),
                    time(head.sealedAt().atOffset(ZoneOffset.UTC)),
                    HexFormat.of().formatHex(head.root()));
            out.printf(
                    "签名公钥（Ed25519）：%s%n",
                    Base64.getEncoder().encodeToString(vault.publicKey(Head.PURPOSE)));
        }
    }

    /** Each with all that is known of it. */
    private String line(Finding finding) {
        var line = new StringBuilder("- ").append(finding.kind().chinese);
        line.append("（").append(finding.kind().english).append("）");
        if (finding.leaf() != null) {
            line.append(" 第 ").append(finding.leaf()).append(" 条");
        }
        if (finding.entry() != null) {
            line.append(" ").append(finding.entry());
        }
        if (finding.at() != null) {
            line.append(" ").append(time(finding.at()));
        }
        if (finding.action() != null) {
            line.append(" ").append(finding.action());
        }
        return line.append("：").append(finding.note()).toString();
    }

    private String time(OffsetDateTime at) {
        return at.equals(OffsetDateTime.MAX) || at.equals(OffsetDateTime.MIN)
                ? at.toString()
                : at.atZoneSameInstant(zone).format(SECONDS);
    }
}
