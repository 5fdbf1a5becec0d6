package org.sunmao.message.internal;

import org.springframework.stereotype.Component;
import org.sunmao.duty.Declared;
import org.sunmao.rules.Demand;

/** What a duty is called when it is told. */
@Component
class Titles {

    /** The name of a duty that somebody above asked for. */
    static final String REQUEST = "request";

    private final Declared declared;

    Titles(Declared declared) {
        this.declared = declared;
    }

    /** As the book has it; of what has left the book, that it is a duty. */
    String of(String name) {
        return declared.find(name).map(Demand::title).orElse("应办事项");
    }
}
