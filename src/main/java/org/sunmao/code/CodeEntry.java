package org.sunmao.code;

import java.util.List;

/**
 * A code of a table.
 *
 * @param selectable whether it may be stored; a group may not
 * @param also other words that mean it beyond doubt, such as the former name of a people
 */
public record CodeEntry(String code, String label, boolean selectable, List<String> also) {}
