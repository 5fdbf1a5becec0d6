package org.sunmao.document.internal;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Sets HTML as PDF/A-1b (GB/T 23286.1), which archives keep. */
@Component
class Typesetter {

    private static final byte[] COLORS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(
                false); // it writes to the console past our log, and what fails throws
    }

    private final Fonts fonts;

    Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    byte[] set(String html) {
        try (var renderer = paper(html).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            withoutTimeOfMaking(pdf);
            pdf.getDocumentCatalog()
                    .setMarkInfo(null); // it would claim a structure that is not there
            pdf.setDocumentId((long) html.hashCode()); // else it is made of the time, too
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A paper bears its own date; without the time of its making the same text is the same file.
     */
    private static void withoutTimeOfMaking(PDDocument pdf) throws IOException {
        pdf.getDocumentInformation().setCreationDate(null);
        var metadata = pdf.getDocumentCatalog().getMetadata();
        var said = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var kept = said.replaceFirst("<xmp:CreateDate>[^<]*</xmp:CreateDate>", "");
        metadata.importXMPMetadata(kept.getBytes(StandardCharsets.UTF_8));
    }

    private PdfRendererBuilder paper(String html) {
        var paper = new PdfRendererBuilder();
        fonts.into(paper);
        paper.withHtmlContent(html, null);
        paper.useUnicodeLineBreaker(Breaks.ofLines());
        paper.useUnicodeCharacterBreaker(Breaks.ofCharacters());
        paper.usePdfAConformance(PdfAConformance.PDFA_1_B);
        paper.useColorProfile(COLORS);
        paper.withProducer("Sunmao");
        nothingFromOutside(paper);
        return paper;
    }

    /** A paper is made of its template alone: whatever a text may name, nothing is fetched. */
    private static void nothingFromOutside(PdfRendererBuilder paper) {
        for (var when : ExternalResourceControlPriority.values()) {
            paper.useExternalResourceAccessControl((_, _) -> false, when);
        }
    }
}
