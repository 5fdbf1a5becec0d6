package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Level;
import org.sunmao.rules.RuleId;

/** What is said of rows of the rosters of this module. */
final class RosterFindings {

    private RosterFindings() {}

    static Finding required(Field field, String what) {
        return Finding.error(
                field.name(), "required", "新登记的" + what + "要填写" + field.label() + "，请补上");
    }

    static Finding ruled(Field field, String code, String says, @Nullable RuleId rule) {
        return new Finding(
                field.name(), Level.ERROR, code, says, rule == null ? null : rule.value());
    }

    static Finding question(Field field, String code, String says) {
        return new Finding(field.name(), Level.QUESTION, code, says, null);
    }

    static boolean failed(Iterable<Finding> findings) {
        for (var finding : findings) {
            if (finding.level() == Level.ERROR) {
                return true;
            }
        }
        return false;
    }

    static boolean asked(Iterable<Finding> findings) {
        for (var finding : findings) {
            if (finding.level() == Level.QUESTION) {
                return true;
            }
        }
        return false;
    }
}
