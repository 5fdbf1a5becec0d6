@NullMarked
package org.sunmao.start.internal;

import org.jspecify.annotations.NullMarked;
