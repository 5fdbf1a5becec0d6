package org.sunmao.organization.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sunmao.organization.internal.ChangeFacts.Organization;
import org.sunmao.web.Stale.Conflict;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a decision was made on, as a short text that is carried from the preview to the decision:
 * versions and members of everything that is touched. If they differ by then, it tells whose.
 */
record ChangePrint(String text) {

    private static final int WHOLE = 16;
    private static final int PART = 4;

    static ChangePrint of(ChangeRecord change, List<ChangeStep> steps, ChangeFacts facts) {
        var named = named(steps, facts);
        var parts = new StringBuilder();
        for (var organization : named.values()) {
            parts.append(hash(described(organization), PART))
                    .append(hash(held(organization), PART));
        }
        // What superiors hold is seen by not everyone who decides, and decides nothing.
        var everything = new StringBuilder(change.steps() + "|" + change.effectiveOn());
        new TreeMap<>(facts.organizations())
                .values()
                .forEach(o -> everything.append('|').append(described(o)));
        named.values().forEach(o -> everything.append('|').append(held(o)));
        return new ChangePrint(hash(everything.toString(), WHOLE) + parts);
    }

    /** What differs between what was seen and what stands, an organization each. */
    List<Conflict> differences(String seen, List<ChangeStep> steps, ChangeFacts facts) {
        var different = new ArrayList<Conflict>();
        var at = WHOLE;
        for (var organization : named(steps, facts).values()) {
            var described = differs(seen, at);
            var held = differs(seen, at + PART);
            at += 2 * PART;
            if (described || held) {
                different.add(
                        new Conflict(
                                organization.id().toString(),
                                organization.name(),
                                "预览时的情况",
                                described && held
                                        ? "登记情况和党员都有变化"
                                        : described ? "名称、类别、上下级有变化" : "党员有变化"));
            }
        }
        if (different.isEmpty()) {
            different.add(new Conflict("fingerprint", "涉及的党组织", "预览时的情况", "上下级党组织有变化"));
        }
        return different;
    }

    private boolean differs(String seen, int from) {
        var to = from + PART;
        return seen.length() < to || !seen.substring(from, to).equals(text.substring(from, to));
    }

    private static Map<UUID, Organization> named(List<ChangeStep> steps, ChangeFacts facts) {
        var named = new TreeMap<UUID, Organization>();
        for (var id : ChangeSurvey.touched(steps)) {
            var known = facts.organizations().get(id);
            if (known != null) {
                named.put(id, known);
            }
        }
        return named;
    }

    private static String described(Organization of) {
        return "%s %d %s %s %s %s %s"
                .formatted(
                        of.id(),
                        of.version(),
                        of.name(),
                        of.kind(),
                        of.parent(),
                        of.endedOn(),
                        of.children());
    }

    private static String held(Organization of) {
        return of.held() + of.print() + of.ties();
    }

    private static String hash(String text, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
