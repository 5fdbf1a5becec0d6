package org.sunmao.meeting.internal;

import org.sunmao.rules.Rule;

/**
 * By which rule.
 *
 * @param local whether its source is not a confirmed one (本地配置)
 */
record CitedRule(String id, String title, String cite, boolean local) {

    static CitedRule of(Rule rule) {
        var local = !rule.source().confirmed().equals("yes");
        return new CitedRule(rule.id().value(), rule.title(), rule.cite(), local);
    }
}
