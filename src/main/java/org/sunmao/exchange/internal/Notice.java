package org.sunmao.exchange.internal;

/**
 * Something to be known of a file that can be read all the same.
 *
 * @param code what it is, in lower case with hyphens, as {@code hidden-sheets}; never renamed
 * @param message in Chinese
 */
record Notice(String code, String message) {}
