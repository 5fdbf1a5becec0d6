@NullMarked
package org.sunmao.tally.internal;

import org.jspecify.annotations.NullMarked;
