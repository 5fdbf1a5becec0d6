@NullMarked
package org.sunmao.calendar.internal;

import org.jspecify.annotations.NullMarked;
