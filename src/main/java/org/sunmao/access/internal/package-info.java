@NullMarked
package org.sunmao.access.internal;

import org.jspecify.annotations.NullMarked;
