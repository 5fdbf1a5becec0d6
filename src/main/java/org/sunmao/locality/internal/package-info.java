@NullMarked
package org.sunmao.locality.internal;

import org.jspecify.annotations.NullMarked;
