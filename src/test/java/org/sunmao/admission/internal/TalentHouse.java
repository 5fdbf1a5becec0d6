package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Young people whom the township of a branch accompanies. */
abstract class TalentHouse extends AdmissionHouse {

    static final String AT = "/api/talents";

    Map<String, Object> young(Map<String, ?> more) {
        var wish = new HashMap<String, Object>();
        wish.put("organization", branch);
        wish.put("name", "周小满");
        wish.put("sex", "1");
        wish.put("bornOn", "1998-05-04");
        wish.put("education", "61");
        wish.put("mobile", "10012345678");
        wish.put("work", "回乡办果园");
        wish.put("agreedOn", today().minusDays(3).toString());
        wish.putAll(more);
        return wish;
    }

    String list(Map<String, ?> more) {
        var made = township.post(AT, young(more));
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        return made.json().get("id").asString();
    }

    JsonNode talent(String id) {
        return township.get(AT + "/" + id).json();
    }

    String state(String id) {
        return talent(id).get("state").asString();
    }

    Answer leave(Caller who, String id, String reason) {
        return who.post(
                AT + "/" + id + "/leave", Map.of("on", today().toString(), "reason", reason));
    }

    Answer applyFrom(String id, Map<String, ?> more) {
        var wish = new HashMap<String, Object>(wish(today().minusDays(400), more));
        wish.remove("mobile");
        wish.put("talent", id);
        return secretary.post("/api/admissions", wish);
    }

    String told(String id) {
        return scopes.system("test", _ -> journal.of(UUID.fromString(id), null, 20).toString());
    }
}
