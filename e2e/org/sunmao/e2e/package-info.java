/** Journeys through the running house in a real browser, with the demonstration county. */
@NullMarked
package org.sunmao.e2e;

import org.jspecify.annotations.NullMarked;
