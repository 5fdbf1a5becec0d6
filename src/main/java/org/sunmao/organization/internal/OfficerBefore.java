package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** What a post was before an import added to it, as text. */
@Component
class OfficerBefore {

    private final JsonMapper json;

    OfficerBefore(JsonMapper json) {
        this.json = json;
    }

    String write(Post post) {
        return json.writeValueAsString(post);
    }

    Post read(String kept) {
        return json.readValue(kept, Post.class);
    }
}
