package org.sunmao.admission.internal;

/**
 * How many of a pool stand where: each person counts once, where they are now.
 *
 * @param left who left in the last year; those who withdrew are not kept, and not counted
 * @param youngUpTo an age of the rule
 * @param youngEducated up to that age and with upper secondary schooling or more, of all but those
 *     who left
 * @param mayList whether whoever asks may list people there
 */
record TalentNumbers(
        int listed,
        int applied,
        int activists,
        int objects,
        int probationers,
        int members,
        int left,
        int youngUpTo,
        int youngEducated,
        boolean mayList) {}
