package org.sunmao.exchange.internal;

import com.fasterxml.aalto.stax.InputFactoryImpl;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a part of a workbook element by element; nothing in it makes the reading unbounded. */
final class PartReader implements AutoCloseable {

    private static final int DEEPEST = 100;

    /** Excel itself takes 32,767 characters. */
    private static final int LONGEST = 1 << 17;

    private static final XMLInputFactory XML = factory();

    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    PartReader(InputStream in) {
        this.in = in;
        try {
            this.xml = XML.createXMLStreamReader(in);
        } catch (XMLStreamException _) {
            throw Refusals.corrupt();
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Goes to the next beginning or end of an element; false at the end of the part. */
    boolean next() {
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private int step() {
        try {
            var event = xml.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusals.declared();
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw Refusals.corrupt();
            }
            return event;
        } catch (XMLStreamException _) {
            throw Refusals.corrupt();
        }
    }

    boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** By its local name: editions of the format differ in their namespaces. */
    @Nullable String attribute(String name) {
        if (!xml.isStartElement()) {
            return null;
        }
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The words of the element that has just begun; goes to its end. */
    String text() {
        var outer = depth;
        var text = new StringBuilder();
        while (depth >= outer) {
            var event = step();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw Refusals.corrupt();
            }
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (text.length() > LONGEST) {
                throw Refusals.corrupt();
            }
        }
        return text.toString();
    }

    /** The words of all runs of the element that has just begun, without how they are read. */
    String runs() {
        var outer = depth;
        var words = new StringBuilder();
        while (depth >= outer && next()) {
            if (begins("rPh")) {
                text();
            } else if (begins("t")) {
                words.append(text());
            }
            if (words.length() > LONGEST) {
                throw Refusals.corrupt();
            }
        }
        return Escapes.read(words.toString());
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | IOException _) {
            // Only read; nothing can be lost.
        }
    }
}
