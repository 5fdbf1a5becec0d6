package org.sunmao.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for what is grave: it opens only to a session that has proved itself again a short while
 * ago (ASVS 7.5.3), else answers 403 with the type {@code /problems/step-up}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
