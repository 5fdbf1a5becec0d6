package org.sunmao.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which rules a test proves, by their ids. Needed only where the test names no rule otherwise; a
 * rule that is in use and proved by nothing fails the build.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.SOURCE)
public @interface Proves {
    String[] value();
}
