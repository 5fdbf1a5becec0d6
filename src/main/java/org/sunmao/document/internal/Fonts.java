package org.sunmao.document.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;

/**
 * The fonts of papers, which the build puts on the class path. They are large (30 MB in memory), so
 * they are read for the first paper and not at the start.
 */
@Component
class Fonts {

    private static final class Loaded {

        private final byte[] regular = read("NotoSerifSC-Regular.ttf");
        private final byte[] bold = read("NotoSerifSC-Bold.ttf");

        /** What both weights can print. */
        private final BitSet characters = characters(regular);

        private Loaded() throws IOException {
            characters.and(characters(bold));
        }
    }

    private @Nullable Loaded loaded;

    /** Embeds both weights, each with no more glyphs than the paper uses. */
    void into(PdfRendererBuilder paper) {
        embed(paper, loaded().regular, 400);
        embed(paper, loaded().bold, 700);
    }

    boolean has(int character) {
        return loaded().characters.get(character);
    }

    private static void embed(PdfRendererBuilder paper, byte[] font, int weight) {
        paper.useFont(
                () -> new ByteArrayInputStream(font),
                "Noto Serif SC",
                weight,
                FontStyle.NORMAL,
                true);
    }

    private synchronized Loaded loaded() {
        try {
            if (loaded == null) {
                loaded = new Loaded();
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) throws IOException {
        try (var font = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            if (font == null) {
                throw new IOException(
                        "no paper without its font: fonts/%s is not on the class path; ./mvnw"
                                        .formatted(name)
                                + " process-resources puts it there");
            }
            return font.readAllBytes();
        }
    }

    private static BitSet characters(byte[] font) throws IOException {
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            var glyphs = parsed.getUnicodeCmapLookup();
            var characters = new BitSet();
            for (var character = (int) ' '; character <= Character.MAX_CODE_POINT; character++) {
                characters.set(character, glyphs.getGlyphId(character) != 0);
            }
            return characters;
        }
    }
}
