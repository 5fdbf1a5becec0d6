package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.Minutes;
import org.sunmao.meeting.Minutes.Ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What papers take from the minutes of the meeting that voted on one person. Of a meeting that went
 * through several, the words on all of them are nobody's paper: there is room to write.
 */
final class MeetingWords {

    /** The keys by which templates name it. */
    static final List<String> KEYS =
            List.of("place", "chair", "recorder", "record", "without", "object", "heard", "report");

    /** The first item of the agenda on a person, whose title begins with the name. */
    private static final String OBJECT = "object";

    private final Minutes minutes;
    private final String name;

    MeetingWords(Minutes minutes, String name) {
        this.minutes = minutes;
        this.name = name;
    }

    /**
     * @param counts what the resolution says of the vote
     */
    Map<String, Object> values(String counts) {
        var values = new HashMap<String, Object>();
        KEYS.forEach(key -> values.put(key, ""));
        values.put("place", told(minutes.place()));
        values.put("chair", told(minutes.chair()));
        values.put("recorder", told(minutes.recorder()));
        values.put("without", without(counts));
        if (minutes.votes().size() == 1) {
            values.put("record", told(minutes.record()));
        }
        var number = number();
        if (number != null) {
            values.put("object", said(OBJECT + number));
            values.put("heard", said("sponsors" + number));
            values.put("report", said("committee" + number));
        }
        return values;
    }

    private String without(String counts) {
        return minutes.votes().stream()
                .filter(vote -> vote.result().says().equals(counts))
                .map(Ballot::without)
                .filter(those -> !those.isEmpty())
                .map(those -> String.join("；", those))
                .findFirst()
                .orElse("");
    }

    /** Behind which the keys of the items of this person end: nothing for the first one. */
    private @Nullable String number() {
        return minutes.agenda().stream()
                .filter(item -> item.key().startsWith(OBJECT) && item.title().startsWith(name))
                .map(item -> item.key().substring(OBJECT.length()))
                .findFirst()
                .orElse(null);
    }

    private String said(String key) {
        return minutes.agenda().stream()
                .filter(item -> item.key().equals(key))
                .map(item -> told(item.text()))
                .findFirst()
                .orElse("");
    }

    private static String told(@Nullable String words) {
        return Objects.requireNonNullElse(words, "");
    }
}
