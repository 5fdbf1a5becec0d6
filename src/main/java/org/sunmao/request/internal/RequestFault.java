package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.request.internal.Known.KnownPlace;
import org.sunmao.rules.RuleId;

/**
 * Why a request cannot be issued as it is.
 *
 * @param pointer the field, by its name outside the program
 * @param says what is wrong and how to mend it
 * @param rule which forbids it; null where what was sent cannot be understood
 * @param place where what is asked for is held
 */
record RequestFault(
        String pointer, String says, @Nullable RuleId rule, @Nullable KnownPlace place) {}
