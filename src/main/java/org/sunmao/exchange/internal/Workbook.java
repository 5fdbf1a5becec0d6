package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.exchange.internal.SheetReader.Context;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An .xlsx file: its sheets, and what their cells refer to. */
final class Workbook implements Context, AutoCloseable {

    /**
     * @param part the name of the part it stands in
     */
    record Sheet(String name, boolean visible, String part) {}

    private static final String TYPES = "[Content_Types].xml";
    private static final int MOST_SHEETS = 1000;

    private final BoundedZip zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private final NumberFormats formats;
    private String book = "xl/workbook.xml";
    private String styles = "xl/styles.xml";
    private String strings = "xl/sharedStrings.xml";
    private boolean since1904;
    private @Nullable SharedStrings shared;

    Workbook(Path file) {
        this.zip = new BoundedZip(file);
        try {
            readTypes();
            readSheets();
            this.formats = readFormats();
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private void readTypes() {
        try (var part = part(TYPES)) {
            while (part.next()) {
                var type = part.attribute("ContentType");
                var name = part.attribute("PartName");
                if (type != null) {
                    note(type.toLowerCase(Locale.ROOT), name);
                }
            }
        }
        if (zip.has("vbaProject.bin")) {
            throw Refusals.macro();
        }
        if (zip.has("xl/workbook.bin")) {
            throw Refusals.binaryWorkbook();
        }
    }

    private void note(String type, @Nullable String name) {
        if (type.contains("macroenabled") || type.contains("vbaproject")) {
            throw Refusals.macro();
        }
        if (name == null) {
            return;
        }
        if (type.endsWith("sheet.main+xml") || type.endsWith("template.main+xml")) {
            book = name;
        } else if (type.endsWith("spreadsheetml.styles+xml")) {
            styles = name;
        } else if (type.endsWith("sharedstrings+xml")) {
            strings = name;
        }
    }

    private void readSheets() {
        var parts = relations();
        try (var part = part(book)) {
            while (part.next()) {
                if (part.begins("workbookPr")) {
                    since1904 = SheetReader.isTrue(part.attribute("date1904"));
                } else if (part.begins("sheet") && sheets.size() < MOST_SHEETS) {
                    var name = part.attribute("name");
                    var target = parts.get(String.valueOf(part.attribute("id")));
                    var state = part.attribute("state");
                    if (name != null && target != null) {
                        var visible = state == null || state.equals("visible");
                        sheets.add(new Sheet(name, visible, target));
                    }
                }
            }
        }
    }

    /** Where each sheet of cells is; sheets of charts are left out. */
    private Map<String, String> relations() {
        var folder = book.substring(0, book.lastIndexOf('/') + 1);
        var targets = new HashMap<String, String>();
        try (var part = part(folder + "_rels/" + book.substring(folder.length()) + ".rels")) {
            while (part.next()) {
                var type = part.attribute("Type");
                var target = part.attribute("Target");
                var id = part.attribute("Id");
                if (part.begins("Relationship")
                        && id != null
                        && target != null
                        && type != null
                        && type.endsWith("/worksheet")) {
                    targets.put(id, target.startsWith("/") ? target : folder + target);
                }
            }
        }
        return targets;
    }

    private NumberFormats readFormats() {
        var part = zip.part(styles);
        if (part.isEmpty()) {
            return new NumberFormats();
        }
        try (var reader = new PartReader(part.get())) {
            return NumberFormats.read(reader);
        }
    }

    PartReader part(String name) {
        return new PartReader(zip.part(name).orElseThrow(Refusals::notWorkbook));
    }

    List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public String shared(int index) {
        var strings = shared;
        if (strings == null) {
            try (var part = part(this.strings)) {
                strings = SharedStrings.read(part);
            }
            shared = strings;
        }
        return strings.at(index);
    }

    @Override
    public NumberFormats formats() {
        return formats;
    }

    @Override
    public boolean since1904() {
        return since1904;
    }

    @Override
    public void close() {
        zip.close();
    }
}
