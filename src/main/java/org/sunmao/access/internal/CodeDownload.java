package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.sunmao.access.Persons.Holder;
import org.sunmao.access.SignedIn;
import org.sunmao.access.internal.ActivationCodes.Batch;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.BrokenOff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Issues for one branch after another and prints as it goes: a whole city is never in memory. What
 * does not arrive is issued again, and its codes are void.
 */
@Component
class CodeDownload {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ActivationCodes codes;
    private final CodeStrips strips;
    private final Clock clock;

    CodeDownload(ActivationCodes codes, CodeStrips strips, Clock clock) {
        this.codes = codes;
        this.strips = strips;
        this.clock = clock;
    }

    void write(SignedIn who, UUID organization, String address, HttpServletResponse response)
            throws IOException {
        var holders = codes.holders(who, organization);
        var several = holders.size() > 1;
        var rest = holders.iterator();
        var first = next(who, rest);
        if (first == null) {
            throw new RuleRefused(codes.rule(), "这里的党员都已经有账号，不用再发开通码");
        }
        var paper = print(who, first, address); // before anything is said of the answer
        response.setContentType(several ? "application/zip" : MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, named(several ? "开通码.zip" : pdf(first)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!several) {
            response.getOutputStream().write(paper);
            return;
        }
        try {
            var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8);
            put(zip, 1, first, paper);
            var number = 2;
            for (var batch = next(who, rest); batch != null; batch = next(who, rest)) {
                put(zip, number++, batch, print(who, batch, address));
            }
            zip.finish();
        } catch (RuntimeException e) {
            throw new BrokenOff(e);
        }
    }

    private static void put(ZipOutputStream zip, int number, Batch batch, byte[] paper)
            throws IOException {
        zip.putNextEntry(new ZipEntry("%04d %s".formatted(number, pdf(batch))));
        zip.write(paper);
        zip.closeEntry();
    }

    private @Nullable Batch next(SignedIn who, Iterator<Holder> holders) {
        while (holders.hasNext()) {
            var batch = codes.issueAll(who, holders.next());
            if (!batch.slips().isEmpty()) {
                return batch;
            }
        }
        return null;
    }

    private byte[] print(SignedIn who, Batch batch, String address) {
        var time = TIME.withZone(clock.getZone()).format(clock.instant());
        return strips.print(batch, address, "由" + who.name() + "于 " + time + " 打印");
    }

    private static String pdf(Batch batch) {
        return batch.name().replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_") + "开通码.pdf";
    }

    private static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
