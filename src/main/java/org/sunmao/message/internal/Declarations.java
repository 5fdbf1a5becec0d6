package org.sunmao.message.internal;

import java.time.Period;
import java.util.List;
import java.util.Map;

/** What the rules' declarations of duties say that is told to people. */
interface Declarations {

    /** The name of a duty that somebody above asked for. */
    String REQUEST = "request";

    /** What a duty is called; its name where no declaration says so any more. */
    String title(String name);

    /** How long before the last day to remind; empty for most. */
    List<Period> remind(String name);

    /** All that have such spans, by name. */
    Map<String, List<Period>> reminding();
}
