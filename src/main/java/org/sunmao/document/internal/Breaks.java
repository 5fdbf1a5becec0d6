package org.sunmao.document.internal;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.extend.FSTextBreaker;

/** Where a line or a word may be broken in Chinese: no line begins with 、or 。or ends with 《. */
class Breaks implements FSTextBreaker {

    private static final ULocale CHINESE = new ULocale("zh-CN@lb=strict");

    private final BreakIterator places;

    private Breaks(BreakIterator places) {
        this.places = places;
    }

    static Breaks ofLines() {
        return new Breaks(BreakIterator.getLineInstance(CHINESE));
    }

    static Breaks ofCharacters() {
        return new Breaks(BreakIterator.getCharacterInstance(CHINESE));
    }

    @Override
    public void setText(String text) {
        places.setText(text);
    }

    @Override
    public int next() {
        return places.next();
    }
}
