package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.organization.internal.BodyExamination.Changing;
import org.sunmao.register.Timeline;
import org.sunmao.register.TimelineText;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a body was before an import changed it, as text: its life, and the links it did not have.
 */
@Component
class BodyBefore {

    /** As it is kept. */
    record Kept(String life, List<UUID> links, LocalDate linkedOn) {}

    private final JsonMapper json;
    private final TimelineText text;

    BodyBefore(JsonMapper json) {
        this.json = json;
        this.text = new TimelineText(json, BodyFields.ALL);
    }

    String write(Changing to, LocalDate day) {
        return json.writeValueAsString(new Kept(text.write(to.before()), to.links(), day));
    }

    Kept read(String kept) {
        return json.readValue(kept, Kept.class);
    }

    Timeline life(Kept kept) {
        return text.read(kept.life());
    }
}
